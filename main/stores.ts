import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { StartNotice } from '../preload/contract/app-shapes';
import type { Topic } from '../preload/contract/ipc-contract';
import { type ConnectionStore, openConnectionStore } from './connections/connection-store';
import type { CredentialDeps } from './credentials/manage-credentials';
import type { Keychain } from './ports/keychain';
import { openProfileStore, type ProfileStore } from './providers/profile-store';
import { movedAsideNotices } from './store/moved-aside-notices';
import { SaveAgain } from './vault/save-again';
import { openVault, type Vault } from './vault/vault';

/** What the stores need of the platform. */
export interface StoresPlatform {
  /** The app's own folder. */
  readonly dataFolder: string;
  readonly keychain: Keychain;
  readonly changed: (topic: Topic) => void;
  /** Now, epoch milliseconds, UTC; the machine's clock unless a test says otherwise. */
  readonly nowMs?: () => number;
}

/** What is kept on this computer, opened: all that the window's first question waits for. */
export interface Stores {
  readonly vault: Vault;
  readonly profiles: ProfileStore;
  readonly connections: ConnectionStore;
  readonly credentialDeps: CredentialDeps;
  readonly notices: readonly StartNotice[];
  readonly nowMs: () => number;
  /** Saves what is not saved yet. */
  readonly close: () => Promise<void>;
}

/** Opens the vault, the provider profiles and the consents. */
export async function openStores(platform: StoresPlatform): Promise<Stores> {
  const { dataFolder, keychain, changed, nowMs = () => Date.now() } = platform;
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
  const credentialDeps = { credentials: vault.credentials, profiles, nowMs };
  const sealed = vault.notices().map((notice) => ({ noticeId: randomUUID(), ...notice }));
  const moved = movedAsideNotices([profiles.movedAside, connections.movedAside]);
  const ending = await noticesOfEnding(credentialDeps);
  return {
    vault,
    profiles,
    connections,
    credentialDeps,
    notices: [...sealed, ...moved, ...ending],
    nowMs,
    close: async () => {
      saveAgain.stop();
      await vault.flush();
    },
  };
}

// What reads certificates is loaded where there is one.
async function noticesOfEnding(deps: CredentialDeps): Promise<readonly StartNotice[]> {
  const held = deps.credentials.list();
  if (!held.ok || held.value.length === 0) return []; // locked, or none
  return (await import('./credentials/credential-view')).endingNotices(deps);
}
