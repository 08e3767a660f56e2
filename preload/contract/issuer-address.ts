/** Where the metadata of an issuer is, with or without what comes after the host. @see RFC 8414 section 3; OpenID Connect Discovery section 4 */
const APPENDED = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)\/?$/;
const INSERTED = /^\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?=\/[^/])/;

/**
 * The address at which the issuer that a person means can be asked: with its scheme, without query, fragment and the
 * well-known part, and with its host in small letters. What it answers still has to name itself letter by letter.
 *
 * @param text as it was typed or pasted
 * @returns null for what is no address, is not https, or holds a user name
 * @see RFC 8414 section 2 (no query, no fragment), section 3.1 (two ways to form the address of the metadata)
 */
export function issuerAddress(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  // A port is no scheme: `bank.example:8443` has none.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed);
  const address = hasScheme ? typed : `https://${typed.replace(/^\/+/, '')}`;
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, origin, pathname } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return null;

  const path = pathname.replace(INSERTED, '').replace(APPENDED, '');
  // A parser adds a slash where there is no path, and the issuer may have none.
  const hasPath = path !== '/' || /^[^?#]*\/(?:[?#]|$)/.test(address);
  return `${origin}${hasPath ? path : ''}`;
}
