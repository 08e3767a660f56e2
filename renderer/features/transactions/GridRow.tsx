import { CircleDashed } from 'lucide-react';

import type { TransactionRow } from '../../../preload/contract/data-shapes';
import { Instant } from '../../ui/Instant';
import { useWords } from '../../ui/words';
import { TransactionAmount } from './TransactionAmount';
import { nameOf } from './transaction-view';

interface GridRowProps {
  readonly rank: number;
  /** Where it stands in the space that is scrolled, in pixels. */
  readonly top: number;
  /** Undefined while it is on its way. */
  readonly row: TransactionRow | undefined;
  readonly isActive: boolean;
  readonly openRid: number | null;
  readonly onOpen: (rank: number, row: TransactionRow) => void;
}

/** The id of a row's element, for `aria-activedescendant`. */
export function rowId(rank: number): string {
  return `transaction-${rank}`;
}

/** One row of the grid. */
export function GridRow({ rank, top, row, isActive, openRid, onOpen }: GridRowProps) {
  const say = useWords();
  const state = `${isActive ? ' tx-active' : ''}${row?.isPending === true ? ' tx-is-pending' : ''}`;
  return (
    <tr
      id={rowId(rank)}
      className={`tx-row${state}`}
      aria-rowindex={rank + 2}
      aria-selected={row !== undefined && row.rid === openRid}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => (row === undefined ? undefined : onOpen(rank, row))}
    >
      {row === undefined ? (
        <td className="tx-payee muted appears-late">{say('transactions.row-loading')}</td>
      ) : (
        <Cells row={row} />
      )}
    </tr>
  );
}

function Cells({ row }: { readonly row: TransactionRow }) {
  const say = useWords();
  return (
    <>
      <td className="tx-day">
        <Instant atMs={row.atMs} style="short-day" />
      </td>
      <td className="tx-payee">
        <bdi>{nameOf(row)}</bdi>
        {row.isPending ? (
          <span className="tx-state">
            <CircleDashed size={14} aria-hidden />
            {say('transactions.pending')}
          </span>
        ) : null}
      </td>
      <td className="tx-category muted">
        <bdi>{row.category ?? ''}</bdi>
      </td>
      <td className="tx-account muted">
        <bdi>{row.accountName}</bdi>
      </td>
      <td className="tx-amount">
        <TransactionAmount amount={row.amount} currency={row.currency} />
      </td>
    </>
  );
}
