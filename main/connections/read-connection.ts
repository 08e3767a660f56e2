import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import { readAccounts } from '../fdx/account';
import { readConsentGrant } from '../fdx/consent-grant';
import type { ConsentGrant } from '../fdx/consent-grant';
import { callFdx } from '../fdx/fdx-request';
import type { FdxApi } from '../fdx/fdx-request';
import { DATA_ANSWER_BYTES, SMALL_ANSWER_BYTES } from '../oauth/transport';
import type { ConnectionRecord } from './connection-record';
import type { ConnectionStore } from './connection-store';
import { grantOf } from './consent-view';
import { freshAccessToken } from './fresh-access-token';
import type { TokenEdges } from './fresh-access-token';
import type { ProviderClient } from './provider-clients';

export interface ReadEdges extends TokenEdges {
  readonly connections: ConnectionStore;
  /** A new UUID, for `x-fapi-interaction-id`. */
  readonly newId: () => string;
}

/**
 * Step 7: reads the consent and, if it is active, the accounts, and keeps both as received.
 *
 * @see FDX Consent API `GET /consents/{consentId}`, Core API `GET /accounts?resultType=details`
 */
export async function readConnection(
  edges: ReadEdges,
  client: ProviderClient,
  connectionId: string,
  signal?: AbortSignal,
): Promise<Result<ConnectionRecord, Failure>> {
  const connection = edges.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const accessToken = await freshAccessToken(edges, client, connectionId, signal);
  if (!accessToken.ok) return notRead(edges, connection, accessToken.error);
  const api = fdxApi(edges, client, accessToken.value, signal);

  const consent = await readConsent(api, connection.consentId);
  if (!consent.ok) return notRead(edges, connection, consent.error);
  const { grant, text: consentText } = consent.value;
  const withConsent = await edges.connections.amend(connectionId, {
    consentText,
    readAtMs: edges.nowMs(),
    seenEnded: null,
  });
  if (!withConsent.ok || grant.status !== 'ACTIVE') return withConsent;

  const accountsText = await readAccountsText(api);
  return accountsText.ok
    ? edges.connections.amend(connectionId, { accountsText: accountsText.value })
    : accountsText;
}

/**
 * Keeps that a consent was seen to have ended. Its tokens stay until it is forgotten: they open nothing, and
 * a provider that was wrong about them for a moment has cost nobody a consent.
 */
async function notRead(
  { connections, nowMs }: ReadEdges,
  connection: ConnectionRecord,
  refused: Failure,
): Promise<Result<never, Failure>> {
  const atMs = nowMs();
  const failure = endedOr(refused, connection, atMs);
  if (failure.kind !== 'consent-ended') return fail(failure);
  const kept = await connections.amend(connection.connectionId, { seenEnded: { how: failure.how, atMs } });
  return kept.ok ? fail(failure) : kept;
}

/**
 * What a refusal means for a consent that had been read before. A provider takes the tokens back with the
 * consent, so all that is seen of its end is a refused token.
 *
 * @see RFC 6749 section 5.2 (`invalid_grant`), RFC 6750 section 3.1 (`invalid_token`, 401)
 */
function endedOr(failure: Failure, connection: ConnectionRecord, nowMs: number): Failure {
  const isRefused =
    failure.kind === 'provider-refused' && (failure.status === 401 || failure.code === 'invalid_grant');
  if (!isRefused || connection.consentText === null) return failure;
  const { expiresAtMs } = grantOf(connection);
  const hasExpired = expiresAtMs !== null && expiresAtMs <= nowMs;
  return { kind: 'consent-ended', how: hasExpired ? 'expired' : 'revoked' };
}

/** The FDX API of a provider with the token of one connection. */
export function fdxApi(
  { newId }: Pick<ReadEdges, 'newId'>,
  { http, profile }: ProviderClient,
  accessToken: string,
  signal?: AbortSignal,
): FdxApi {
  return {
    http,
    providerName: profile.name,
    baseUrl: profile.fdxBaseUrl,
    accessToken,
    newInteractionId: newId,
    ...(signal === undefined ? {} : { signal }),
  };
}

/** Reads one consent grant, with the text that was received. */
export async function readConsent(
  api: FdxApi,
  consentId: string,
): Promise<Result<{ readonly grant: ConsentGrant; readonly text: string }, Failure>> {
  const answer = await callFdx(api, {
    method: 'GET',
    path: ['consents', consentId],
    stage: 'consent',
    maxBytes: SMALL_ANSWER_BYTES,
  });
  if (!answer.ok) return answer;
  const grant = readConsentGrant(answer.value.json, consentId);
  if (grant.ok) return ok({ grant: grant.value, text: answer.value.text });
  const { providerName } = api;
  const rule = `FDX Consent API: ${grant.error}`;
  return fail({ kind: 'provider-misbehaved', providerName, stage: 'consent', rule, detail: 'it does not' });
}

async function readAccountsText(api: FdxApi): Promise<Result<string, Failure>> {
  const answer = await callFdx(api, {
    method: 'GET',
    path: ['accounts'],
    query: { resultType: 'details' },
    stage: 'accounts',
    maxBytes: DATA_ANSWER_BYTES,
  });
  if (!answer.ok) return answer;
  const accounts = readAccounts(answer.value.json);
  if (accounts.ok) return ok(answer.value.text);
  const { providerName } = api;
  const rule = `FDX Core API: ${accounts.error}`;
  return fail({ kind: 'provider-misbehaved', providerName, stage: 'accounts', rule, detail: 'it does not' });
}
