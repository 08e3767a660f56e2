import type { Failure } from '../../../preload/contract/failure';
import { isAboutProfile } from '../../parts/refused-words';
import { isWorthTryingAgain } from '../../parts/violation-words';

/** The ways on from a failure; `register` and `profile` lead to the provider's own pages. */
export type WayOn = 'again' | 'change' | 'register' | 'profile' | 'neither';

/**
 * Which way on makes more sense after a failure: the same request once more, another one, or a change of what is
 * kept of the provider; neither where only the provider can fix it.
 */
export function whatToOffer(failure: Failure): WayOn {
  if (failure.kind === 'protocol-violation') return afterViolation(failure);
  if (failure.kind === 'provider-refused') return afterRefusal(failure);
  if (failure.kind === 'provider-unsuitable') return failure.isByChoice ? 'profile' : 'neither';
  if (failure.kind === 'registration-outdated' || failure.kind === 'not-registered') return 'register';
  if (failure.kind === 'scopes-unknown') return 'profile';
  return failure.kind === 'declined' ? 'change' : 'again';
}

function afterViolation(failure: Extract<Failure, { kind: 'protocol-violation' }>): WayOn {
  if (isWorthTryingAgain(failure)) return 'again';
  // The address that was kept may be wrong.
  return failure.stage === 'discovery' && failure.violation === 'other-issuer' ? 'register' : 'neither';
}

function afterRefusal(failure: Extract<Failure, { kind: 'provider-refused' }>): WayOn {
  const { code, stage, member } = failure;
  if (isAboutProfile(failure) || failure.bySignedStatement === true) return 'profile';
  if (code === 'invalid_client' || code === 'unauthorized_client') return 'register';
  return stage === 'par' && member !== null ? 'change' : 'again';
}
