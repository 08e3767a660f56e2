import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

import { openVault, type Vault, type VaultOptions } from '../../../main/vault/vault';
import { fakeKeychain } from './fake-keychain';

const NOON_MS = Date.UTC(2026, 0, 1, 12, 0, 0);

/** What a change of a vault answers when it went well. */
export const DONE = { ok: true, value: null };

/** A folder that each test of a file finds empty, and the vaults in it. */
export interface VaultFolder {
  /** The folder itself, or a file in it. */
  readonly path: (file?: string) => string;
  /** Starts a vault there: with a keychain and at noon, unless told otherwise. */
  readonly open: (changes?: Partial<VaultOptions>) => Promise<Vault>;
  /** Names of the files, sorted; none before the first save. */
  readonly files: () => Promise<readonly string[]>;
  /** All bytes of all files, as text. */
  readonly everythingOnDisk: () => Promise<string>;
}

/** Gives the tests of the file, or of the `describe`, that calls it a folder for their vaults. */
export function vaultFolder(): VaultFolder {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'vault-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const path = (file = '') => join(root, 'vault', file);
  const files = () =>
    readdir(path()).then(
      (names) => names.sort(),
      () => [],
    );
  return {
    path,
    open: (changes = {}) =>
      openVault({
        folder: path(),
        keychain: fakeKeychain(),
        nowMs: () => NOON_MS,
        scryptCost: { log2Cost: 10, blockSize: 8, parallelism: 1 },
        ...changes,
      }),
    files,
    everythingOnDisk: async () => {
      const contents = await Promise.all((await files()).map((name) => readFile(path(name), 'latin1')));
      return contents.join('\n');
    },
  };
}
