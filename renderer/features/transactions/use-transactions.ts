import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';

import type { TransactionFilter, TransactionRow } from '../../../preload/contract/data-shapes';
import { MAX_ROWS } from '../../../preload/contract/row-limits';
import { readingOptions } from '../../data/use-reading';

/** How many rows are asked for at once. */
const WINDOW_ROWS = MAX_ROWS / 2;

/** The row of a rank; undefined while it is on its way, or not on screen. */
export type RowAt = (rank: number) => TransactionRow | undefined;

/** How many transactions a filter has. While the answer to another filter is on its way, the last one stands. */
export function useTransactionTotal(filter: TransactionFilter): number {
  const head = useQuery({
    ...readingOptions('listTransactions', { ...filter, at: 0, limit: WINDOW_ROWS }),
    placeholderData: keepPreviousData,
  });
  return head.data?.value.total ?? 0;
}

/**
 * Reads the windows of rows that are on screen. No answer holds more than {@link MAX_ROWS}, however long the list is.
 *
 * @param shown ranks of the first and the last row on screen
 */
export function useTransactionRows(
  filter: TransactionFilter,
  shown: { readonly first: number; readonly last: number },
): RowAt {
  const from = Math.floor(shown.first / WINDOW_ROWS);
  const to = Math.max(from, Math.floor(shown.last / WINDOW_ROWS));
  const windows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const parts = useQueries({
    queries: windows.map((index) =>
      readingOptions('listTransactions', { ...filter, at: index * WINDOW_ROWS, limit: WINDOW_ROWS }),
    ),
  });
  return (rank) => {
    const index = Math.floor(rank / WINDOW_ROWS);
    return parts[index - from]?.data?.value.rows[rank - index * WINDOW_ROWS];
  };
}
