import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { callbackAt } from '../security/callback-address';

/**
 * Reads the address that a person copied from a browser that could not open it.
 *
 * @param redirectUri the redirect URI of the flow that waits, without a query
 * @returns the same address built from our own redirect URI, so that only its query is the person's word
 * @see RFC 8252 section 7; RFC 6749 section 4.1.2
 */
export function readPastedCallback(address: string, redirectUri: string): Result<URL, Failure> {
  const text = address.trim();
  if (!URL.canParse(text)) return fail({ kind: 'callback-not-ours', reason: 'no-address' });
  const callback = callbackAt(new URL(text), redirectUri);
  return callback === null ? fail({ kind: 'callback-not-ours', reason: 'other-address' }) : ok(callback);
}
