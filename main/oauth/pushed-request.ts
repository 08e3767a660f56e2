import {
  calculatePKCECodeChallenge,
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
  TlsClientAuth,
} from 'oauth4webapi';
import type { AuthorizationServer } from 'oauth4webapi';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { ProviderHttp } from './transport';
import { mtlsClient } from './client';
import { endpoint } from './discovery';
import { readOAuthFailure } from './oauth-failure';
import { overTransport } from './provider-call';

/** The longest lifetime of a `request_uri` that is believed, in seconds. @see FAPI 2.0 section 5.3.2.2: below 600 */
const MAX_LIFETIME_SECONDS = 600;

/** The secrets of one attempt. They never leave the main process but in the requests that they are for. */
export interface Attempt {
  /** 43 characters of base64url: 256 bits. @see RFC 7636 section 4.1 */
  readonly codeVerifier: string;
  /** 43 characters of base64url: 256 bits. */
  readonly state: string;
}

export interface RequestToPush {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly authorizationDetails: AuthorizationDetails;
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
 * @see RFC 9126 section 2.1, RFC 9396 section 2, RFC 7636 section 4.3
 */
export async function pushedParameters(request: RequestToPush, attempt: Attempt): Promise<URLSearchParams> {
  return new URLSearchParams({
    response_type: 'code',
    redirect_uri: request.redirectUri,
    ...(request.scope === '' ? {} : { scope: request.scope }),
    state: attempt.state,
    code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
    authorization_details: JSON.stringify(request.authorizationDetails),
  });
}

export interface PushContext {
  readonly http: ProviderHttp;
  readonly metadata: AuthorizationServer;
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
  const { http, metadata, providerName, nowMs, signal } = context;
  const client = mtlsClient(request.clientId);
  const host = new URL(endpoint(metadata, 'pushed_authorization_request_endpoint') ?? metadata.issuer).host;
  const rule = 'RFC 9126 2.2: 201 with request_uri and a positive expires_in';
  try {
    const parameters = await pushedParameters(request, attempt);
    const response = await pushedAuthorizationRequest(
      metadata,
      client,
      TlsClientAuth(),
      parameters,
      overTransport(http, signal),
    );
    const pushed = await processPushedAuthorizationResponse(metadata, client, response);
    // The library takes a zero.
    if (pushed.expires_in <= 0) {
      const detail = 'expires_in is not positive';
      return fail({ kind: 'provider-misbehaved', providerName, stage: 'par', rule, detail });
    }
    const lifetimeSeconds = Math.min(pushed.expires_in, MAX_LIFETIME_SECONDS);
    const url = authorizeUrl(metadata, request.clientId, pushed.request_uri);
    return ok({ authorizeUrl: url, expiresAtMs: nowMs() + lifetimeSeconds * 1000 });
  } catch (cause) {
    return fail(readOAuthFailure(cause, { providerName, host, stage: 'par', rule }));
  }
}

/** @see RFC 9126 section 4; FAPI 2.0 section 5.3.3.2: only `client_id` and `request_uri` */
export function authorizeUrl(metadata: AuthorizationServer, clientId: string, requestUri: string): URL {
  const url = new URL(metadata.authorization_endpoint ?? '');
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('request_uri', requestUri);
  return url;
}
