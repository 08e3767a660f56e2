import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { clusterName, type ConsentWording } from '../../../preload/contract/consent-wording';
import { Instant } from '../../ui/Instant';
import { Phrased, useWords, Words } from '../../ui/words';
import { isOver, viewAgreed, viewUnreachedEnd } from './consent-view';

/** What was agreed to, in the sentences of the review step, and below it the review itself as it was shown. */
export function ConsentSentences({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const wording = viewAgreed(detail, say('app.name'));
  const when = <Instant atMs={detail.agreedAtMs} style="day" />;
  return (
    <section className="consent-section" aria-labelledby="consent-what">
      <h2 id="consent-what">{say('consents.detail.what')}</h2>
      <p className="muted">
        <Words
          id={isOver(detail) ? 'consents.detail.what.over' : 'consents.detail.what.when'}
          values={{ when }}
        />
      </p>
      {wording === null ? (
        <ClusterNames clusters={detail.requested.clusters} />
      ) : (
        <Wording wording={wording} detail={detail} />
      )}
      <AsShown detail={detail} />
    </section>
  );
}

interface WordingProps {
  readonly wording: ConsentWording;
  readonly detail: ConsentDetail;
}

function Wording({ wording, detail }: WordingProps) {
  const { opening, items, until, lookback, cannot } = wording;
  return (
    <>
      <p className="consent-opening">
        <Opening opening={opening} detail={detail} />
      </p>
      <ul className="consent-items">
        {items.map(({ cluster, phrase }) => (
          <li key={cluster}>
            <Phrased phrase={phrase} />
          </li>
        ))}
      </ul>
      {isOver(detail) ? (
        <UnreachedEnd detail={detail} />
      ) : (
        [until, lookback, cannot].map((sentence) =>
          sentence === null ? null : (
            <p key={sentence.id}>
              <Phrased phrase={sentence} />
            </p>
          ),
        )
      )}
    </>
  );
}

function Opening({
  opening,
  detail,
}: { readonly opening: ConsentWording['opening'] } & Omit<WordingProps, 'wording'>) {
  const { durationType } = detail.requested;
  if (!isOver(detail) || durationType === null) return <Phrased phrase={opening} />;
  return <Phrased phrase={{ id: `consents.opening.past.${durationType}`, values: opening.values }} />;
}

function UnreachedEnd({ detail }: { readonly detail: ConsentDetail }) {
  const atMs = viewUnreachedEnd(detail);
  if (atMs === null) return null;
  return (
    <p>
      <Words id="consents.detail.would-have" values={{ when: <Instant atMs={atMs} style="day" /> }} />
    </p>
  );
}

/** The review step word for word: what was shown is kept as text, so that no later wording can change it. */
function AsShown({ detail: { disclosed } }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  if (disclosed === null) return null;
  return (
    <details className="consent-shown">
      <summary>{say('consents.detail.shown')}</summary>
      <dl>
        {disclosed.map(({ question, answers, isList }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>
              {isList ? (
                <ul className="consent-items">
                  {answers.map((answer) => (
                    <li key={answer}>{answer}</li>
                  ))}
                </ul>
              ) : (
                answers.map((answer) => <p key={answer}>{answer}</p>)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
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
