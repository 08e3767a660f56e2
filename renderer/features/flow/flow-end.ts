import type { Failure } from '../../../preload/contract/failure';
import { isWorthTryingAgain } from '../../parts/violation-words';

/**
 * Which way on makes more sense after a failure: the same request once more, or another one; neither where only
 * the provider can mend it.
 */
export function whatToOffer(failure: Failure): 'again' | 'change' | 'neither' {
  if (failure.kind === 'protocol-violation' && isWorthTryingAgain(failure)) return 'again';
  if (failure.kind === 'protocol-violation' || failure.kind === 'provider-unsuitable') return 'neither';
  if (failure.kind === 'declined') return 'change';
  return failure.kind === 'provider-refused' && failure.stage === 'par' && failure.member !== null
    ? 'change'
    : 'again';
}
