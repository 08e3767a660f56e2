import { Check, CircleHelp, X } from 'lucide-react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Phrased, usePhrases, useWords, Words } from '../../ui/words';
import { isOver, viewStopReport } from './consent-view';
import { type ClusterRow, isClusterRow, viewGrantedNote, viewTerms } from './term-view';

/** What was granted, beside what was agreed to: each item with a word and a shape, also those that were not shared. */
export function ConsentGranted({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const { providerName: provider, withheld, grantedBy, status } = detail;
  const rows = viewTerms(detail).filter(isClusterRow);
  return (
    <section className="consent-section" aria-labelledby="consent-granted">
      <h2 id="consent-granted">
        {say(isOver(detail) ? 'consents.granted.over' : 'consents.granted', { provider })}
      </h2>
      {grantedBy === 'nobody' ? (
        <p className="muted">
          {say(status === 'UNREAD' ? 'consents.granted.unread' : 'consents.granted.unknown', { provider })}
        </p>
      ) : (
        <ul className="granted-items">
          {rows.map((row) => (
            <GrantedItem key={row.key} row={row} />
          ))}
        </ul>
      )}
      {withheld.map(({ name, numberDisplay }) => (
        <p key={`${name} ${numberDisplay}`} className="muted">
          <Words
            id="consents.granted.withheld"
            values={{ account: <bdi>{[name, numberDisplay].filter(Boolean).join(' ')}</bdi> }}
          />
        </p>
      ))}
    </section>
  );
}

function GrantedItem({ row }: { readonly row: ClusterRow }) {
  const { item, where, difference, isShared } = row;
  const phrase = usePhrases();
  const Shape = isShared ? Check : difference === 'unknown' ? CircleHelp : X;
  const words = [where, viewGrantedNote(row)].flatMap((one) => (one === null ? [] : [phrase(one)]));
  return (
    <li className={`granted-${difference}`}>
      <Shape size={16} aria-hidden />
      <span>
        <Phrased phrase={item} />
        {words.length === 0 ? null : <span className="muted">{` · ${words.join(' · ')}`}</span>}
      </span>
    </li>
  );
}

/** What the bank confirmed of a stop, part by part. Nothing for a consent that was not stopped from here. */
export function ConsentStopReport({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const lines = viewStopReport(detail);
  if (lines.length === 0) return null;
  return (
    <section className="consent-section" aria-labelledby="consent-report">
      <h2 id="consent-report">{say('consents.report', { provider: detail.providerName })}</h2>
      <ul className="consent-items">
        {lines.map((line) => (
          <li key={line.id}>
            <Phrased phrase={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
