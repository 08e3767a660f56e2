import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to a place when something has happened that took away the button that had it. */
export function useFocusWhen<Place extends HTMLElement = HTMLDivElement>(
  hasHappened: boolean,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (!hasHappened) return undefined;
    // A sheet gives the focus back in the next frame, to a button that is gone by then.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => place.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [hasHappened]);
  return place;
}
