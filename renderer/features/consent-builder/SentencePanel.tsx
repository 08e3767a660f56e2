import { wordConsent } from '../../../preload/contract/consent-wording';
import { Notice } from '../../ui/Notice';
import { usePhrases, useWords } from '../../ui/words';
import { RECIPIENT } from './builder-view';
import type { BuilderPart } from './use-builder';

/** The sentence that the bank will show, from the one source that the bank's page has too. */
export function SentencePanel({ builder, provider, nowMs }: BuilderPart) {
  const say = useWords();
  const { form, reading, lastGood, writtenBy } = builder.state;
  const isEmpty = writtenBy === 'controls' && form.asks.length === 0;

  if (isEmpty) return <p className="sentence muted">{say('builder.sentence.nothing')}</p>;
  return (
    <div className={reading.ok ? 'sentence' : 'sentence sentence-stale'}>
      {reading.ok ? null : (
        <Notice kind="warn" announce="still">
          <p>{say('builder.sentence.stale')}</p>
        </Notice>
      )}
      <h2 className="sentence-title">{say('builder.sentence.title', { provider: provider.name })}</h2>
      <Sentence details={lastGood.details} provider={provider.name} nowMs={nowMs} />
    </div>
  );
}

interface SentenceProps {
  readonly details: BuilderPart['builder']['state']['lastGood']['details'];
  readonly provider: string;
  readonly nowMs: number;
}

function Sentence({ details, provider, nowMs }: SentenceProps) {
  const say = usePhrases();
  const wording = wordConsent(details[0].consentRequest, { recipient: RECIPIENT, provider, nowMs });

  return (
    <div className="sentence-words">
      <p className="sentence-opening">{say(wording.opening)}</p>
      <ul className="sentence-items">
        {wording.items.map((item) => (
          <li key={item.cluster}>{say(item.phrase)}</li>
        ))}
      </ul>
      <p>{say(wording.until)}</p>
      {wording.lookback ? <p>{say(wording.lookback)}</p> : null}
      <p>
        {say(wording.cannot)} {say(wording.stop)}
      </p>
    </div>
  );
}
