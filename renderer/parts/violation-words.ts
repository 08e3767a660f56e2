import type { Failure, Violation } from '../../preload/contract/failure';
import type { Phrase } from '../ui/words';
import { type FailureWords, words, YOU } from './failure-parts';

type ProtocolViolation = Extract<Failure, { kind: 'protocol-violation' }>;

/**
 * What can be done about an answer that broke a rule. Trying again helps where the bytes may have been damaged on
 * the way or a gateway stood in between; the provider's own mistakes stay what they are.
 */
const NEXT: Readonly<Partial<Record<Violation, Phrase['id']>>> = {
  'broken-coding': 'failure.next.again-then-tell',
  'broken-json': 'failure.next.again-then-tell',
  'not-json': 'failure.next.again-then-address',
  'not-http': 'failure.next.again-then-address',
};

/** Whether the same request may get a better answer. */
export function isWorthTryingAgain({ violation }: ProtocolViolation): boolean {
  return NEXT[violation] !== undefined;
}

/** The words of an answer that broke a rule. */
export function wordViolation(failure: ProtocolViolation): FailureWords {
  const { providerName, stage, violation, rule, detail } = failure;
  const values = { provider: providerName };
  // At the metadata nothing else was said yet: what is wrong may be the address that the person kept.
  const isOurAddress = stage === 'discovery' && violation === 'other-issuer';
  return words(
    { id: `failure.violation.${violation}`, values },
    isOurAddress ? YOU : { id: 'failure.who.provider', values },
    { id: isOurAddress ? 'failure.issuer.next' : (NEXT[violation] ?? 'failure.next.tell-provider'), values },
    { technical: `${stage} · ${rule} · ${detail}` },
  );
}
