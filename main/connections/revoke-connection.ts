import type { StopReport } from '../../preload/contract/consent-shapes';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { callFdx } from '../fdx/fdx-request';
import { type GivenBack, giveTokensBack } from '../oauth/revocation';
import { SMALL_ANSWER_BYTES } from '../ports/provider-http';
import type { ConnectionRecord } from '../records/connection-record';
import { type ProviderClient, tokenContext } from './provider-clients';
import { readConsent, type ReadDeps } from './read-connection';
import { type Access, withAccess } from './with-access';

export interface Revoked {
  readonly connection: ConnectionRecord;
  /** Whether the provider itself said that the consent has ended. */
  readonly confirmedByProvider: boolean;
}

/**
 * Ends a consent: at the FDX API, then its tokens at the authorization server, then here. What the provider has no
 * place for is not a failure: the tokens here are destroyed, and the record says what the provider was not told.
 *
 * @returns the failure when a place that the provider does have would not hear of it, and no other did; then nothing
 *   has changed here, and it can be tried again
 * @see FDX Consent API `PUT /consents/{consentId}/revocation` (204; 409 when it has ended already); RFC 7009
 */
export async function revokeConnection(
  deps: ReadDeps,
  client: ProviderClient,
  connectionId: string,
): Promise<Result<Revoked, Failure>> {
  const connection = deps.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const held = deps.tokens.get(connectionId);
  if (!held.ok) return held;
  if (held.value === null) return fail({ kind: 'access-not-held' });

  const access: Access = { deps, client, connectionId };
  const { consentId } = connection;
  const ended = await endConsent(access, consentId);
  // Most providers take the tokens back with the consent, so this is read before they are given back.
  const text = ended.end === 'ended' && consentId !== null ? await textAfterwards(access, consentId) : null;
  const givenBack = await giveHeldBack(deps, client, connectionId);
  if (!givenBack.ok) return givenBack;
  const refused = whatStandsAgainst(ended, givenBack.value);
  if (refused !== null) return fail(refused);

  const forgotten = await deps.tokens.delete(connectionId);
  if (!forgotten.ok) return forgotten;
  const { refreshToken, accessToken } = givenBack.value;
  const stopReport: StopReport = { consent: ended.end, refreshToken, accessToken };
  const stopped = await deps.connections.amend(connectionId, {
    ...(text === null ? {} : { consentText: text }),
    stoppedAtMs: deps.nowMs(),
    stopRefused: null,
    notRead: null,
    stopReport,
  });
  if (!stopped.ok) return stopped;
  return ok({ connection: stopped.value, confirmedByProvider: isConfirmed(stopReport) });
}

/** The consent said so itself; one that cannot be named at the FDX API ends with its tokens (RFC 7009 section 2.1). */
function isConfirmed({ consent, refreshToken, accessToken }: StopReport): boolean {
  if (consent === 'ended') return true;
  const tokens = [refreshToken, accessToken].filter((end) => end !== 'none');
  return consent === 'not-named' && tokens.length > 0 && tokens.every((end) => end === 'revoked');
}

interface EndedConsent {
  readonly end: StopReport['consent'];
  readonly failure: Failure | null;
}

/**
 * Why it cannot be called stopped: somebody there could have heard of it and would not. Null where all was done that
 * can be done, also when that was little.
 */
function whatStandsAgainst(ended: EndedConsent, tokens: GivenBack): Failure | null {
  const isAnythingDone =
    ended.end === 'ended' || tokens.refreshToken === 'revoked' || isOnly(tokens.accessToken, tokens);
  if (isAnythingDone || ended.end === 'no-access') return null;
  return ended.failure ?? tokens.failure;
}

// Without a refresh token the access token is all there is; beside one, giving it back ends little.
function isOnly(accessToken: GivenBack['accessToken'], { refreshToken }: GivenBack): boolean {
  return accessToken === 'revoked' && refreshToken === 'none';
}

/** Statuses of a server that has no such place: FDX leaves the revocation of consents to the provider. */
const NO_SUCH_PLACE: readonly number[] = [404, 405, 501];

/** Statuses by which it says that the consent has ended already. @see FDX (409); RFC 9110 section 15.5.11 (410) */
const HAD_ENDED: readonly number[] = [409, 410];

async function endConsent(access: Access, consentId: string | null): Promise<EndedConsent> {
  if (consentId === null) return { end: 'not-named', failure: null };
  const told = await withAccess(access, (api) =>
    callFdx(api, {
      method: 'PUT',
      path: ['consents', consentId, 'revocation'],
      body: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' },
      stage: 'revocation',
      maxBytes: SMALL_ANSWER_BYTES,
    }),
  );
  if (told.ok) return { end: 'ended', failure: null };
  const { error } = told;
  const status = error.kind === 'provider-refused' && error.stage === 'revocation' ? error.status : null;
  if (status !== null && HAD_ENDED.includes(status)) return { end: 'ended', failure: null };
  if (status !== null && NO_SUCH_PLACE.includes(status)) return { end: 'not-offered', failure: null };
  if (hasNoAccess(error)) return { end: 'no-access', failure: null };
  return { end: 'not-confirmed', failure: error };
}

// Without access there is nothing more to be done at the FDX API: the tokens were refused, or have ended.
function hasNoAccess(failure: Failure): boolean {
  return (
    failure.kind === 'access-not-held' ||
    (failure.kind === 'provider-refused' && failure.code === 'invalid_grant')
  );
}

async function textAfterwards(access: Access, consentId: string): Promise<string | null> {
  const read = await withAccess(access, (api) => readConsent(api, consentId));
  return read.ok && read.value.grant.status !== 'ACTIVE' ? read.value.text : null;
}

// Read once more: ending the consent may have refreshed them.
async function giveHeldBack(
  { tokens, nowMs }: ReadDeps,
  client: ProviderClient,
  connectionId: string,
): Promise<Result<GivenBack, Failure>> {
  const held = tokens.get(connectionId);
  if (!held.ok) return held;
  if (held.value === null) return ok({ refreshToken: 'none', accessToken: 'none', failure: null });
  return ok(await giveTokensBack(tokenContext(client, nowMs), held.value));
}
