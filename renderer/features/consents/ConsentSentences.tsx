import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { clusterName, type ConsentWording } from '../../../preload/contract/consent-wording';
import { Phrased, useWords } from '../../ui/words';
import { viewSentences } from './consent-view';

/** What was agreed to, in the same sentences as in the review step. */
export function ConsentSentences({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const wording = viewSentences(detail, say('app.name'));
  return (
    <section className="consent-section" aria-labelledby="consent-what">
      <h2 id="consent-what">{say('consents.detail.what')}</h2>
      {wording === null ? <ClusterNames clusters={detail.granted.clusters} /> : <Wording wording={wording} />}
    </section>
  );
}

function Wording({ wording }: { readonly wording: ConsentWording }) {
  const { opening, items, until, lookback, cannot } = wording;
  return (
    <>
      <p className="consent-opening">
        <Phrased phrase={opening} />
      </p>
      <ul className="consent-items">
        {items.map(({ cluster, phrase }) => (
          <li key={cluster}>
            <Phrased phrase={phrase} />
          </li>
        ))}
      </ul>
      {[until, lookback, cannot].map((sentence) =>
        sentence === null ? null : (
          <p key={sentence.id}>
            <Phrased phrase={sentence} />
          </p>
        ),
      )}
    </>
  );
}

function ClusterNames({ clusters }: { readonly clusters: readonly string[] }) {
  return (
    <ul className="consent-items">
      {clusters.map((cluster) => (
        <li key={cluster}>
          <Phrased phrase={clusterName(cluster)} />
        </li>
      ))}
    </ul>
  );
}
