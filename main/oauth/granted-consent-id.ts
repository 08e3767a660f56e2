import { isTooDeep } from '../security/json-limits';

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
  const places = [answer, ...(Array.isArray(details) ? details : []), claimsOf(answer['access_token'])];
  return places.map(idOf).find((id) => id !== null) ?? null;
}

function idOf(place: unknown): unknown {
  if (typeof place !== 'object' || place === null) return null;
  const members = new Map(Object.entries(place));
  return NAMES.map((name) => members.get(name) ?? null).find((id) => id !== null) ?? null;
}

function claimsOf(accessToken: unknown): unknown {
  const parts = typeof accessToken === 'string' ? accessToken.split('.') : [];
  if (parts.length !== 3) return null;
  try {
    const text = Buffer.from(parts[1] ?? '', 'base64url').toString('utf8');
    return isTooDeep(text) ? null : (JSON.parse(text) as unknown);
  } catch {
    return null; // most access tokens are for the provider's eyes only
  }
}
