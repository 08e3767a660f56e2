/**
 * The scheme of the links that the system hands to this app, once its package is installed: the app id, which is a
 * reversed domain name. `electron-builder.yml` registers it; a test compares the two.
 *
 * @see RFC 8252 section 7.1
 */
export const PRIVATE_USE_SCHEME = 'app.countersign.desktop';

/** A redirect by such a link. */
export interface LinkRedirect {
  readonly scheme: typeof PRIVATE_USE_SCHEME;
  readonly path: string;
}

/**
 * The redirect URI of such a link. It has one slash: there is no host, because the scheme alone says whose it is.
 *
 * @see RFC 8252 section 7.1
 */
export function linkAddress({ scheme, path }: LinkRedirect): string {
  return `${scheme}:${path}`;
}
