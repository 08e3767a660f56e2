import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { StartNotice } from '../preload/contract/app-shapes';
import type { Failure } from '../preload/contract/failure';
import { fail, ok, type Result } from '../preload/contract/result';
import { openConnectionStore } from './connections/connection-store';
import { createProviderClients, type ProviderClients } from './connections/provider-clients';
import { endingNotices } from './credentials/credential-view';
import { KeyImport } from './credentials/key-import';
import type { CredentialDeps } from './credentials/manage-credentials';
import { createFlows, type Flows } from './flows/flows';
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
import { openProfileStore } from './providers/profile-store';
import { readSandboxMessage, type SandboxDescriptor } from './providers/sandbox-bank';
import type { Platform, Services } from './services';
import { movedAsideNotices } from './store/moved-aside-notices';
import type { MovedAside } from './store/document';
import { SaveAgain } from './vault/save-again';
import { openVault, type Vault } from './vault/vault';
import { createExchangeRecorder, type WireObserver } from './wire/exchange-recorder';

/** How long the browser step of a flow may take: five minutes. */
const BROWSER_WAIT_MS = 300_000;

/** Builds the services from the platform: the one place where everything is put together. */
export async function compose(platform: Platform): Promise<Services> {
  const { nowMs = () => Date.now(), browserWaitMs = BROWSER_WAIT_MS, onResume = NEVER_SUSPENDED } = platform;
  const { vault, profiles, connections, saveAgain } = await openStores(platform, nowMs);
  const { credentials, tokens } = vault;
  const wire = createExchangeRecorder({ newId: randomUUID, onChange: () => platform.changed('wire') });
  const openHttp = openerOf(platform, wire);
  const clients = createProviderClients(credentials, openHttp);
  const deps = { nowMs, newId: randomUUID, tokens, connections, clients, openHttp };
  const { changed, reportUnexpected, claimLinks } = platform;
  const userAgent = recordUserAgent(platform.userAgent, wire);
  const startBank = () => startSandboxBank(platform);
  const ready = (
    providerId: string, // a real provider is there anyhow
  ) => (profiles.get(providerId)?.origin === 'app' ? startBank() : Promise.resolve(ok(null)));
  const listen = recordListening(listenForAnswer(platform.links, listenOnLoopback), wire);
  const surroundings = { userAgent, changed, reportUnexpected, claimLinks, wire, listen };
  const flows = createFlows({ ...deps, ...surroundings, browserWaitMs, onResume });
  const stopListening = onResume(() => changed('consents')); // one may have ended in the sleep
  const credentialDeps = { credentials, profiles, nowMs };
  const sandboxDeps = { ...credentialDeps, startBank, openHttp };
  return {
    ...deps,
    vault,
    profiles,
    flows,
    wire,
    credentialDeps,
    keyImport: new KeyImport({ credentials, nowMs }),
    notices: noticesOf(vault, [profiles.movedAside, connections.movedAside], credentialDeps),
    openSandbox: () => wire.during({ providerId: SANDBOX_PROVIDER_ID }, () => openSandbox(sandboxDeps)),
    reach: async (providerId) => {
      const profile = profiles.get(providerId);
      if (profile === null) return fail({ kind: 'provider-unknown' });
      const started = await ready(providerId);
      return started.ok ? clients.open(profile) : started;
    },
    openBankSite: (providerId) => openBankSite({ profiles, ready, userAgent }, providerId),
    close: () => closeAll({ flows, vault, clients, saveAgain }).finally(stopListening),
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

interface Closing {
  readonly flows: Flows;
  readonly vault: Vault;
  readonly clients: ProviderClients;
  readonly saveAgain: SaveAgain;
}

async function closeAll({ flows, vault, clients, saveAgain }: Closing): Promise<void> {
  saveAgain.stop();
  await flows.close();
  await vault.flush();
  await clients.close();
}

async function openStores({ dataFolder, keychain, changed }: Platform, nowMs: () => number) {
  const saveAgain = new SaveAgain(() => vault.flush());
  const onUnsaved = (hasUnsaved: boolean) => {
    saveAgain.hear(hasUnsaved);
    changed('secrets');
  };
  const [vault, profiles, connections] = await Promise.all([
    openVault({ folder: join(dataFolder, 'vault'), keychain, nowMs, onUnsaved }),
    openProfileStore(join(dataFolder, 'providers.json'), nowMs()),
    openConnectionStore(join(dataFolder, 'consents.json'), nowMs()),
  ]);
  return { vault, profiles, connections, saveAgain };
}

async function startSandboxBank(platform: Platform): Promise<Result<SandboxDescriptor, Failure>> {
  const message = await platform.startBank();
  return message.ok ? readSandboxMessage(message.value) : message;
}

function noticesOf(
  vault: Vault,
  moved: ReadonlyArray<MovedAside | null>,
  credentialDeps: CredentialDeps,
): readonly StartNotice[] {
  const sealed = vault.notices().map((notice) => ({ noticeId: randomUUID(), ...notice }));
  return [...sealed, ...movedAsideNotices(moved), ...endingNotices(credentialDeps)];
}
