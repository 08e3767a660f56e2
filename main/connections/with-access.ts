import type { Failure } from '../../preload/contract/failure';
import { fail, type Result } from '../../preload/contract/result';
import type { FdxApi } from '../fdx/fdx-request';
import { freshAccessToken, type TokenDeps } from './fresh-access-token';
import type { ProviderClient } from './provider-clients';

export interface AccessDeps extends TokenDeps {
  /** A new UUID, for `x-fapi-interaction-id`. */
  readonly newId: () => string;
}

/** Whose access is used for calls of the FDX API. */
export interface Access {
  readonly deps: AccessDeps;
  readonly client: ProviderClient;
  readonly connectionId: string;
  readonly signal?: AbortSignal | undefined;
  /** When the consent ends by its own word: nothing is asked from then on. */
  readonly endsAtMs?: number | null;
}

/** How often a refused token is replaced within one call. */
const MAX_REFRESHES = 2;

/**
 * Calls the FDX API with a token that should be good. When it is refused it is refreshed and the call made
 * again, twice at most: a provider that has just rotated everything may refuse the first new one too.
 *
 * @see RFC 6750 section 3.1 (401: the client may get a new token and try again)
 */
export async function withAccess<Value>(
  { deps, client, connectionId, signal, endsAtMs = null }: Access,
  use: (api: FdxApi) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  if (endsAtMs !== null && endsAtMs <= deps.nowMs()) return fail({ kind: 'consent-ended', how: 'expired' });
  const first = await freshAccessToken(deps, client, connectionId, { signal });
  if (!first.ok) return first;
  let refused = first.value;
  let answer = await use(fdxApi(deps, client, refused, signal));
  for (let refreshes = 0; refreshes < MAX_REFRESHES; refreshes += 1) {
    if (answer.ok || !isUnauthorized(answer.error)) return answer;
    const next = await freshAccessToken(deps, client, connectionId, { refused, signal });
    // Nothing to refresh with: the provider's own words say more than that.
    if (!next.ok) return next.error.kind === 'access-not-held' ? answer : next;
    refused = next.value;
    answer = await use(fdxApi(deps, client, refused, signal));
  }
  return answer;
}

function isUnauthorized(failure: Failure): boolean {
  return failure.kind === 'provider-refused' && failure.status === 401;
}

function fdxApi(
  { newId }: AccessDeps,
  { http, profile, identity }: ProviderClient,
  accessToken: string,
  signal?: AbortSignal,
): FdxApi {
  return {
    http,
    providerName: profile.name,
    baseUrl: profile.fdxBaseUrl,
    accessToken,
    dpop: identity.dpop,
    newInteractionId: newId,
    ...(signal === undefined ? {} : { signal }),
  };
}
