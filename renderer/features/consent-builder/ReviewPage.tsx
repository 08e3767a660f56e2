import { useId } from 'react';

import type { Preferences, ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Disclosure } from '../../../preload/contract/consent-shapes';
import type { Failure } from '../../../preload/contract/failure';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { JsonView } from '../../ui/JsonView';
import { Notice } from '../../ui/Notice';
import { PageHeader } from '../../ui/PageHeader';
import { usePhrases, useWords, Words } from '../../ui/words';
import type { Draft } from './builder-state';
import { writeJsonText } from './request-text';
import './request-pane.css';
import './review.css';
import { type ReviewEntry, scopesNotListed, viewReview } from './review-view';

export interface ReviewPageProps {
  readonly provider: ProviderSummary;
  readonly draft: Draft;
  readonly depth: Preferences['depth'];
  /** From when the periods are counted: epoch milliseconds, UTC. */
  readonly nowMs: number;
  /** Whether the request is being sent. */
  readonly busy: boolean;
  /** Why it could not be sent. */
  readonly failure: Failure | null;
  readonly onBack: () => void;
  /** Leads to where the provider’s profile is changed. */
  readonly onProvider: () => void;
  /** Hears what stood on the page when the person agreed, to be kept as it was shown. */
  readonly onAgree: (disclosed: Disclosure) => void;
}

/** What a person agrees to, on a page of its own, before anything is sent. Nothing on it is ticked for them. */
export function ReviewPage(props: ReviewPageProps) {
  const { provider, draft, depth, nowMs, failure, onAgree } = props;
  const say = useWords();
  const phrase = usePhrases();
  const entries = viewReview({ draft, provider, depth, nowMs });
  const disclosed = entries.map(({ question, answers, isList }) => ({
    question: phrase(question),
    answers: answers.map(phrase),
    isList,
  }));

  return (
    <div className="review">
      <PageHeader
        eyebrow={say('review.step', { provider: provider.name })}
        title={say('review.title')}
        lead={say('review.lead', { provider: provider.name })}
        isSandbox={provider.isSandbox}
      />
      <IssuerMark provider={provider} depth={depth} />
      <AllowanceMarks provider={provider} />
      <ScopeMark draft={draft} provider={provider} onProvider={props.onProvider} />
      <ReviewEntries entries={entries} />
      {depth === 'developer' ? (
        <details className="review-request">
          <summary>{say('review.request')}</summary>
          <JsonView label={say('review.request')} text={writeJsonText(draft.authorizationDetails)} />
        </details>
      ) : null}
      {failure ? <FailureNotice failure={failure} /> : null}
      <ReviewDecision {...props} onAgree={() => onAgree(disclosed)} />
    </div>
  );
}

/** The mark of a provider whose answers may lack its name; nothing for the others. */
function IssuerMark({ provider, depth }: Pick<ReviewPageProps, 'provider' | 'depth'>) {
  const say = useWords();
  if (!provider.mayLackIssuer) return null;
  return (
    <div className="review-mark">
      <Notice kind="warn" announce="still" title={say('review.issuer-mark', { provider: provider.name })}>
        <p>{say('review.issuer-mark.about', { provider: provider.name })}</p>
        {depth === 'developer' ? <p>{say('review.issuer-mark.standard')}</p> : null}
      </Notice>
    </div>
  );
}

/** The marks of what else the profile puts up with. */
function AllowanceMarks({ provider }: Pick<ReviewPageProps, 'provider'>) {
  const say = useWords();
  return provider.allowances.map((one) => (
    <div key={one} className="review-mark">
      <Notice kind="warn" announce="still" title={say(`review.mark.${one}`, { provider: provider.name })}>
        <p>{say(`review.mark.${one}.about`, { provider: provider.name })}</p>
      </Notice>
    </div>
  ));
}

/** Warns of scopes that the provider does not list, before it refuses them. */
function ScopeMark({
  draft,
  provider,
  onProvider,
}: Pick<ReviewPageProps, 'draft' | 'provider' | 'onProvider'>) {
  const say = useWords();
  const unknown = scopesNotListed(draft, provider);
  if (unknown.length === 0) return null;
  return (
    <div className="review-mark">
      <Notice
        kind="warn"
        announce="still"
        title={say('review.scopes', { provider: provider.name, count: unknown.length })}
        actions={<Button onPress={onProvider}>{say('review.scopes.change')}</Button>}
      >
        <p className="mono">{unknown.join(' ')}</p>
        <p>{say('review.scopes.about', { provider: provider.name })}</p>
      </Notice>
    </div>
  );
}

function ReviewEntries({ entries }: { readonly entries: readonly ReviewEntry[] }) {
  const say = useWords();

  return (
    <section className="review-entries" aria-label={say('review.summary')}>
      <dl>
        {entries.map((entry) => (
          <ReviewRow key={entry.key} entry={entry} />
        ))}
      </dl>
    </section>
  );
}

function ReviewRow({ entry }: { readonly entry: ReviewEntry }) {
  const say = usePhrases();
  const [answer, ...explanations] = entry.answers;

  return (
    <div className="review-row">
      <dt>{say(entry.question)}</dt>
      <dd>
        {entry.isList ? (
          <ul className="sentence-items">
            {entry.answers.map((item) => (
              <li key={JSON.stringify(item)}>{say(item)}</li>
            ))}
          </ul>
        ) : (
          <>
            {answer ? <p>{say(answer)}</p> : null}
            {explanations.map((explanation) => (
              <p key={explanation.id} className="muted">
                {say(explanation)}
              </p>
            ))}
          </>
        )}
      </dd>
    </div>
  );
}

interface ReviewDecisionProps extends Pick<ReviewPageProps, 'provider' | 'busy' | 'onBack'> {
  readonly onAgree: () => void;
}

function ReviewDecision({ provider, busy, onBack, onAgree }: ReviewDecisionProps) {
  const say = useWords();
  const whereId = useId();
  const place = say('review.where.host', { provider: provider.name, host: provider.host });

  return (
    <section className="review-decision" aria-label={say('review.where')}>
      <p id={whereId} className="review-where">
        <Words id="review.where.going" values={{ place: <strong>{place}</strong> }} />{' '}
        <span className="muted">{say('review.where.next')}</span>
      </p>
      <div className="review-buttons">
        <Button size="large" isDisabled={busy} onPress={onBack}>
          {say('review.back')}
        </Button>
        <Button variant="primary" size="large" isPending={busy} describedBy={whereId} onPress={onAgree}>
          {say('review.agree', { provider: provider.name })}
        </Button>
      </div>
      <output className="review-busy">{busy ? say('review.busy', { provider: provider.name }) : null}</output>
    </section>
  );
}
