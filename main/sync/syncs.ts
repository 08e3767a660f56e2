import type { SyncView } from '../../preload/contract/data-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import { accountsOf } from '../connections/account-records';
import type { ConnectionStore } from '../connections/connection-store';
import { grantOf } from '../connections/consent-view';
import type { ProviderClient } from '../connections/provider-clients';
import type { ReadDeps } from '../connections/read-connection';
import { withAccess } from '../connections/with-access';
import type { KeptAccount, MoneyWorld, ReadingState } from '../ports/data-process';
import type { ProfileStore } from '../providers/profile-store';
import type { ConnectionRecord } from '../records/connection-record';
import type { ExchangeRecorder } from '../wire/exchange-recorder';
import type { DataStore } from './data-store';
import { type PlannedAccount, syncPlan, type SyncPlan } from './sync-plan';
import { readTransactionPages } from './transaction-pages';

export interface SyncsDeps extends ReadDeps {
  readonly store: DataStore;
  readonly connections: ConnectionStore;
  readonly reach: (providerId: string) => Promise<Result<ProviderClient, Failure>>;
  readonly profiles: Pick<ProfileStore, 'get'>;
  readonly wire: Pick<ExchangeRecorder, 'during'>;
  /** Tells the window that the state of a reading, or the rows, have changed. */
  readonly changed: (topic: 'money') => void;
  /** Records a bug and returns a reference to it. */
  readonly reportUnexpected: (cause: unknown) => string;
}

/** The readings of transactions in this session, one for each consent at a time. */
export interface Syncs {
  /** Starts to read what a consent covers; one that is running goes on. */
  readonly start: (connectionId: string) => void;
  readonly list: () => readonly SyncView[];
  /** Stops after the page that is under way; what has come stays. */
  readonly cancel: (connectionId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Running {
  view: SyncView;
  readonly cancelling: AbortController;
  finished: Promise<void>;
}

/** Readings over the connections that there are. */
export function createSyncs(deps: SyncsDeps): Syncs {
  const syncs = new Map<string, Running>();
  const cancel = async (sync: Running | undefined) => {
    sync?.cancelling.abort();
    await sync?.finished;
  };
  return {
    start: (connectionId) => {
      if (syncs.get(connectionId)?.view.phase === 'running') return;
      const connection = deps.connections.get(connectionId);
      if (connection === null) return;
      const view = newView(connection, worldOf(deps, connection.providerId));
      const sync: Running = { view, cancelling: new AbortController(), finished: Promise.resolve() };
      syncs.set(connectionId, sync);
      sync.finished = runGuarded(deps, connection, sync);
    },
    list: () => [...syncs.values()].map(({ view }) => view),
    cancel: (connectionId) => cancel(syncs.get(connectionId)),
    close: async () => void (await Promise.all([...syncs.values()].map(cancel))),
  };
}

function newView({ connectionId, providerName }: ConnectionRecord, world: MoneyWorld): SyncView {
  const none = { accountCount: 0, wholeCount: 0, current: null, failedCount: 0, failure: null };
  return { connectionId, providerName, world, phase: 'running', ...none };
}

async function runGuarded(deps: SyncsDeps, connection: ConnectionRecord, sync: Running): Promise<void> {
  const { connectionId, providerId } = connection;
  try {
    await deps.wire.during({ providerId, connectionId }, () => run(deps, connection, sync));
  } catch (cause) {
    // It runs after the reply of the operation that began it, so answer() cannot catch what it throws.
    const failure: Failure = { kind: 'unexpected', logReference: deps.reportUnexpected(cause) };
    sync.view = { ...sync.view, phase: 'ended', failure };
  }
  deps.changed('money');
}

async function run(deps: SyncsDeps, connection: ConnectionRecord, sync: Running): Promise<void> {
  const set = (change: Partial<SyncView>) => {
    sync.view = { ...sync.view, ...change };
  };
  const client = await deps.reach(connection.providerId);
  if (!client.ok) return set({ phase: 'ended', failure: client.error });
  const plan = syncPlan(grantOf(connection), accountsOf(connection)?.accounts ?? [], deps.nowMs());
  set({ accountCount: plan.accounts.length });
  for (const planned of plan.accounts) {
    set({ current: { name: planned.name, received: 0, expected: null } });
    const onProgress = ({ received, expected }: ReadingState) => {
      set({ current: { name: planned.name, received, expected } });
      deps.changed('money');
    };
    const read = await readOne(
      { deps, connection, client: client.value, signal: sync.cancelling.signal },
      plan,
      {
        planned,
        onProgress,
      },
    );
    if (read.ok) {
      set({ wholeCount: sync.view.wholeCount + 1 });
      continue;
    }
    set({ failedCount: sync.view.failedCount + 1, failure: sync.view.failure ?? read.error });
    // Trouble of one account leaves the others readable; trouble of the consent or the network does not.
    if (!isOfOneAccount(read.error)) break;
  }
  set({ phase: 'ended', current: null });
}

interface Reader {
  readonly deps: SyncsDeps;
  readonly connection: ConnectionRecord;
  readonly client: ProviderClient;
  readonly signal: AbortSignal;
}

function readOne(
  { deps, connection, client, signal }: Reader,
  { fromDay, toDay }: SyncPlan,
  {
    planned,
    onProgress,
  }: { readonly planned: PlannedAccount; readonly onProgress: (state: ReadingState) => void },
): Promise<Result<ReadingState, Failure>> {
  const { connectionId } = connection;
  const { expiresAtMs: endsAtMs } = grantOf(connection);
  return readTransactionPages({
    store: deps.store,
    withAccess: (use) => withAccess({ deps, client, connectionId, signal, endsAtMs }, use),
    account: keptAccount(deps, connection, planned),
    fromDay,
    toDay,
    nowMs: deps.nowMs,
    onProgress,
  });
}

function keptAccount(
  deps: SyncsDeps,
  { providerId, connectionId }: ConnectionRecord,
  { accountId, name, category, currency }: PlannedAccount,
): KeptAccount {
  return { providerId, connectionId, world: worldOf(deps, providerId), accountId, name, category, currency };
}

function isOfOneAccount(failure: Failure): boolean {
  if (failure.kind === 'protocol-violation') return failure.violation !== 'oversized';
  return (
    failure.kind === 'provider-refused' && failure.status !== null && [404, 409, 422].includes(failure.status)
  );
}

/** What the bank that came with the application sends is made up; what a bank of the person's sends is theirs. */
function worldOf({ profiles }: SyncsDeps, providerId: string): MoneyWorld {
  return profiles.get(providerId)?.origin === 'app' ? 'made-up' : 'real';
}
