import type { Breach, Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { scopesBeyond } from './details-comparison';
import type { TokenAnswer } from './token';

/** What was held before a refresh. */
export interface HeldGrant {
  readonly grantId: string | null;
  /** Space-delimited; null where the provider never said. */
  readonly scope: string | null;
}

/**
 * Makes sure that refreshed tokens are those of the grant that was refreshed, and no more than it.
 *
 * @see RFC 6749 section 6: no scope that was not granted before; FDX API 6.x: `grant_id` names one consent
 */
export function checkRefreshed(
  held: HeldGrant,
  refreshed: Pick<TokenAnswer, 'grantId' | 'scope'>,
  providerName: string,
): Result<null, Failure> {
  const refuse = (breach: Breach, rule: string, detail: string): Result<never, Failure> =>
    fail({ kind: 'provider-misbehaved', providerName, stage: 'token', breach, rule, detail });
  if (held.grantId !== null && refreshed.grantId !== null && held.grantId !== refreshed.grantId)
    return refuse(
      'other-consent',
      'RFC 6749 6: a refresh continues one grant',
      'the answer names another consent',
    );
  const beyond = held.scope === null ? [] : scopesBeyond(held.scope, refreshed.scope);
  return beyond.length === 0
    ? ok(null)
    : refuse('wider', 'RFC 6749 6: a refresh adds no scope', `added: ${beyond.join(' ').slice(0, 100)}`);
}
