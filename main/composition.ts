import { randomUUID } from 'node:crypto';

import type { Failure } from '../preload/contract/failure';
import { fail, ok, type Result } from '../preload/contract/result';
import { createProviderClients, type ProviderClients } from './connections/provider-clients';
import { KeyImport } from './credentials/key-import';
import { createFlows } from './flows/flows';
import { listenForAnswer } from './flows/listen-for-answer';
import { recordListening, recordUserAgent } from './flows/record-front-channel';
import { listenOnLoopback } from './http/loopback-listener';
import { openProviderHttp } from './http/provider-http';
import { SYSTEM_RETRY_CLOCK } from './http/retry-clock';
import type { OpenHttp } from './ports/provider-http';
import { NO_PROXY } from './ports/proxy';
import { NEVER_SUSPENDED } from './ports/resume';
import { openBankSite } from './providers/open-bank-site';
import { openSandbox, SANDBOX_PROVIDER_ID } from './providers/open-sandbox';
import type { ProfileStore } from './providers/profile-store';
import { readSandboxMessage, type SandboxDescriptor } from './providers/sandbox-bank';
import type { Platform, Services } from './services';
import type { Stores } from './stores';
import { createDataStore, type DataStore } from './sync/data-store';
import { createSyncs } from './sync/syncs';
import type { Vault } from './vault/vault';
import { createExchangeRecorder, type WireObserver } from './wire/exchange-recorder';

/** How long the browser step of a flow may take: five minutes. */
const BROWSER_WAIT_MS = 300_000;

/** Builds the services from the platform and the stores: the one place where everything is put together. */
export function compose(platform: Platform, stores: Stores): Services {
  const { browserWaitMs = BROWSER_WAIT_MS, onResume = NEVER_SUSPENDED } = platform;
  const { vault, profiles, connections, credentialDeps, nowMs } = stores;
  const { credentials, tokens } = vault;
  const wire = createExchangeRecorder({ newId: randomUUID, onChange: () => platform.changed('wire') });
  const openHttp = openerOf(platform, wire);
  const clients = createProviderClients(credentials, openHttp);
  const deps = { nowMs, newId: randomUUID, tokens, connections, clients, openHttp };
  const { changed, reportUnexpected, claimLinks } = platform;
  const userAgent = recordUserAgent(platform.userAgent, wire);
  const startBank = () => startSandboxBank(platform);
  // A real provider is there anyhow.
  const ready = (id: string) =>
    profiles.get(id)?.origin === 'app' ? startBank() : Promise.resolve(ok(null));
  const listen = recordListening(listenForAnswer(platform.links, listenOnLoopback), wire);
  const surroundings = { userAgent, changed, reportUnexpected, claimLinks, wire, listen };
  const reach = reachProvider(profiles, clients, ready);
  const money = moneyStore(platform, vault, nowMs);
  const syncs = createSyncs({ ...deps, ...surroundings, store: money, reach, profiles });
  const onRead = platform.readsAtOnce === false ? () => undefined : syncs.start;
  const flowDeps = { ...deps, ...surroundings, onRead, browserWaitMs, onResume };
  const flows = createFlows(flowDeps);
  const stopListening = onResume(() => changed('consents')); // one may have ended in the sleep
  const sandboxDeps = { ...credentialDeps, profiles, startBank, openHttp };
  return {
    ...stores,
    ...deps,
    flows,
    money,
    syncs,
    wire,
    keyImport: new KeyImport({ credentials, nowMs }),
    openSandbox: () => wire.during({ providerId: SANDBOX_PROVIDER_ID }, () => openSandbox(sandboxDeps)),
    reach,
    openBankSite: (providerId) => openBankSite({ profiles, ready, userAgent }, providerId),
    close: () => closeAll([flows, syncs, money, stores, clients]).finally(stopListening),
  };
}

function reachProvider(
  profiles: ProfileStore,
  clients: ProviderClients,
  ready: (providerId: string) => Promise<Result<unknown, Failure>>,
): Services['reach'] {
  return async (providerId) => {
    const profile = profiles.get(providerId);
    if (profile === null) return fail({ kind: 'provider-unknown' });
    const started = await ready(providerId);
    return started.ok ? clients.open(profile) : started;
  };
}

// One way for all: with the record, the retry clock and the resume handling.
function openerOf({ retryClock, onResume, proxies }: Platform, observer: WireObserver): OpenHttp {
  const machine = {
    retryClock: retryClock ?? SYSTEM_RETRY_CLOCK,
    onResume: onResume ?? NEVER_SUSPENDED,
    proxies: proxies ?? NO_PROXY,
    observer,
  };
  return (target) => openProviderHttp({ ...target, ...machine });
}

/** In this order: what a flow ends with is still saved, and what it gives back still goes out. */
async function closeAll(open: ReadonlyArray<{ readonly close: () => Promise<void> }>): Promise<void> {
  for (const { close } of open) await close();
}

/** Where secrets live in memory, so does the database: it lasts as long as the access does. */
function moneyStore({ data, dataFolder }: Platform, vault: Vault, nowMs: () => number): DataStore {
  const databaseKey = async () => (vault.state().kind === 'memory' ? ok(null) : vault.databaseKey.get());
  return createDataStore({ data, dataFolder, databaseKey, nowMs });
}

async function startSandboxBank(platform: Platform): Promise<Result<SandboxDescriptor, Failure>> {
  const message = await platform.startBank();
  return message.ok ? readSandboxMessage(message.value) : message;
}
