import { Check, CircleHelp, X } from 'lucide-react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { clusterName } from '../../../preload/contract/consent-wording';
import { Phrased, useWords, Words } from '../../ui/words';
import { isOver, viewStopReport } from './consent-view';
import { viewTerms } from './term-view';

/** What was granted, beside what was agreed to: each item with a word and a shape, also those that were not shared. */
export function ConsentGranted({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const { providerName: provider, requested, granted, withheld, grantedBy } = detail;
  const clusters = new Set([...requested.clusters, ...granted.clusters]);
  const rows = viewTerms(detail).filter(({ key }) => clusters.has(key));
  return (
    <section className="consent-section" aria-labelledby="consent-granted">
      <h2 id="consent-granted">
        {say(isOver(detail) ? 'consents.granted.over' : 'consents.granted', { provider })}
      </h2>
      {grantedBy === 'nobody' ? (
        <p className="muted">{say('consents.granted.unknown', { provider })}</p>
      ) : (
        <ul className="granted-items">
          {rows.map(({ key, difference }) => (
            <GrantedItem key={key} cluster={key} difference={difference} />
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

type Difference = ReturnType<typeof viewTerms>[number]['difference'];

function GrantedItem({ cluster, difference }: { readonly cluster: string; readonly difference: Difference }) {
  const say = useWords();
  const Shape = difference === 'narrower' ? X : difference === 'unknown' ? CircleHelp : Check;
  return (
    <li className={`granted-${difference}`}>
      <Shape size={16} aria-hidden />
      <span>
        <Phrased phrase={clusterName(cluster)} />
        {difference === 'none' ? null : (
          <span className="muted">
            {' · '}
            {say(
              difference === 'narrower' ? 'consents.granted.not-shared' : `consents.difference.${difference}`,
            )}
          </span>
        )}
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
