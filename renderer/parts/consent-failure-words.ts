import { assertNever, type Failure } from '../../preload/contract/failure';
import type { Phrase } from '../ui/words';
import { type FailureWords, words, YOU } from './failure-parts';

const KINDS = [
  'provider-unknown',
  'consent-unknown',
  'consent-ended',
  'consent-not-found',
  'access-not-held',
] as const satisfies readonly Failure['kind'][];

/** What can go wrong with a consent that was given. */
export type ConsentFailure = Extract<Failure, { kind: (typeof KINDS)[number] }>;

const NOBODY: Phrase = { id: 'failure.who.nobody' };

/** Whether a failure is one of those. */
export function isConsentFailure(failure: Failure): failure is ConsentFailure {
  return KINDS.some((kind) => kind === failure.kind);
}

/** The words of a failure around a consent that was given. */
export function wordConsentFailure(failure: ConsentFailure): FailureWords {
  switch (failure.kind) {
    case 'provider-unknown':
      return words({ id: 'failure.provider-unknown' }, YOU, { id: 'failure.provider-unknown.next' });
    case 'consent-unknown':
      return words({ id: 'failure.consent-unknown' }, NOBODY, { id: 'failure.consent-unknown.next' });
    case 'consent-ended':
      return words(
        { id: `failure.ended.${failure.how}` },
        NOBODY,
        { id: 'failure.ended.next' },
        { kind: 'info' },
      );
    case 'consent-not-found':
      return wordNotFound(failure);
    case 'access-not-held':
      return words({ id: 'failure.not-held' }, YOU, { id: 'failure.not-held.next' }, { kind: 'warn' });
    default:
      return assertNever(failure);
  }
}

type NotFound = Extract<Failure, { kind: 'consent-not-found' }>;

function wordNotFound({ providerName, status, isAccessOpen }: NotFound): FailureWords {
  const access = isAccessOpen === null ? 'unknown' : isAccessOpen ? 'open' : 'shut';
  const values = { provider: providerName };
  return words(
    { id: `failure.not-found.${access}`, values },
    { id: 'failure.who.provider', values },
    { id: 'failure.not-found.next' },
    { technical: `HTTP ${status}` },
  );
}
