import {
  buildAuthorizationUrlWithJAR,
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  type Configuration,
  modifyAssertion,
  type ServerMetadata as AuthorizationServer,
} from 'openid-client';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ProviderHttp } from '../ports/provider-http';
import { isObject, parseJson } from '../security/json';
import { askOver, textOf, valueOf } from './ask-provider';
import { type ClientIdentity, configurationOver, proofOf } from './configuration';
import { endpoint, type SignedMode, signedResponseMode } from './discovery';
import { contradictionIn, readOAuthFailure } from './oauth-failure';
import { violationAt } from './protocol-violation';

/** The longest lifetime of a `request_uri` that is believed, in seconds. @see FAPI 2.0 section 5.3.2.2: below 600 */
const MAX_LIFETIME_SECONDS = 600;

/** The secrets of one attempt. They never leave the main process but in the requests that they are for. */
export interface Attempt {
  /** 43 characters of base64url: 256 bits. @see RFC 7636 section 4.1 */
  readonly codeVerifier: string;
  /** 43 characters of base64url: 256 bits. */
  readonly state: string;
  /** 43 characters of base64url; sent only when an ID token is asked for. @see OpenID Connect Core section 3.1.2.1 */
  readonly nonce: string;
}

/** Whether a list of scopes asks for an ID token. @see OpenID Connect Core section 3.1.2.1 */
export function asksForIdToken(scope: string): boolean {
  return scope.split(' ').includes('openid');
}

// Without it a provider that follows OpenID Connect drops the scope, and gives no refresh token.
function asksForOfflineAccess(scope: string): boolean {
  return asksForIdToken(scope) && scope.split(' ').includes('offline_access');
}

export interface RequestToPush {
  readonly redirectUri: string;
  readonly scope: string;
  /** Null for a provider that takes none and is asked by scopes alone. */
  readonly authorizationDetails: AuthorizationDetails | null;
}

export interface PushedRequest {
  /** Where the browser goes: the authorization endpoint with `client_id` and `request_uri`, and nothing else. */
  readonly authorizeUrl: URL;
  /** Instant after which the provider refuses the request. Epoch milliseconds, UTC. */
  readonly expiresAtMs: number;
}

/**
 * The parameters of a pushed request, in the order in which they are sent; `client_id` is added by client authentication.
 *
 * @param responseMode from {@link signedResponseMode}; null for the plain one, which is not named
 * @see RFC 9126 section 2.1, RFC 9396 section 2, RFC 7636 section 4.3; OpenID Connect Core section 11 (prompt)
 */
export async function pushedParameters(
  request: RequestToPush,
  attempt: Attempt,
  responseMode: SignedMode | null = null,
): Promise<URLSearchParams> {
  return new URLSearchParams({
    response_type: 'code',
    redirect_uri: request.redirectUri,
    ...(request.scope === '' ? {} : { scope: request.scope }),
    state: attempt.state,
    code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
    ...(request.authorizationDetails === null
      ? {}
      : { authorization_details: JSON.stringify(request.authorizationDetails) }),
    ...(asksForIdToken(request.scope) ? { nonce: attempt.nonce } : {}),
    ...(asksForOfflineAccess(request.scope) ? { prompt: 'consent' } : {}),
    ...(responseMode === null ? {} : { response_mode: responseMode }),
  });
}

export interface PushContext {
  readonly http: ProviderHttp;
  readonly metadata: AuthorizationServer;
  readonly identity: ClientIdentity;
  readonly providerName: string;
  readonly nowMs: () => number;
  readonly signal?: AbortSignal;
}

/**
 * Sends the consent request to the provider, out of the browser's sight.
 *
 * @returns where the browser goes next; or why the provider would not have it
 * @see RFC 9126 section 2.2 (201, `request_uri`, `expires_in` in seconds)
 */
