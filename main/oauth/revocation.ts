import { tokenRevocation } from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { askOver, valueOf } from './ask-provider';
import { configurationOver } from './configuration';
import { endpoint, isHttps } from './discovery';
import { readOAuthFailure } from './oauth-failure';
import type { TokenContext } from './token';

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
    // Only its status counts: the body is ignored (RFC 7009 section 2.2).
    const asked = await askOver(http, { rule: 'if-nothing-was-done', signal }, (fetch) =>
      tokenRevocation(configurationOver(metadata, identity, fetch), token),
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
