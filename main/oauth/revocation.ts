import { processRevocationResponse, revocationRequest, TlsClientAuth } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { mtlsClient } from './client';
import { endpoint } from './discovery';
import { readOAuthFailure } from './oauth-failure';
import { overTransport } from './provider-call';
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
  const { http, metadata, clientId, providerName, signal } = context;
  const url = endpoint(metadata, 'revocation_endpoint');
  if (url === undefined) return ok('not-offered');
  try {
    const client = mtlsClient(clientId);
    const response = await revocationRequest(
      metadata,
      client,
      TlsClientAuth(),
      token,
      overTransport(http, signal),
    );
    await processRevocationResponse(response);
    return ok('done');
  } catch (cause) {
    const rule = 'RFC 7009 2.2: 200 for a revoked or unknown token';
    return fail(
      readOAuthFailure(cause, { providerName, host: new URL(url).host, stage: 'revocation', rule }),
    );
  }
}
