import { ChevronsDown, ChevronsUp, CircleHelp, Equal, Shuffle } from 'lucide-react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Instant } from '../../ui/Instant';
import { useDepth } from '../../ui/preferences';
import { Phrased, useWords } from '../../ui/words';
import { type TermCell, type TermRow, viewTerms, viewTermsSummary } from './term-view';

const SHAPES = {
  none: Equal,
  unknown: CircleHelp,
  narrower: ChevronsDown,
  wider: ChevronsUp,
  different: Shuffle,
} as const;
const COLUMNS = ['item', 'requested', 'granted', 'difference'] as const;

/** What was asked for beside what was granted, with every difference in a word and a shape. */
export function ConsentTerms({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const rows = viewTerms(detail);
  return (
    <section className="consent-section" aria-labelledby="consent-terms">
      <h2 id="consent-terms">{say('consents.terms')}</h2>
      <p>
        <Phrased phrase={viewTermsSummary(detail, rows)} />
      </p>
      <table className="term-table" aria-labelledby="consent-terms">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`consents.terms.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TermTableRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TermTableRow({ row }: { readonly row: TermRow }) {
  const say = useWords();
  const depth = useDepth();
  const Shape = SHAPES[row.difference];
  return (
    <tr>
      <th scope="row">
        <Phrased phrase={row.item} />
        {depth === 'plain' ? null : <span className="term-wire mono">{row.wireName}</span>}
      </th>
      <td>
        <TermText cell={row.requested} />
      </td>
      <td>
        <TermText cell={row.granted} />
      </td>
      <td>
        <span className={`term-difference term-${row.difference}`}>
          <Shape size={16} aria-hidden />
          {say(`consents.difference.${row.difference}`)}
        </span>
      </td>
    </tr>
  );
}

function TermText({ cell }: { readonly cell: TermCell }) {
  return cell.kind === 'day' ? <Instant atMs={cell.atMs} style="day" /> : <Phrased phrase={cell.phrase} />;
}
