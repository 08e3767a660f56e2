import { type RefObject, useCallback, useState } from 'react';

import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import type { WireOrigin } from './use-wire';
import { exchangeForSteps } from './wire-view';

/** The exchange that is open, and how it came to be. A new object each time, also for the same exchange. */
export interface Opened {
  readonly exchangeId: string;
  /** Whether the person went into it, so that its heading takes the focus; else they only look along the list. */
  readonly takesFocus: boolean;
}

/**
 * Which exchange is open beside the list, and the ways from one to the next.
 *
 * @param list where the rows are
 */
export function useOpenExchange(
  list: RefObject<HTMLDivElement | null>,
  exchanges: readonly ExchangeSummary[],
  { steps }: WireOrigin,
) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [hasBegun, setHasBegun] = useState(false);
  // Once the list is there, what the page was opened for is opened in it.
  if (!hasBegun && exchanges.length > 0) {
    setHasBegun(true);
    const wanted = exchangeForSteps(exchanges, steps);
    if (wanted !== null) setOpened({ exchangeId: wanted.exchangeId, takesFocus: false });
  }
  const place = exchanges.findIndex(({ exchangeId }) => exchangeId === opened?.exchangeId);
  const idAt = (index: number) => exchanges[index]?.exchangeId ?? null;
  // The same function each time: hundreds of rows have it, and should not be drawn anew for it.
  const open = useCallback((exchangeId: string) => setOpened({ exchangeId, takesFocus: true }), []);

  return {
    opened: place === -1 ? null : opened,
    open,
    follow: (exchangeId: string) => setOpened({ exchangeId, takesFocus: false }),
    previousId: place === -1 ? null : idAt(place - 1),
    nextId: place === -1 ? null : idAt(place + 1),
    close: () => {
      focusRow(list, opened?.exchangeId ?? '');
      setOpened(null);
    },
  };
}

export type OpenExchange = ReturnType<typeof useOpenExchange>;

// The dialog that had the focus is about to go; the row that it was opened from has it next.
function focusRow(list: RefObject<HTMLDivElement | null>, exchangeId: string): void {
  list.current?.querySelector<HTMLElement>(`[data-exchange="${CSS.escape(exchangeId)}"]`)?.focus();
}
