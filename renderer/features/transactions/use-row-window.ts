import { type RefObject, useEffect, useState } from 'react';

/** All rows are alike, so a row's place is its rank times this; in pixels. */
export const ROW_HEIGHT = 30;
/** Chromium lets no element be taller than 33,554,432 px; longer lists are scrolled by a scale. */
const MAX_SPACE = 15_000_000;
/** Rows above and below what is seen, which are there before they are scrolled to. */
const SPARE_ROWS = 8;

/** The rows that are on screen, and where they stand. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Height of the space that is scrolled, in pixels. */
  readonly space: number;
  /** Where a row stands in that space, in pixels. */
  readonly topOf: (rank: number) => number;
  /** Brings a row into sight. */
  readonly show: (rank: number) => void;
}

interface Scroll {
  readonly top: number;
  readonly height: number;
}

/**
 * Which of many rows are on screen. Written by hand because the rows are all of one height and there may be more of
 * them than an element can be tall (ADR 0020).
 *
 * @param scroller the element that scrolls
 * @param count how many rows there are
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [scroll, setScroll] = useState<Scroll>({ top: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const resizing = new ResizeObserver(look);
    resizing.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resizing.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const window = rowWindow(scroll, count);
  return {
    ...window,
    show: (rank) => {
      scroller.current?.scrollTo({ top: scrollTopFor(rank, count, scroll) });
    },
  };
}

/** The same without a page: what is on screen at a place of the scrollbar. */
export function rowWindow({ top, height }: Scroll, count: number): Omit<RowWindow, 'show'> {
  const whole = count * ROW_HEIGHT;
  const space = Math.min(whole, MAX_SPACE);
  // Where the top of what is seen would be if the space were as tall as all rows.
  const seenTop = space === whole ? top : (top / Math.max(1, space - height)) * (whole - height);
  const first = Math.max(0, Math.floor(seenTop / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(count - 1, Math.ceil((seenTop + height) / ROW_HEIGHT) + SPARE_ROWS);
  return { first, last, space, topOf: (rank) => rank * ROW_HEIGHT - seenTop + top };
}

/** The place of the scrollbar at which a row is in sight, as near as can be to where it is now. */
export function scrollTopFor(rank: number, count: number, { top, height }: Scroll): number {
  const whole = count * ROW_HEIGHT;
  const space = Math.min(whole, MAX_SPACE);
  const scale = space === whole ? 1 : (whole - height) / Math.max(1, space - height);
  const seenTop = top * scale;
  const rowTop = rank * ROW_HEIGHT;
  const visible = Math.max(0, height - 2 * ROW_HEIGHT); // the head covers a row
  if (rowTop < seenTop) return rowTop / scale;
  return rowTop > seenTop + visible ? (rowTop - visible) / scale : top;
}
