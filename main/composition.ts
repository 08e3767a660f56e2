import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { StartNotice } from '../preload/contract/app-shapes';
import type { Failure } from '../preload/contract/failure';
import type { Topic } from '../preload/contract/ipc-contract';
import { fail, ok } from '../preload/contract/result';
import type { Result } from '../preload/contract/result';
import { openConnectionStore } from './connections/connection-store';
import type { ConnectionStore } from './connections/connection-store';
import { createProviderClients } from './connections/provider-clients';
import type { ProviderClient, ProviderClients } from './connections/provider-clients';
import { endingNotices } from './credentials/ending-notices';
import { ImportDesk } from './credentials/import-desk';
import type { CredentialEdges } from './credentials/manage-credentials';
import { createFlows } from './flows/flows';
import type { Flows } from './flows/flows';
import { listenForAnswer } from './flows/listen-for-answer';
import type { UserAgent } from './flows/run-flow';
import { NEVER_ASLEEP } from './http/waking';
import type { OnWaking } from './http/waking';
import type { ReportUnexpected } from './ipc/answer';
import type { LinkDesk } from './links/link-desk';
import type { Patience } from './oauth/transport';
import { openBankSite } from './providers/open-bank-site';
import { openSandbox, SANDBOX_PROVIDER_ID } from './providers/open-sandbox';
import { openProfileStore } from './providers/profile-store';
import type { ProfileStore } from './providers/profile-store';
import type { ProviderProfile } from './providers/provider-profile';
import { readSandboxMessage } from './providers/sandbox-bank';
import type { SandboxDescriptor } from './providers/sandbox-bank';
import type { MovedAside } from './store/json-file';
import type { Keychain } from './vault/key-wrapper';
import { SaveAgain } from './vault/save-again';
import { openVault } from './vault/vault';
import type { Vault } from './vault/vault';
import { createExchangeRecorder } from './wire/exchange-recorder';
import type { ExchangeRecorder } from './wire/exchange-recorder';
import { recordListening, recordUserAgent } from './wire/front-channel';

/** How long the browser step of a flow may take: five minutes. */
const BROWSER_WAIT_MS = 300_000;

/** What only Electron can give. */
export interface World {
  /** The app's own folder. */
  readonly dataFolder: string;
  readonly keychain: Keychain;
  /** Starts the sandbox bank's process, unless it runs, and gives its first message. */
  readonly startBank: () => Promise<Result<unknown, Failure>>;
  readonly userAgent: UserAgent;
  /** Where links from outside arrive. */
  readonly links: Pick<LinkDesk, 'listen'>;
  /** Makes links lead to this app where that is ours to do, and says whether they do. */
  readonly claimLinks: () => boolean;
  readonly changed: (topic: Topic) => void;
  readonly reportUnexpected: ReportUnexpected;
  /** Hears of each waking of the machine; it never sleeps unless given. */
  readonly onWaking?: OnWaking;
  /** Now, epoch milliseconds, UTC; the machine's clock unless a test says otherwise. */
  readonly nowMs?: () => number;
  /** Milliseconds for the browser step; {@link BROWSER_WAIT_MS} unless a test says otherwise. */
  readonly browserWaitMs?: number;
  /** How repeated requests wait; the machine's own way unless a test says otherwise. */
  readonly patience?: Patience;
}

/** Everything that the operations of the window are made of. */
export interface Services {
  readonly vault: Vault;
  readonly profiles: ProfileStore;
  readonly connections: ConnectionStore;
  readonly flows: Flows;
  /** What went over the wire in this session. */
  readonly wire: ExchangeRecorder;
  readonly credentialEdges: CredentialEdges;
  readonly importDesk: ImportDesk;
  readonly notices: readonly StartNotice[];
  readonly openSandbox: () => Promise<Result<ProviderProfile, Failure>>;
  /** Shows the person the provider's own page. */
  readonly openBankSite: (providerId: string) => Promise<Result<null, Failure>>;
  /** Gets a provider ready to be talked to. */
  readonly reach: (providerId: string) => Promise<Result<ProviderClient, Failure>>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Ends what is under way and closes all connections. */
  readonly close: () => Promise<void>;
}

/** Builds the services from the world: the one place where everything is put together. */
export async function compose(world: World): Promise<Services> {
  const { nowMs = () => Date.now(), browserWaitMs = BROWSER_WAIT_MS, onWaking = NEVER_ASLEEP } = world;
  const { vault, profiles, connections, saveAgain } = await openStores(world, nowMs);
  const { credentials, tokens } = vault;
  const wire = createExchangeRecorder({ newId: randomUUID, onChange: () => world.changed('wire') });
  const clients = createProviderClients(credentials, wire, world);
  const edges = { nowMs, newId: randomUUID, tokens, connections, clients };
  const { changed, reportUnexpected, claimLinks } = world;
  const userAgent = recordUserAgent(world.userAgent, wire);
  const startBank = () => startSandboxBank(world);
  /** A real provider is there anyhow. */
  const ready = (providerId: string) =>
    providerId === SANDBOX_PROVIDER_ID ? startBank() : Promise.resolve(ok(null));
  const told = { userAgent, changed, reportUnexpected, claimLinks, wire };
  const listen = recordListening(listenForAnswer(world.links), wire);
  const flows = createFlows({ ...edges, ...told, listen, browserWaitMs, onWaking });
  const stopListening = onWaking(() => changed('consents')); // one may have ended in the sleep
  const credentialEdges = { credentials, profiles, nowMs, isSelfRegistered };
  return {
    ...edges,
    vault,
    profiles,
    flows,
    wire,
    credentialEdges,
    importDesk: new ImportDesk({ credentials, nowMs }),
    notices: noticesOf(vault, [profiles.movedAside, connections.movedAside], credentialEdges),
    openSandbox: () =>
      wire.during({ providerId: SANDBOX_PROVIDER_ID }, () =>
        openSandbox({ startBank, credentials, profiles, nowMs, observer: wire }),
      ),
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

function isSelfRegistered(providerId: string): boolean {
  return providerId === SANDBOX_PROVIDER_ID;
}

async function openStores({ dataFolder, keychain, changed }: World, nowMs: () => number) {
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

async function startSandboxBank(world: World): Promise<Result<SandboxDescriptor, Failure>> {
  const said = await world.startBank();
  return said.ok ? readSandboxMessage(said.value) : said;
}

function noticesOf(
  vault: Vault,
  moved: ReadonlyArray<MovedAside | null>,
  credentialEdges: CredentialEdges,
): readonly StartNotice[] {
  const sealed = vault.notices().map((notice) => ({ noticeId: randomUUID(), ...notice }));
  return [...sealed, ...movedAsideNotices(moved), ...endingNotices(credentialEdges)];
}

/** What is said of files that could not be read; null stands for one that could. */
export function movedAsideNotices(moved: ReadonlyArray<MovedAside | null>): readonly StartNotice[] {
  return moved.flatMap((one) =>
    one === null ? [] : [{ noticeId: randomUUID(), kind: 'file-moved-aside' as const, ...one }],
  );
}
