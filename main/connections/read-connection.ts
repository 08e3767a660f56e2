import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { type ConsentGrant, readConsentGrant } from '../fdx/consent-grant';
import { callFdx, type FdxApi } from '../fdx/fdx-request';
import { violationAt } from '../oauth/protocol-violation';
import { SMALL_ANSWER_BYTES } from '../ports/provider-http';
import type { ConnectionRecord } from '../records/connection-record';
import type { ConnectionStore } from './connection-store';
import { consentStatus, grantOf } from './consent-view';
import type { ProviderClient } from './provider-clients';
import { readAccountPages, readFirstAccounts } from './read-accounts';
import { type AccessDeps, withAccess } from './with-access';

export interface ReadDeps extends AccessDeps {
  readonly connections: ConnectionStore;
}

/**
 * Step 7: reads the consent and, if it is active, the accounts, and keeps both as received. When it fails, what was
 * read before stays as it was with its old time, and why it failed is kept beside it.
 *
 * Nothing is asked for a consent that was stopped, or that has come to its own end.
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
  const over = whyOver(connection, deps.nowMs());
  if (over !== null) return fail(over);
  const reading = { deps, client, connectionId, signal };
  const withConsent = await readConsentOf(reading, connection);
  if (!withConsent.ok) return withConsent;
  if (consentStatus(withConsent.value, deps.nowMs()) === 'ACTIVE')
    return readAccountsOf(reading, withConsent.value);
  return deps.connections.amend(connectionId, { notRead: null });
}

/**
 * Reads the consent alone, for its status.
 *
 * @returns the connection as it is then; the failure when it could not be read, and nothing was changed unless it
 *   was seen to have ended
 */
export async function readStatus(
  deps: ReadDeps,
  client: ProviderClient,
  connectionId: string,
): Promise<Result<ConnectionRecord, Failure>> {
  const connection = deps.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const over = whyOver(connection, deps.nowMs());
  if (over !== null) return fail(over);
  return readConsentOf({ deps, client, connectionId, isQuiet: true }, connection);
}

interface Reading {
  readonly deps: ReadDeps;
  readonly client: ProviderClient;
  readonly connectionId: string;
  readonly signal?: AbortSignal | undefined;
  /** Nobody asked for it, so that it failed is not kept. */
  readonly isQuiet?: boolean;
}

/** Why nothing may be asked for a consent any more; null while something may. */
export function whyOver(connection: ConnectionRecord, nowMs: number): Failure | null {
  if (connection.stoppedAtMs !== null) return { kind: 'access-not-held' };
  const { status, expiresAtMs } = grantOf(connection);
  if (expiresAtMs !== null && expiresAtMs <= nowMs) return { kind: 'consent-ended', how: 'expired' };
  if (status === 'EXPIRED') return { kind: 'consent-ended', how: 'expired' };
  return status === 'REVOKED' ? { kind: 'consent-ended', how: 'revoked' } : null;
}

async function readConsentOf(
  reading: Reading,
  connection: ConnectionRecord,
): Promise<Result<ConnectionRecord, Failure>> {
  const { deps, connectionId } = reading;
  const { consentId } = connection;
  // A consent without an id can't be asked for: then the token answer is all that is known of it.
  if (consentId === null) return ok(connection);
  const atMs = deps.nowMs();
  const read = await withAccess(reading, (api) => readConsent(api, consentId));
  if (!read.ok) return notRead(reading, connection, await lookedInto(reading, read.error));
  // Accounts that were read before are not made new by it.
  const time = connection.accountsText === null ? { readAtMs: atMs } : {};
  return deps.connections.amend(connectionId, { consentText: read.value.text, seenEnded: null, ...time });
}

async function readAccountsOf(
  reading: Reading,
  connection: ConnectionRecord,
): Promise<Result<ConnectionRecord, Failure>> {
  const { deps, connectionId } = reading;
  const readAtMs = deps.nowMs();
  const endsAtMs = grantOf(connection).expiresAtMs;
  const pages = await readAccountPages((use) => withAccess({ ...reading, endsAtMs }, use));
  if (!pages.ok) return notRead(reading, connection, pages.error);
  const [accountsText, ...moreAccountsTexts] = pages.value.texts;
  return deps.connections.amend(connectionId, {
    accountsText: accountsText ?? null,
    moreAccountsTexts,
    areAccountsCut: pages.value.isCut,
    readAtMs,
    notRead: null,
    ...(connection.consentId === null ? { seenEnded: null } : {}),
  });
}

