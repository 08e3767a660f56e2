import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';

/** Longest link that is looked at. It holds ASCII only, so these characters are bytes: 2 KB. */
const MAX_LINK_LENGTH = 2048;

/**
 * An answer that came to our redirect URI, of which the query alone is another's word.
 *
 * @param candidate an address that claims to be an answer; its fragment is dropped
 * @param redirectUri our own, without a query
 * @returns the redirect URI with the query of the candidate, or null when that is any other address
 * @see RFC 6749 section 4.1.2; RFC 8252 section 7
 */
function callbackAt(candidate: URL, redirectUri: string): URL | null {
  const where = new URL(candidate);
  where.search = '';
  where.hash = '';
  // Compared whole: a scheme, user, host, port or path that differs in anything is another address.
  return where.href === new URL(redirectUri).href ? new URL(`${redirectUri}${candidate.search}`) : null;
}

/**
 * Reads a text from outside as an answer to a private-use redirect URI. Nobody knows who sent it, so nothing is corrected:
 * what a parser would take out or spell otherwise is refused.
 *
 * @param text a link of the system, or an argument of another start
 * @returns as {@link callbackAt}
 * @see RFC 8252 section 7.1
 */
export function readCallbackLink(text: string, redirectUri: string): URL | null {
  const isPlain = text.length <= MAX_LINK_LENGTH && /^[\x21-\x7E]+$/.test(text) && !text.includes('#');
  if (!isPlain || !text.startsWith(`${redirectUri}?`) || !URL.canParse(text)) return null;
  return callbackAt(new URL(text), redirectUri);
}

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

/**
 * Decides whether the authorization page may be handed to the system browser.
 *
 * @returns the URL to open, rebuilt by our parser so that what was checked is what is opened,
 *   or null when it must be dropped
 * @see Electron security checklist, item 15; RFC 8252 section 8.12
 */
export function browserLink(candidate: URL): string | null {
  const hasUserInfo = candidate.username !== '' || candidate.password !== '';
  return candidate.protocol === 'https:' && !hasUserInfo ? candidate.href : null;
}
