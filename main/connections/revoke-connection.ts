import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { callFdx } from '../fdx/fdx-request';
import { revokeToken } from '../oauth/revocation';
import { SMALL_ANSWER_BYTES } from '../ports/provider-http';
import type { ConnectionRecord } from '../records/connection-record';
import { type ProviderClient, tokenContext } from './provider-clients';
import { type Access, readConsent, type ReadDeps, withAccess } from './read-connection';

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
  const ended = consentId === null ? fail(NOT_NAMED) : await endConsent(access, consentId);
  // Most providers take the tokens back with the consent, so this is read before they are given back.
  const text = ended.ok && consentId !== null ? await textAfterwards(access, consentId) : null;
  const givenBack = await giveTokensBack(deps, client, connectionId);
  const isGivenBack = givenBack.ok && givenBack.value === 'done';
  if (!ended.ok && !isGivenBack && !hasNoAccess(ended.error)) return ended;

  const forgotten = await deps.tokens.delete(connectionId);
  if (!forgotten.ok) return forgotten;
  const nowMs = deps.nowMs();
  const stopped = await deps.connections.amend(connectionId, {
    ...(text === null ? {} : { consentText: text }),
    readAtMs: nowMs,
    stoppedAtMs: nowMs,
  });
  const confirmedByProvider = ended.ok || (consentId === null && isGivenBack);
  return stopped.ok ? ok({ connection: stopped.value, confirmedByProvider }) : stopped;
}

/** A consent that can't be named at the FDX API can only be ended with its tokens. */
const NOT_NAMED: Failure = { kind: 'consent-unknown' };

// Without access there is nothing more to be done at the provider: the tokens were refused, or have ended.
function hasNoAccess(failure: Failure): boolean {
  return (
    failure.kind === 'access-not-held' ||
    (failure.kind === 'provider-refused' && failure.code === 'invalid_grant')
  );
}

async function endConsent(access: Access, consentId: string): Promise<Result<null, Failure>> {
  const told = await withAccess(access, (api) =>
    callFdx(api, {
      method: 'PUT',
      path: ['consents', consentId, 'revocation'],
      body: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' },
      stage: 'revocation',
      maxBytes: SMALL_ANSWER_BYTES,
    }),
  );
  const hadEnded = !told.ok && told.error.kind === 'provider-refused' && told.error.status === 409;
  return told.ok || hadEnded ? ok(null) : told;
}

async function textAfterwards(access: Access, consentId: string): Promise<string | null> {
  const read = await withAccess(access, (api) => readConsent(api, consentId));
  return read.ok && read.value.grant.status !== 'ACTIVE' ? read.value.text : null;
}

async function giveTokensBack(
  deps: ReadDeps,
  client: ProviderClient,
  connectionId: string,
): Promise<Result<'done' | 'not-offered', Failure>> {
  const held = deps.tokens.get(connectionId);
  if (!held.ok) return held;
  if (held.value === null) return ok('not-offered');
  return revokeToken(tokenContext(client, deps.nowMs), held.value.refreshToken ?? held.value.accessToken);
}
