import type { Failure } from '../../preload/contract/failure';
import { type FailureWords, words, YOU } from './failure-parts';

type KeptFailure = Extract<
  Failure,
  { kind: 'transaction-unknown' | 'data-process-ended' | 'exchange-unknown' | 'trace-unreadable' }
>;

const KINDS: readonly string[] = [
  'transaction-unknown',
  'data-process-ended',
  'exchange-unknown',
  'trace-unreadable',
] satisfies ReadonlyArray<KeptFailure['kind']>;

/** Whether a failure is about what is kept on this computer, and not about a bank. */
export function isKeptFailure(failure: Failure): failure is KeptFailure {
  return KINDS.includes(failure.kind);
}

/** The words of a failure about what is kept on this computer. */
export function wordKeptFailure({ kind }: KeptFailure): FailureWords {
  if (kind === 'trace-unreadable') return words({ id: 'failure.trace' }, YOU, { id: 'failure.trace.next' });
  if (kind === 'data-process-ended')
    return words({ id: 'failure.data-process' }, { id: 'failure.who.app' }, { id: 'failure.next.again' });
  return words({ id: `failure.${kind}` }, { id: 'failure.who.nobody' }, { id: `failure.${kind}.next` });
}
