import type { WireStep } from '../../preload/contract/wire-shapes';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** Forms of the authorization server by a parameter that no other form has. */
const FORMS: ReadonlyArray<readonly [pattern: RegExp, step: WireStep]> = [
  [/(?:^|&)grant_type=refresh_token(?:&|$)/, 'refresh'],
  [/(?:^|&)grant_type=/, 'token'],
  [/(?:^|&)(?:authorization_details|response_type|request)=/, 'par'],
  [/(?:^|&)token=/, 'revocation'],
];

const PATHS: ReadonlyArray<readonly [pattern: RegExp, step: WireStep]> = [
  [/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/, 'discovery'],
  [/jwks|\/certs$|\/keys$/i, 'keys'],
  [/\/consents\/[^/]+\/revocation$/, 'revocation'],
  [/\/consents\/[^/]+$/, 'consent'],
  [/\/accounts\/?$/, 'accounts'],
  [/\/accounts\/[^/]+\/transactions\/?$/, 'transactions'],
];

/**
 * Says what a request was for, from what went over the wire and nothing else: the caller's word for it
 * could be wrong, the bytes cannot.
 *
 * @see RFC 6749 section 4.1.3 and 6, RFC 9126 section 2.1, RFC 7009 section 2.1, FDX Consent API
 */
export function wireStepOf({ method, url, body }: Request): WireStep {
  const { pathname } = new URL(url);
  if (method === 'POST') {
    if (body.trimStart().startsWith('{')) return 'registration';
    return FORMS.find(([pattern]) => pattern.test(body))?.[1] ?? 'data';
  }
  return PATHS.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'data';
}
