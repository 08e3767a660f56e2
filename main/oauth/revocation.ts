import { type CustomFetch, tokenRevocation } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { askOver, valueOf } from './ask-provider';
import { configurationOver } from './configuration';
import { endpoint, isHttps } from './discovery';
import { readOAuthFailure } from './oauth-failure';
import type { GrantTokens, TokenContext } from './token';

/**
 * What became of one token at the provider. `not-confirmed`: it was told and did not say yes; `not-offered`: it has
 * no place to be told at; `none`: there was no such token.
 */
type TokenEnd = 'revoked' | 'not-confirmed' | 'not-offered' | 'none';

/** What became of both, and why when one of them was not confirmed. */
export interface GivenBack {
  readonly refreshToken: TokenEnd;
  readonly accessToken: TokenEnd;
  readonly failure: Failure | null;
}

/**
 * Tells the provider that both tokens of a grant are not used any more: the refresh token first, because
 * revoking it should end the whole grant, and then the access token, because at some providers it does not.
 *
 * @see RFC 7009 section 2.1 (the server MAY revoke the other token as well; nothing says that it does)
 */
export async function giveTokensBack(
  context: TokenContext,
  { accessToken, refreshToken }: GrantTokens,
): Promise<GivenBack> {
  const refresh = await endOf(context, refreshToken);
  // Who cannot be reached for the one cannot be reached for the other, and a person waits.
  const isAway = refresh.failure?.kind === 'provider-unreachable';
  const access = isAway
    ? { end: 'not-confirmed' as const, failure: null }
    : await endOf(context, accessToken);
  return {
    refreshToken: refresh.end,
    accessToken: accessToken === null ? 'none' : access.end,
    failure: refresh.failure ?? access.failure,
  };
}

async function endOf(
  context: TokenContext,
  token: string | null,
): Promise<{ readonly end: TokenEnd; readonly failure: Failure | null }> {
  if (token === null) return { end: 'none', failure: null };
  const revoked = await revokeToken(context, token);
  if (!revoked.ok) return { end: 'not-confirmed', failure: revoked.error };
  return { end: revoked.value === 'done' ? 'revoked' : 'not-offered', failure: null };
}

/**
 * Tells the provider that a token is not used any more.
 *
 * @returns `done`, or `not-offered` when the provider has no revocation endpoint
 * @see RFC 7009 section 2
 */
export async function revokeToken(
  context: TokenContext,
  token: string,
): Promise<Result<'done' | 'not-offered', Failure>> {
  const { http, metadata, identity, providerName, signal } = context;
  const url = endpoint(metadata, 'revocation_endpoint', identity.client);
  // An address that is none is no offer either; the consent can still be ended at the FDX API and here.
  if (url === undefined || !isHttps(url)) return ok('not-offered');
  try {
    const asked = await askOver(http, { rule: 'if-nothing-was-done', signal }, (fetch) =>
      tokenRevocation(configurationOver(metadata, identity, takingAnySuccess(fetch)), token),
    );
    valueOf(asked);
    return ok('done');
  } catch (cause) {
    const rule = 'RFC 7009 2.2: 200 for a revoked or unknown token';
    return fail(
      readOAuthFailure(cause, { providerName, host: new URL(url).host, stage: 'revocation', rule }),
    );
  }
}

// The library wants 200 and nothing else. Providers answer 204 and 202 as well, and all of them mean yes:
// only the class of the status counts (RFC 9110 section 15), and the body is ignored (RFC 7009 section 2.2).
function takingAnySuccess(send: CustomFetch): CustomFetch {
  return async (url, options) => {
    const response = await send(url, options);
    return response.ok ? new Response(null, { status: 200 }) : response;
  };
}
