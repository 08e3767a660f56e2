import { parse, stringify } from 'lossless-json';

import type { SyncView, TransactionRow } from '../../../preload/contract/data-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import type { Phrase } from '../../ui/words';

type ReadingState = Output<'listReadings'>['readings'][number];

/** What stands in the first place of a row. */
export function nameOf({ payee, description }: Pick<TransactionRow, 'payee' | 'description'>): string {
  return payee ?? description;
}

/** What is not whole, one sentence for each account. A part is never shown as the whole. */
export function gapsOf(readings: readonly ReadingState[], isRunning: boolean): readonly Phrase[] {
  return readings.flatMap(({ accountName: account, received, expected, unreadable, endedMs }) => {
    const gaps: Phrase[] = [];
    if (endedMs === null && !isRunning)
      gaps.push({ id: 'transactions.interrupted', values: { account, received } });
    if (endedMs !== null && expected !== null && received < expected)
      gaps.push({ id: 'transactions.short', values: { account, received, expected } });
    if (unreadable > 0) gaps.push({ id: 'transactions.unreadable', values: { account, count: unreadable } });
    return gaps;
  });
}

/** The line that says how a reading comes along. */
export function progressOf({ providerName: provider, current }: SyncView): Phrase {
  if (current === null) return { id: 'transactions.sync.begins', values: { provider } };
  const { name: account, received, expected } = current;
  return {
    id: 'transactions.sync.running',
    values: { account, provider, received, expected: expected ?? -1 },
  };
}

interface GridPlace {
  readonly at: number;
  readonly count: number;
  /** How many rows a page of the grid is. */
  readonly page: number;
}

/** The rank that a key leads to, or null when the key leads nowhere. @see WAI-ARIA APG, grid keyboard interaction */
export function rankAfterKey(key: string, { at, count, page }: GridPlace): number | null {
  if (count === 0) return null;
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key];
  return wanted === undefined ? null : Math.min(count - 1, Math.max(0, wanted));
}

/** The bank's record laid out line by line, with its numbers as they came. */
export function prettyRecord(json: string): string {
  const text = stringify(parse(json), undefined, 2);
  return text ?? json;
}
