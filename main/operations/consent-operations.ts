import type { ConsentDetail, ConsentStatus } from '../../preload/contract/consent-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { Operations, Output } from '../../preload/contract/ipc-contract';
import { fail, ok, type Result } from '../../preload/contract/result';
import { FEW_ROWS } from '../../preload/contract/row-limits';
import { accountRows, accountsOf } from '../connections/account-records';
import { consentStatus, viewDetail, viewSummary } from '../connections/consent-view';
import { viewHome } from '../connections/home-view';
import { sumMoney } from '../connections/money-sums';
import type { ProviderClient } from '../connections/provider-clients';
import { readRecord } from '../connections/raw-records';
import { keepWhyNotRead, readConnection, whyOver } from '../connections/read-connection';
import { revokeConnection } from '../connections/revoke-connection';
import type { ConnectionRecord } from '../records/connection-record';
import type { Services } from '../services';

/** What the operations on consents need. */
export interface ConsentOperationsDeps {
  readonly services: Services;
  readonly changed: (topic: 'consents' | 'money') => void;
}

type ConsentReading = 'listConsents' | 'getConsent' | 'listAccounts' | 'readRawText' | 'getHome';

/** The operations on consents that were given. */
export function consentOperations(
  context: ConsentOperationsDeps,
): Pick<Operations, ConsentReading | 'readConsentAgain' | 'revokeConsent' | 'forgetConsent'> {
  const { services, changed } = context;
  return {
    ...consentReadings(services),
    readConsentAgain: ({ connectionId }) => readAgain(context, connectionId),
    revokeConsent: ({ connectionId }) => stop(context, connectionId),
    forgetConsent: async ({ connectionId }) => {
      const forgotten = await forgetConsent(services, connectionId);
      if (forgotten.ok) changed('consents');
      if (forgotten.ok) changed('money');
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}

async function readAgain(
  context: ConsentOperationsDeps,
  connectionId: string,
): Promise<Result<ConsentDetail, Failure>> {
  const { services } = context;
  const deps = { ...services, tokens: services.vault.tokens };
  const connection = services.connections.get(connectionId);
  const over = connection === null ? null : whyOver(connection, services.nowMs());
  if (over !== null) return fail(over); // before anybody is asked for anything
  return withClient(context, connectionId, async (client) => {
    // A provider that cannot even be reached was not read either, and the page says so as long as it is true.
    if (!client.ok) {
      const kept = await keepWhyNotRead(deps, connectionId, client.error);
      return kept.ok ? client : kept;
    }
    const read = await readConnection(deps, client.value, connectionId);
    return read.ok ? ok(view(services, read.value)) : read;
  });
}

async function stop(
  context: ConsentOperationsDeps,
  connectionId: string,
): Promise<Result<Output<'revokeConsent'>, Failure>> {
  const { services } = context;
  const { connections, nowMs, vault, syncs } = services;
  await syncs.cancel(connectionId); // nothing is read of a consent that is being stopped
  return withClient(context, connectionId, async (client) => {
    const revoked = client.ok
      ? await revokeConnection({ ...services, tokens: vault.tokens }, client.value, connectionId)
      : client;
    if (revoked.ok) {
      const { confirmedByProvider, connection } = revoked.value;
      return ok({ confirmedByProvider, detail: view(services, connection) });
    }
    // From now on it may be forgotten unstopped: a bank that never listens must not hold a person for ever.
    const stopRefused = { atMs: nowMs(), failure: revoked.error };
    const kept = await connections.amend(connectionId, { stopRefused });
    return kept.ok ? revoked : kept;
  });
}

/** What is looked at: the list, a consent, its accounts and its records, and the money of all. */
function consentReadings(services: Services): Pick<Operations, ConsentReading> {
  const { connections, nowMs } = services;
  return {
    listConsents: async () => ok(connections.list().map((connection) => viewSummary(connection, nowMs()))),
    getConsent: async ({ connectionId }) => {
      const connection = connections.get(connectionId);
      return connection === null ? fail({ kind: 'consent-unknown' }) : ok(view(services, connection));
    },
    listAccounts: async ({ connectionId, at, ownOnly }) => {
      const connection = connections.get(connectionId);
      if (connection === null) return fail({ kind: 'consent-unknown' });
      const all = ownOnly
        ? viewHome(connections.list(), nowMs()).consents.find(
            (one) => one.consent.connectionId === connectionId,
          )
        : accountsOf(connection);
      return ok(accountRows(all?.accounts ?? [], at));
    },
    readRawText: async ({ connectionId, record }) => {
      const connection = connections.get(connectionId);
      const text = connection === null ? null : readRecord(connection, record);
      return text === null ? fail({ kind: 'consent-unknown' }) : ok(text);
    },
    getHome: async () => {
      const { consents, counted } = viewHome(connections.list(), nowMs());
      return ok({
        money: sumMoney(counted),
        consents: consents.map(({ consent, accounts }) => ({
          ...consent,
          accounts: accounts.slice(0, FEW_ROWS),
          ownCount: accounts.length,
        })),
      });
    },
  };
}

async function withClient<Value>(
  { services, changed }: ConsentOperationsDeps,
  connectionId: string,
  use: (client: Result<ProviderClient, Failure>) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const connection = services.connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  if (!holdsAccess(services, connectionId)) return fail({ kind: 'access-not-held' });
  const { providerId } = connection;
  const used = await services.wire.during({ connectionId, providerId }, async () =>
    use(await services.reach(providerId)),
  );
  changed('consents');
  return used;
}

const OVER: readonly ConsentStatus[] = ['EXPIRED', 'REVOKED'];

async function forgetConsent(services: Services, connectionId: string): Promise<Result<null, Failure>> {
  const { connections, vault, nowMs } = services;
  const connection = connections.get(connectionId);
  if (connection === null) return fail({ kind: 'consent-unknown' });
  const isOver = OVER.includes(consentStatus(connection, nowMs()));
  // A consent that can still be stopped is stopped first; forgetting it would leave the bank sharing. Where that was
  // tried and refused, the person may let go of it all the same, and was told what stays at the bank.
  if (!isOver && connection.stopRefused === null && holdsAccess(services, connectionId))
    return fail({ kind: 'bad-request', field: 'connectionId' });
  const dataGone = await deleteData(services, [connectionId]);
  if (!dataGone.ok) return dataGone;
  const tokensGone = await vault.tokens.delete(connectionId);
  return tokensGone.ok ? connections.delete(connectionId) : tokensGone;
}

/** Deletes what the consents brought into the database: rows, index and totals. Nothing is read of them from then on. */
export async function deleteData(
  { money, syncs }: Pick<Services, 'money' | 'syncs'>,
  connectionIds: readonly string[],
): Promise<Result<null, Failure>> {
  for (const connectionId of connectionIds) {
    await syncs.cancel(connectionId);
    const gone = await money.ask('deleteConnection', { connectionId });
    if (!gone.ok) return gone;
  }
  return ok(null);
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
    others: services.connections.list(),
  });
}
