import type { Phrase } from '../ui/words';

/** A failure in words. */
export interface FailureWords {
  readonly kind: 'danger' | 'warn' | 'info';
  /** What happened. */
  readonly what: Phrase;
  /** Who can fix it. */
  readonly who: Phrase;
  /** What to do next. */
  readonly next: Phrase;
  /** What the other side said itself, quoted; null where it said nothing. */
  readonly said: Phrase | null;
  /** Codes and rules as they are, for the developer depth; never a secret. */
  readonly technical: string | null;
}

/** The person can fix it. */
export const YOU: Phrase = { id: 'failure.who.you' };

/** The provider can fix it, and nobody else. */
export const providerHas = (name: string): Phrase => ({
  id: 'failure.who.provider',
  values: { provider: name },
});

/** Puts the parts of a failure's words together. */
export function words(
  what: Phrase,
  who: Phrase,
  next: Phrase,
  rest?: Partial<Pick<FailureWords, 'kind' | 'said' | 'technical'>>,
): FailureWords {
  return { kind: 'danger', what, who, next, said: null, technical: null, ...rest };
}
