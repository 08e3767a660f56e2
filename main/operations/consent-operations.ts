import type { ConsentDetail } from '../../preload/contract/consent-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok, type Result } from '../../preload/contract/result';
import { consentStatus, viewDetail, viewSummary } from '../connections/consent-view';
import type { ProviderClient } from '../connections/provider-clients';
import { readConnection } from '../connections/read-connection';
import { revokeConnection } from '../connections/revoke-connection';
import type { ConnectionRecord } from '../records/connection-record';
import type { Services } from '../services';

/** What the operations on consents need. */
export interface ConsentOperationsDeps {
  readonly services: Services;
  readonly changed: (topic: 'consents') => void;
}

/** The operations on consents that were given. */
export function consentOperations(
  context: ConsentOperationsDeps,
): Pick<Operations, 'listConsents' | 'getConsent' | 'readConsentAgain' | 'revokeConsent' | 'forgetConsent'> {
  const { services, changed } = context;
  const { connections, vault, nowMs } = services;
  return {
    listConsents: async () => ok(connections.list().map((connection) => viewSummary(connection, nowMs()))),
    getConsent: async ({ connectionId }) => {
      const connection = connections.get(connectionId);
      return connection === null ? fail({ kind: 'consent-unknown' }) : ok(view(services, connection));
    },
    readConsentAgain: ({ connectionId }) =>
      withClient(context, connectionId, async (client) => {
        const read = await readConnection({ ...services, tokens: vault.tokens }, client, connectionId);
        return read.ok ? ok(view(services, read.value)) : read;
      }),
    revokeConsent: ({ connectionId }) =>
      withClient(context, connectionId, async (client) => {
        const revoked = await revokeConnection({ ...services, tokens: vault.tokens }, client, connectionId);
        if (!revoked.ok) return revoked;
        const { confirmedByProvider, connection } = revoked.value;
        return ok({ confirmedByProvider, detail: view(services, connection) });
      }),
    forgetConsent: async ({ connectionId }) => {
      const forgotten = await forgetConsent(services, connectionId);
      if (forgotten.ok) changed('consents');
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}

async function withClient<Value>(
  { services, changed }: ConsentOperationsDeps,
  connectionId: string,
  use: (client: ProviderClient) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const connection = services.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  if (!holdsAccess(services, connectionId)) return fail({ kind: 'access-not-held' });
  const { providerId } = connection;
  const used = await services.wire.during({ connectionId, providerId }, async () => {
    const client = await services.reach(providerId);
    return client.ok ? use(client.value) : client;
  });
  changed('consents');
  return used;
}

async function forgetConsent(services: Services, connectionId: string): Promise<Result<null, Failure>> {
  const { connections, vault, nowMs } = services;
  const connection = connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const isActive = consentStatus(connection, nowMs()) === 'ACTIVE';
  // A consent that can still be stopped is stopped first; forgetting it would leave the bank sharing.
  if (isActive && holdsAccess(services, connectionId))
    return fail({ kind: 'bad-request', field: 'connectionId' });
  const tokensGone = await vault.tokens.delete(connectionId);
  return tokensGone.ok ? connections.delete(connectionId) : tokensGone;
}

function holdsAccess({ vault }: Services, connectionId: string): boolean {
  const tokens = vault.tokens.get(connectionId);
  return tokens.ok && tokens.value !== null;
}

function view(services: Services, connection: ConnectionRecord): ConsentDetail {
  const profile = services.profiles.get(connection.providerId);
  return viewDetail(connection, {
    providerHost: profile === null ? '' : new URL(profile.issuer).host,
    holdsAccess: holdsAccess(services, connection.connectionId),
    nowMs: services.nowMs(),
  });
}
