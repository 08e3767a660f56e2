import { useEffect, useRef, useState } from 'react';

import type { BuilderState } from './builder-state';

/** What to read out about the request. */
export type Announcement = 'nothing' | 'valid' | 'invalid';

const SETTLED_MS = 700;

/**
 * Says when the request became wrong or right again, once it has stayed so for a moment:
 * nearly every word that is typed makes it wrong on the way.
 */
export function useAnnouncement({ reading }: BuilderState): Announcement {
  const [announcement, setAnnouncement] = useState<Announcement>('nothing');
  const wasWrong = useRef(false);
  const isWrong = !reading.ok;

  useEffect(() => {
    const timer = setTimeout(() => {
      if (isWrong) setAnnouncement('invalid');
      else if (wasWrong.current) setAnnouncement('valid');
      wasWrong.current = isWrong;
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isWrong]);

  return announcement;
}
