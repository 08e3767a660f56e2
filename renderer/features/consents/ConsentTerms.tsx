import { ChevronsDown, ChevronsUp, CircleHelp, Equal, Shuffle } from 'lucide-react';
import { useIntl } from 'react-intl';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Instant } from '../../ui/Instant';
import { useDepth } from '../../ui/preferences';
import { Phrased, usePhrases, useWords } from '../../ui/words';
import { type TermCell, type TermRow, viewLeftOpen, viewTerms, viewTermsSummary } from './term-view';

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
      <TermsSummary detail={detail} rows={rows} />
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

interface TermsSummaryProps {
  readonly detail: ConsentDetail;
  readonly rows: readonly TermRow[];
}

function TermsSummary({ detail, rows }: TermsSummaryProps) {
  const say = useWords();
  const phrase = usePhrases();
  const { locale } = useIntl();
  const open = viewLeftOpen(detail, rows).map(phrase);
  const what = new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(open);
  const sentences = [
    ...(detail.grantedBy === 'scopes' ? [say('consents.terms.by-scopes')] : []),
    phrase(viewTermsSummary(detail, rows)),
    ...(open.length === 0 ? [] : [say('consents.terms.left-open', { what })]),
  ];
  return <p>{sentences.join(' ')}</p>;
}

function TermTableRow({ row }: { readonly row: TermRow }) {
  const say = useWords();
  const depth = useDepth();
  const Shape = SHAPES[row.difference];
  return (
    <tr>
      <th scope="row">
        <Phrased phrase={row.item} />
        {row.where === null ? null : (
          <span className="term-where">
            <Phrased phrase={row.where} />
          </span>
        )}
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