/**
 * Keeps why it was not read, or that it was seen to have ended. Its tokens stay until it is forgotten: a provider
 * that was wrong about them for a moment has cost nobody a consent.
 */
async function notRead(
  { deps, connectionId, isQuiet = false }: Reading,
  connection: ConnectionRecord,
  refused: Failure,
): Promise<Result<never, Failure>> {
  const atMs = deps.nowMs();
  const hasRefreshToken = hasRefreshTokenFor(deps, connectionId);
  const failure = endedOr(refused, connection, { atMs, hasRefreshToken });
  if (failure.kind !== 'consent-ended' && isQuiet) return fail(failure);
  const kept =
    failure.kind === 'consent-ended'
      ? await deps.connections.amend(connectionId, { seenEnded: { how: failure.how, atMs }, notRead: null })
      : await keepWhyNotRead(deps, connectionId, failure);
  return kept.ok ? fail(failure) : kept;
}

function hasRefreshTokenFor({ tokens }: ReadDeps, connectionId: string): boolean {
  const held = tokens.get(connectionId);
  return held.ok && held.value !== null && held.value.refreshToken !== null;
}

/** Failures of this computer's own: what they say is said by the page as it is, and is not true for long. */
const OWN: ReadonlyArray<Failure['kind']> = [
  'access-not-held',
  'vault-locked',
  'consent-unknown',
  'storage-full',
  'storage-failed',
];

/** Keeps with a consent why it could not be read, for as long as no reading succeeds. */
export async function keepWhyNotRead(
  { connections, nowMs }: Pick<ReadDeps, 'connections' | 'nowMs'>,
  connectionId: string,
  failure: Failure,
): Promise<Result<null, Failure>> {
  const connection = connections.get(connectionId);
  // Whoever stopped it meanwhile does not want to hear that it could not be read.
  if (connection === null || connection.stoppedAtMs !== null || OWN.includes(failure.kind)) return ok(null);
  const kept = await connections.amend(connectionId, { notRead: { atMs: nowMs(), failure } });
  return kept.ok ? ok(null) : kept;
}

/**
 * A provider that does not find the consent may have ended it, or may only have lost its number. Its own data tell
 * which: the accounts are asked for, and nothing of them is kept.
 *
 * @see RFC 9110 section 15.5.5, 15.5.11
 */
async function lookedInto(reading: Reading, failure: Failure): Promise<Failure> {
  if (failure.kind !== 'provider-refused' || failure.stage !== 'consent') return failure;
  const { status, providerName } = failure;
  if (status !== 404 && status !== 410) return failure;
  const accounts = await withAccess(reading, readFirstAccounts);
  const isAccessOpen = accounts.ok ? true : isShut(accounts.error) ? false : null;
  return { kind: 'consent-not-found', providerName, status, isAccessOpen };
}

function isShut(failure: Failure): boolean {
  if (failure.kind === 'access-not-held') return true;
  if (failure.kind !== 'provider-refused') return false;
  return failure.code === 'invalid_grant' || [401, 403, 404, 410].includes(failure.status ?? 0);
}

/**
 * What a refusal means for a consent that had been read before. A provider takes the tokens back with the
 * consent, so all that is seen of its end is a refused token.
 *
 * @see RFC 6749 section 5.2 (`invalid_grant`), RFC 6750 section 3.1 (`invalid_token`, 401)
 */
function endedOr(
  failure: Failure,
  connection: ConnectionRecord,
  { atMs, hasRefreshToken }: { readonly atMs: number; readonly hasRefreshToken: boolean },
): Failure {
  const hasBeenRead = connection.consentText !== null || connection.accountsText !== null;
  if (!hasBeenRead) return failure;
  const { expiresAtMs } = grantOf(connection);
  const hasExpired = expiresAtMs !== null && expiresAtMs <= atMs;
  if (failure.kind === 'consent-not-found' && failure.isAccessOpen === false)
    return { kind: 'consent-ended', how: hasExpired ? 'expired' : 'gone' };
  // Where there is a refresh token, a 401 that comes here was given to a token that the provider had just made: it
  // has not ended the grant. And a 401 of the token endpoint is about this client (RFC 6749 section 5.2).
  const isRefused =
    failure.kind === 'provider-refused' &&
    (failure.code === 'invalid_grant' ||
      (failure.status === 401 && failure.stage !== 'token' && !hasRefreshToken));
  return isRefused ? { kind: 'consent-ended', how: hasExpired ? 'expired' : 'revoked' } : failure;
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
