import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { violationAt } from './protocol-violation';
import { claimsIn } from './token-binding';

/** Names by which providers tell the id of a consent grant, the usual one first. */
const NAMES: readonly string[] = ['grant_id', 'fdxConsentId', 'consentId'];

/**
 * Finds the id of the consent grant in a token answer: as a member, in its `authorization_details`, or
 * as a claim of an access token that is a readable JWT. The claim is only a name to ask the same
 * provider with, so its signature does not matter.
 *
 * @returns the value as it stands there, of any type; null when the provider names none
 * @see FDX API 6.x: `grant_id`; JwtProfile: `fdxConsentId`; WSO2 sends it beside the token
 */
export function consentIdIn(answer: Readonly<Record<string, unknown>>): unknown {
  const details = answer['authorization_details'];
  const places = [answer, ...(Array.isArray(details) ? details : []), claimsIn(answer['access_token'])];
  return places.map(idOf).find((id) => id !== null) ?? null;
}

function idOf(place: unknown): unknown {
  if (typeof place !== 'object' || place === null) return null;
  const members = new Map(Object.entries(place));
  return NAMES.map((name) => members.get(name) ?? null).find((id) => id !== null) ?? null;
}

/** By what a grant is known again. */
export interface GrantInHand {
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
  held: GrantInHand,
  refreshed: GrantInHand,
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

/**
 * The scopes that were given without having been asked for. A provider that says nothing gave what was asked.
 *
 * @see RFC 6749 section 3.3
 */
export function scopesBeyond(asked: string, granted: string | null): readonly string[] {
  const known = new Set(asked.split(' '));
  return (granted ?? '').split(' ').filter((scope) => scope !== '' && !known.has(scope));
}
