import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';

/**
 * Reads the address that a person copied from a browser that could not open it.
 *
 * @param redirectUri the redirect URI of the flow that waits, without a query
 * @returns the same address built from our own redirect URI, so that only its query is the person's word
 * @see RFC 8252 section 7.3; RFC 6749 section 4.1.2
 */
export function readPastedCallback(address: string, redirectUri: string): Result<URL, Failure> {
  const text = address.trim();
  if (!URL.canParse(text)) return fail({ kind: 'callback-not-ours', reason: 'no-address' });
  const pasted = new URL(text);
  const hasUserInfo = pasted.username !== '' || pasted.password !== '';
  const where = `${pasted.protocol}//${pasted.host}${pasted.pathname}`;
  // Compared as text: a scheme, host, port or path that differs in anything is another address.
  if (hasUserInfo || where !== redirectUri)
    return fail({ kind: 'callback-not-ours', reason: 'other-address' });
  return ok(new URL(`${redirectUri}${pasted.search}`));
}
