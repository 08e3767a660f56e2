import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { scopesBeyond } from './details-comparison';
import { violationAt } from './protocol-violation';
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
  const violation = violationAt(providerName, 'token');
  if (held.grantId !== null && refreshed.grantId !== null && held.grantId !== refreshed.grantId)
    return fail(
      violation(
        'other-consent',
        'RFC 6749 6: a refresh continues one grant',
        'the answer names another consent',
      ),
    );
  const beyond = held.scope === null ? [] : scopesBeyond(held.scope, refreshed.scope);
  if (beyond.length === 0) return ok(null);
  const added = `added: ${beyond.join(' ').slice(0, 100)}`;
  return fail(violation('wider', 'RFC 6749 6: a refresh adds no scope', added));
}
