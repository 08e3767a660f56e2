import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { type ConsentGrant, readConsentGrant } from '../fdx/consent-grant';
import { callFdx, type FdxApi } from '../fdx/fdx-request';
import { violationAt } from '../oauth/protocol-violation';
import { SMALL_ANSWER_BYTES } from '../ports/provider-http';
import type { ConnectionRecord } from '../records/connection-record';
import type { ConnectionStore } from './connection-store';
import { grantOf } from './consent-view';
import { freshAccessToken, type TokenDeps } from './fresh-access-token';
import type { ProviderClient } from './provider-clients';
import { readAccountPages } from './read-accounts';

export interface ReadDeps extends TokenDeps {
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
  deps: ReadDeps,
  client: ProviderClient,
  connectionId: string,
  signal?: AbortSignal,
): Promise<Result<ConnectionRecord, Failure>> {
  const connection = deps.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const access: Access = { deps, client, connectionId, signal };
  const { consentId } = connection;
  const readAtMs = deps.nowMs();
  // A consent without an id can't be asked for: then the token answer is all that is known of it.
  const text = consentId === null ? ok(null) : await readConsentText(access, consentId);
  if (!text.ok) return notRead(deps, connection, text.error);
  const withConsent = await deps.connections.amend(connectionId, {
    consentText: text.value,
    readAtMs,
    seenEnded: null,
  });
  if (!withConsent.ok || grantOf(withConsent.value).status !== 'ACTIVE') return withConsent;

  const pages = await readAccountPages((use) => withAccess(access, use));
  if (pages.ok) {
    const [accountsText, ...moreAccountsTexts] = pages.value;
    return deps.connections.amend(connectionId, { accountsText: accountsText ?? null, moreAccountsTexts });
  }
  // A consent that has just been read as active has not ended, whatever becomes of the accounts.
  return consentId === null ? notRead(deps, withConsent.value, pages.error) : pages;
}

async function readConsentText(access: Access, consentId: string): Promise<Result<string, Failure>> {
  const consent = await withAccess(access, (api) => readConsent(api, consentId));
  return consent.ok ? ok(consent.value.text) : consent;
}

/**
 * Keeps that a consent was seen to have ended. Its tokens stay until it is forgotten: they open nothing, and
 * a provider that was wrong about them for a moment has cost nobody a consent.
 */
async function notRead(
  { connections, nowMs }: ReadDeps,
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
  // A 401 of the token endpoint is about this client and not about the consent (RFC 6749 section 5.2).
  const isRefused =
    failure.kind === 'provider-refused' &&
    (failure.code === 'invalid_grant' || (failure.status === 401 && failure.stage !== 'token'));
  const hasBeenRead = connection.consentText !== null || connection.accountsText !== null;
  if (!isRefused || !hasBeenRead) return failure;
  const { expiresAtMs } = grantOf(connection);
  const hasExpired = expiresAtMs !== null && expiresAtMs <= nowMs;
  return { kind: 'consent-ended', how: hasExpired ? 'expired' : 'revoked' };
}

/** Whose access is used for calls of the FDX API. */
export interface Access {
  readonly deps: Pick<ReadDeps, 'newId' | 'tokens' | 'connections' | 'nowMs'>;
  readonly client: ProviderClient;
  readonly connectionId: string;
  readonly signal?: AbortSignal | undefined;
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
  { deps, client, connectionId, signal }: Access,
  use: (api: FdxApi) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
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
  { newId }: Pick<ReadDeps, 'newId'>,
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
  const { rule: broken, violation } = grant.error;
  const rule = `FDX Consent API: ${broken}`;
  return fail(violationAt(providerName, 'consent')(violation, rule, 'it does not'));
}