export async function pushRequest(
  context: PushContext,
  request: RequestToPush,
  attempt: Attempt,
): Promise<Result<PushedRequest, Failure>> {
  const { http, metadata, identity, providerName, nowMs, signal } = context;
  const { client } = identity;
  const url = endpoint(metadata, 'pushed_authorization_request_endpoint', client) ?? metadata.issuer;
  const rule = 'RFC 9126 2.2: 201 with request_uri and a positive expires_in, and without an error';
  const conversation = { providerName, host: new URL(url).host, stage: 'par' as const, rule };
  try {
    const parameters = await pushedParameters(request, attempt, signedResponseMode(metadata));
    const asked = await askOver(http, { rule: 'harmless', isJson: true, signal }, async (fetch) => {
      const configuration = configurationOver(metadata, identity, fetch);
      const sent = await asSent(configuration, context, parameters);
      return buildAuthorizationUrlWithPAR(configuration, sent, proofOf(identity));
    });
    const requestUri = valueOf(asked).searchParams.get('request_uri') ?? '';
    const text = asked.response === null ? '' : textOf(asked.response);
    const contradiction = contradictionIn(text, 'request_uri', conversation);
    if (contradiction !== null) return fail(contradiction);
    const expiresIn = lifetimeIn(text);
    if (expiresIn === null)
      return fail(violationAt(providerName, 'par')('malformed', rule, 'expires_in is no positive number'));
    const lifetimeSeconds = Math.min(expiresIn, MAX_LIFETIME_SECONDS);
    return ok({
      authorizeUrl: authorizeUrl(metadata, client.client_id, requestUri),
      expiresAtMs: nowMs() + lifetimeSeconds * 1000,
    });
  } catch (cause) {
    return fail(readOAuthFailure(cause, conversation));
  }
}

/** Whether the request is to be signed as a whole. @see RFC 9101 section 10.5 (require_signed_request_object) */
function signsRequest(
  { require_signed_request_object: isRequired }: AuthorizationServer,
  { requestObject }: Pick<ClientIdentity, 'requestObject'>,
): boolean {
  return requestObject === 'signed' || (requestObject === 'as-announced' && isRequired === true);
}

/** The parameters as they are pushed: themselves, or one signed object that holds them all. */
async function asSent(
  configuration: Configuration,
  { metadata, identity }: PushContext,
  parameters: URLSearchParams,
): Promise<URLSearchParams> {
  if (!signsRequest(metadata, identity) || identity.requestKey === null) return parameters;
  const { searchParams } = await buildAuthorizationUrlWithJAR(
    configuration,
    parameters,
    identity.requestKey,
    { [modifyAssertion]: allowForClocks },
  );
  return new URLSearchParams({ request: searchParams.get('request') ?? '' });
}

// The library makes it valid from this second on for one minute, which a provider's clock need not agree with.
// At most an hour on either side: FAPI 2.0 Message Signing section 5.3.2.
function allowForClocks(_header: unknown, claims: Record<string, unknown>): void {
  const { iat } = claims;
  if (typeof iat !== 'number') return;
  claims['nbf'] = iat - SKEW_SECONDS;
  claims['exp'] = iat + REQUEST_OBJECT_SECONDS;
}

/** How far two clocks may differ, and how long a request object is good for, in seconds. */
const SKEW_SECONDS = 60;
const REQUEST_OBJECT_SECONDS = 300;

/**
 * `expires_in` of an answer that the library has taken, in seconds: it keeps it to itself. It also takes a zero, and
 * a text that begins with digits; a text of digits alone is seen in the field.
 */
function lifetimeIn(text: string): number | null {
  const body = parseJson(text);
  const said = isObject(body) ? body['expires_in'] : undefined;
  const seconds = typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : said;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** @see RFC 9126 section 4; FAPI 2.0 section 5.3.3.2: only `client_id` and `request_uri` */
export function authorizeUrl(metadata: AuthorizationServer, clientId: string, requestUri: string): URL {
  const url = new URL(metadata.authorization_endpoint ?? '');
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('request_uri', requestUri);
  return url;
}
