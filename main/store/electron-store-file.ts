import { constants } from 'node:fs';
import * as nodeDisk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import ElectronStore from 'electron-store';

import { fail, ok, type Result } from '../../preload/contract/result';
import { moveAside, type StorageFailure, storageFailureOf, systemCode } from './crash-safe-file';
import type { SettingsFileOptions, WriteSettings } from './document';

/** The calls of `node:fs/promises` that are made before electron-store writes, so that a test can refuse them. */
export type RehearsalDisk = Pick<typeof nodeDisk, 'access' | 'mkdir' | 'readdir' | 'realpath' | 'rm'>;

type Store = ElectronStore<Record<string, unknown>>;

/** The temporary files of `atomically`, which writes for electron-store. */
const TEMPORARY_ENDING = /^\.tmp-\d{10}[0-9a-f]{6}$/;

/**
 * Writes one file by electron-store: a temporary file in the same folder (0600), fsync, rename.
 *
 * It writes synchronously, and what the system refuses it tries again for a whole second, in which the window stands
 * still. So the system is asked first; what it refuses is answered, and electron-store never hears of it.
 */
export function electronStoreFile<Value extends object>(
  options: SettingsFileOptions<Value>,
  disk: RehearsalDisk = nodeDisk,
): WriteSettings {
  let store: Store | null = null;
  return async (value): Promise<Result<null, StorageFailure>> => {
    try {
      await rehearse(options.path, disk);
      if (store === null) {
        await tidy(options.path, disk);
        store = await openStore(options);
      }
      store.store = value as Record<string, unknown>;
      return ok(null);
    } catch (cause) {
      return fail(storageFailureOf(cause));
    }
  };
}

/** @throws what the system would answer to a write into the file's folder, or to a rename over the file */
async function rehearse(path: string, disk: RehearsalDisk): Promise<void> {
  await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const target = await disk.realpath(path).catch(unless('ENOENT', path));
  await disk.access(dirname(target), constants.W_OK | constants.X_OK);
  // EPERM: immutable, or read-only on Windows. Any other mode is no obstacle, as the file is replaced.
  await disk.access(target, constants.W_OK).catch((cause: unknown) => {
    if (systemCode(cause) === 'EPERM') throw cause;
  });
}

// A process that was killed leaves its temporary file, which electron-store never looks at again.
async function tidy(path: string, disk: RehearsalDisk): Promise<void> {
  const name = basename(path);
  for (const found of await disk.readdir(dirname(path))) {
    if (!found.startsWith(name) || !TEMPORARY_ENDING.test(found.slice(name.length))) continue;
    await disk.rm(join(dirname(path), found), { force: true });
  }
}

async function openStore<Value>(options: SettingsFileOptions<Value>): Promise<Store> {
  try {
    return newStore(options);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw cause;
    await moveAside(options.path, options.nowMs); // broken by somebody since it was read
    return newStore(options);
  }
}

function newStore<Value>({ path, schema }: SettingsFileOptions<Value>): Store {
  return new ElectronStore<Record<string, unknown>>({
    cwd: dirname(path),
    name: basename(path, '.json'),
    clearInvalidConfig: false, // emptied is not explained: what is broken is moved aside
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize: (value) => `${JSON.stringify(schema.parse({ ...value }), null, 2)}\n`,
    deserialize: (text) => schema.parse(JSON.parse(text)) as unknown as Record<string, unknown>,
  });
}

function unless(code: string, instead: string): (cause: unknown) => string {
  return (cause) => {
    if (systemCode(cause) !== code) throw cause;
    return instead;
  };
}
