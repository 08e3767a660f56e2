import type { Failure } from '../../preload/contract/failure';
import type { Draft } from '../features/consent-builder/builder-state';

/** What the person is about to ask of a bank. It outlives a flow that failed, so that nothing is typed twice. */
export interface Attempt {
  readonly providerId: string;
  readonly draft: Draft;
  /** Why the bank sent it back, to be shown at the field; null when it did not. */
  readonly problem: Failure | null;
}

/** Whether the bank refused the request itself, so that it has to be changed in the builder. */
export function isRefusalOfRequest(failure: Failure | null): boolean {
  return failure?.kind === 'provider-refused' && failure.stage === 'par' && failure.member !== null;
}
