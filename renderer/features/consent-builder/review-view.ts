import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import { CLUSTERS, isCluster, notReadYet } from '../../../preload/contract/consent-vocabulary';
import { wordConsent } from '../../../preload/contract/consent-wording';
import type { Phrase } from '../../ui/words';
import type { Draft } from './builder-state';
import { RECIPIENT } from './builder-view';
import { phrase } from './phrase';

/** One question of the review with its answer. */
export interface ReviewEntry {
  readonly key: string;
  readonly question: Phrase;
  /** The first one is the answer, the others explain it. */
  readonly answers: readonly Phrase[];
  /** Whether the answers are a list of things, none more than the other. */
  readonly isList: boolean;
}

/** What the review is about. */
export interface ReviewInput {
  readonly draft: Draft;
  readonly provider: ProviderSummary;
  readonly depth: 'plain' | 'developer';
  /** From when the periods are counted: epoch milliseconds, UTC. */
  readonly nowMs: number;
}

/** Everything that a person should know before they agree, in the order in which they would ask. */
export function viewReview({ draft, provider, depth, nowMs }: ReviewInput): readonly ReviewEntry[] {
  const names = { recipient: RECIPIENT, provider: provider.name };
  const wording = wordConsent(draft.authorizationDetails[0].consentRequest, { ...names, nowMs });
  const items = wording.items.map((item) => item.phrase);
  const unread = notReadYet(wording.items.map(({ cluster }) => cluster));
  const why = [
    phrase(`builder.purpose.${draft.purpose}`),
    phrase('review.why.here', names),
    ...(depth === 'developer' ? [phrase('review.why.standard')] : []),
  ];
  const whom = [
    phrase('review.whom.provider', names),
    ...(provider.isSandbox ? [phrase('review.whom.sandbox')] : []),
  ];

  return [
    entry('who', [phrase('review.who.recipient', names)]),
    entry('whom', whom),
    { ...entry('what', items), isList: true },
    ...(unread.length === 0 ? [] : [entry('unread', [phrase('review.unread.about', names)])]),
    entry('why', why),
    entry('howLong', [
      phrase(`builder.duration.${draft.authorizationDetails[0].consentRequest.durationType}`),
      wording.until,
    ]),
    entry('howFarBack', [wording.lookback ?? phrase('review.howFarBack.none')]),
    entry('after', [phrase('review.after.stays', names)]),
    entry('cannot', [wording.cannot]),
    entry('stop', [wording.stop]),
  ];
}

/** The scopes that will be sent and that the provider does not list; none while it has not been asked. */
export function scopesNotListed(
  { authorizationDetails: [{ consentRequest }] }: Draft,
  { scopes, offeredScopes }: Pick<ProviderSummary, 'scopes' | 'offeredScopes'>,
): readonly string[] {
  if (offeredScopes === null) return [];
  const clusters = consentRequest.resources.flatMap(({ dataClusters }) => dataClusters).filter(isCluster);
  const sent = scopes === null ? clusters.map((cluster) => CLUSTERS[cluster].scope) : scopes.split(' ');
  return [...new Set(sent)].filter((scope) => scope !== '' && !offeredScopes.includes(scope));
}

type Question =
  | 'who'
  | 'whom'
  | 'what'
  | 'unread'
  | 'why'
  | 'howLong'
  | 'howFarBack'
  | 'after'
  | 'cannot'
  | 'stop';

function entry(question: Question, answers: readonly Phrase[]): ReviewEntry {
  return { key: question, question: phrase(`review.${question}`), answers, isList: false };
}
