/** Where the bank can be reached. Pages ask for no client certificate, the rest does. */
export interface Addresses {
  /** Origin of the pages, and the issuer. */
  readonly issuer: string;
  /** Origin of everything that a client calls with its certificate. */
  readonly mtlsOrigin: string;
  readonly fdxBaseUrl: string;
  readonly registrationEndpoint: string;
  /** The page on which customers see what they share, and stop it. */
  readonly siteUrl: string;
}

/** Paths of the authorization server. */
export const PATHS = {
  authorization: '/authorize',
  pushed_authorization_request: '/par',
  token: '/token',
  revocation: '/revoke',
  introspection: '/introspect',
  jwks: '/jwks',
} as const;

export const REGISTRATION_PATH = '/register';
export const SHARING_PATH = '/consents';
export const FDX_PATH = '/fdx/v6';

/** The endpoints that a client calls with its certificate. */
export const MTLS_ENDPOINTS = [
  'pushed_authorization_request',
  'token',
  'revocation',
  'introspection',
] as const;

/** The bank answers on 127.0.0.1 and nowhere else: it is not for other machines. */
export const HOST = '127.0.0.1';

export function addressesOf(pagesPort: number, mtlsPort: number): Addresses {
  const issuer = `https://${HOST}:${pagesPort}`;
  const mtlsOrigin = `https://${HOST}:${mtlsPort}`;
  return {
    issuer,
    mtlsOrigin,
    fdxBaseUrl: `${mtlsOrigin}${FDX_PATH}`,
    registrationEndpoint: `${issuer}${REGISTRATION_PATH}`,
    siteUrl: `${issuer}${SHARING_PATH}`,
  };
}

/** @see RFC 8705 section 5; RFC 9126 section 5 for the name of the PAR endpoint */
export function mtlsEndpointAliases({ mtlsOrigin }: Addresses): Readonly<Record<string, string>> {
  return Object.fromEntries(
    MTLS_ENDPOINTS.map((name) => [`${name}_endpoint`, `${mtlsOrigin}${PATHS[name]}`]),
  );
}
