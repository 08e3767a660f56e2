import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

import type { TransactionFilter, TransactionRow } from '../../../preload/contract/data-shapes';
import { useWords } from '../../ui/words';
import { GridRow, rowId } from './GridRow';
import { rankAfterKey } from './transaction-view';
import { ROW_HEIGHT, type RowWindow, useRowWindow } from './use-row-window';
import { type RowAt, useTransactionRows, useTransactionTotal } from './use-transactions';

const COLUMNS = ['day', 'payee', 'category', 'account', 'amount'] as const;

interface TransactionGridProps {
  readonly filter: TransactionFilter;
  readonly openRid: number | null;
  readonly onOpen: (row: TransactionRow | null) => void;
}

/**
 * The rows of a filter, however many: those on screen are there, the others are asked for when they come near.
 *
 * @see WAI-ARIA 1.2 grid, `aria-rowcount` and `aria-activedescendant`
 */
export function TransactionGrid({ filter, openRid, onOpen }: TransactionGridProps) {
  const say = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const count = useTransactionTotal(filter);
  const window = useRowWindow(scroller, count);
  const rowAt = useTransactionRows(filter, window);
  const [active, setActive] = useActiveRank(filter.search);
  const press = useGridKeys({ scroller, rowAt, count, window, active, setActive, openRid, onOpen });
  const open = (rank: number, row: TransactionRow) => {
    setActive(rank);
    onOpen(row);
  };

  return (
    <div ref={scroller} className="tx-scroller">
      <p id="tx-keys" className="visually-hidden">
        {say('transactions.keys')}
      </p>
      {/* A grid is one stop of the Tab key, and hears the keys of all its rows. */}
      <table
        className="tx-table"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        tabIndex={0}
        aria-label={say('transactions.list')}
        aria-describedby="tx-keys"
        aria-rowcount={count + 1}
        aria-activedescendant={count === 0 ? undefined : rowId(active)}
        onKeyDown={press}
      >
        <GridHead />
        <tbody className="tx-space" style={{ height: window.space }}>
          {ranksOf(window).map((rank) => {
            const place = { rank, top: window.topOf(rank), isActive: rank === active };
            return <GridRow key={rank} {...place} row={rowAt(rank)} openRid={openRid} onOpen={open} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function ranksOf({ first, last }: RowWindow): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The row that the keys are at: the first again for another search. */
function useActiveRank(search: string): readonly [number, (rank: number) => void] {
  const [active, setActive] = useState({ search, rank: 0 });
  return [active.search === search ? active.rank : 0, (rank) => setActive({ search, rank })];
}

function GridHead() {
  const say = useWords();
  return (
    <thead>
      <tr className="tx-row tx-head" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <th key={column} scope="col" className={`tx-${column}`}>
            {say(`transactions.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface GridKeys {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowAt: RowAt;
  readonly count: number;
  readonly window: RowWindow;
  readonly active: number;
  readonly setActive: (rank: number) => void;
  readonly openRid: number | null;
  readonly onOpen: (row: TransactionRow | null) => void;
}

/** The keys of the grid. While a row's details are open, they follow. */
function useGridKeys({ scroller, rowAt, count, window, active, setActive, openRid, onOpen }: GridKeys) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') return onOpen(rowAt(active) ?? null);
    if (event.key === 'Escape') return onOpen(null);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = rankAfterKey(event.key, { at: active, count, page });
    if (next === null) return;
    event.preventDefault(); // the keys would scroll the page
    setActive(next);
    window.show(next);
    const row = rowAt(next);
    if (openRid !== null && row !== undefined) onOpen(row);
  };
}
