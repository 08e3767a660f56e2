import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { callFdx } from '../fdx/fdx-request';
import type { FdxApi } from '../fdx/fdx-request';
import { revokeToken } from '../oauth/revocation';
import { SMALL_ANSWER_BYTES } from '../oauth/transport';
import type { ConnectionRecord } from './connection-record';
import { freshAccessToken } from './fresh-access-token';
import type { ProviderClient } from './provider-clients';
import { fdxApi, readConsent } from './read-connection';
import type { ReadEdges } from './read-connection';

export interface Revoked {
  readonly connection: ConnectionRecord;
  /** Whether the provider itself said that the consent has ended. */
  readonly confirmedByProvider: boolean;
}

/**
 * Ends a consent: at the FDX API, then its tokens at the authorization server, then here.
 *
 * @returns the failure when neither the FDX API nor the authorization server would hear of it; then
 *   nothing has changed here, and it can be tried again
 * @see FDX Consent API `PUT /consents/{consentId}/revocation` (204; 409 when it has ended already); RFC 7009
 */
export async function revokeConnection(
  edges: ReadEdges,
  client: ProviderClient,
  connectionId: string,
): Promise<Result<Revoked, Failure>> {
  const connection = edges.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const accessToken = await freshAccessToken(edges, client, connectionId);
  if (!accessToken.ok) return accessToken;
  const api = fdxApi(edges, client, accessToken.value);

  const ended = await endConsent(api, connection.consentId);
  // Most providers take the tokens back with the consent, so this is read before they are given back.
  const text = ended.ok ? await textAfterwards(api, connection.consentId) : null;
  const givenBack = await giveTokensBack(edges, client, connectionId);
  if (!ended.ok && !(givenBack.ok && givenBack.value === 'done')) return ended;

  const forgotten = await edges.tokens.delete(connectionId);
  if (!forgotten.ok) return forgotten;
  const nowMs = edges.nowMs();
  const stopped = await edges.connections.amend(connectionId, {
    ...(text === null ? {} : { consentText: text }),
    readAtMs: nowMs,
    stoppedAtMs: nowMs,
  });
  return stopped.ok ? ok({ connection: stopped.value, confirmedByProvider: ended.ok }) : stopped;
}

async function endConsent(api: FdxApi, consentId: string): Promise<Result<null, Failure>> {
  const told = await callFdx(api, {
    method: 'PUT',
    path: ['consents', consentId, 'revocation'],
    body: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' },
    stage: 'revocation',
    maxBytes: SMALL_ANSWER_BYTES,
  });
  const hadEnded = !told.ok && told.error.kind === 'provider-refused' && told.error.status === 409;
  return told.ok || hadEnded ? ok(null) : told;
}

async function textAfterwards(api: FdxApi, consentId: string): Promise<string | null> {
  const read = await readConsent(api, consentId);
  return read.ok && read.value.grant.status !== 'ACTIVE' ? read.value.text : null;
}

async function giveTokensBack(
  edges: ReadEdges,
  { profile, http, metadata }: ProviderClient,
  connectionId: string,
): Promise<Result<'done' | 'not-offered', Failure>> {
  const held = edges.tokens.get(connectionId);
  if (!held.ok) return held;
  if (held.value === null) return ok('not-offered');
  const context = {
    http,
    metadata,
    clientId: profile.clientId,
    providerName: profile.name,
    nowMs: edges.nowMs,
  };
  return revokeToken(context, held.value.refreshToken ?? held.value.accessToken);
}
