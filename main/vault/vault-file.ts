import * as nodeDisk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { Result } from '../../preload/contract/result';
import {
  type CrashSafeDisk,
  earlierGenerationOf,
  moveAside,
  readCrashSafe,
  type StorageFailure,
} from '../store/crash-safe-file';
import type { Wrapping, WrapRefusal } from './key-wrapper';
import { openBox, readBox, type SealingKey } from './secret-box';
import { readRecord, type VaultRecord } from './vault-record';

/** Name of the sealed file. It is authenticated with the content, whichever generation holds it. */
export const VAULT_FILE_NAME = 'vault.sealed';

/** Something the person has to know about how the vault was found. The screen has words for it. */
export interface VaultNotice {
  readonly kind: 'file-moved-aside' | 'keychain-lost';
  /** Name without folders. */
  readonly file: string;
  /** Name of the copy that was kept, without folders; null when it could not even be moved. */
  readonly movedTo: string | null;
}

/** Gives a data key back from its wrapping, by whatever means there are at the moment. */
export type Unwrap = (wrapped: Wrapping) => Promise<Result<Uint8Array, WrapRefusal>>;

/** What one file, or the newest good generation of it, turned out to be. */
type Content =
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'opened'; readonly key: SealingKey; readonly record: VaultRecord };

/** How the vault was found. */
export interface FoundVault {
  readonly content: Content;
  readonly notices: readonly VaultNotice[];
  /** True when there was a vault and its keychain does not give it back. */
  readonly isLost: boolean;
  /** Why an unreadable file is still in its place, where nothing may be written over it; else null. */
  readonly blockedBy: StorageFailure | null;
}

/**
 * Opens the newest generation of the vault that can be opened; moves aside every newer one that cannot.
 *
 * A file sealed by a passphrase that `unwrap` does not have is `locked` and stays where it is.
 *
 * @param folder where the vault lives; need not exist
 * @param nowMs epoch milliseconds, UTC; becomes part of the name of a file that is moved aside
 */
export async function findVault(
  folder: string,
  unwrap: Unwrap,
  nowMs: number,
  disk: CrashSafeDisk = nodeDisk,
): Promise<FoundVault> {
  const newest = join(folder, VAULT_FILE_NAME);
  const notices: VaultNotice[] = [];
  let isLost = false;
  let blockedBy: StorageFailure | null = null;

  for (const path of [newest, earlierGenerationOf(newest)]) {
    const content = await openGeneration(path, unwrap, disk);
    if (content.kind === 'opened') return { content, notices, isLost: false, blockedBy };
    if (content.kind === 'locked') return { content, notices, isLost: false, blockedBy };
    if (content.kind === 'absent') continue;

    const moved = await moveAside(path, nowMs, disk);
    if (!moved.ok) blockedBy ??= moved.error;
    isLost ||= content.kind === 'keychain-lost';
    // Both generations mostly share one fate: the person hears of it once.
    if (notices.every(({ kind }) => kind !== content.kind)) {
      notices.push({ kind: content.kind, file: basename(path), movedTo: moved.ok ? moved.value : null });
    }
  }
  const content =
    notices.length === 0 ? await bringBack(newest, unwrap, disk) : ({ kind: 'absent' } as const);
  return { content, notices, isLost, blockedBy };
}

async function openGeneration(
  path: string,
  unwrap: Unwrap,
  disk: CrashSafeDisk,
): Promise<Content | { readonly kind: VaultNotice['kind'] }> {
  const found = await readCrashSafe(path, disk);
  if (found.kind === 'absent') return found;
  if (found.kind === 'unreadable') return { kind: 'file-moved-aside' };
  const box = readBox(found.bytes);
  if (!box.ok) return { kind: 'file-moved-aside' };

  const { wrapping } = box.value;
  const dataKey = await unwrap(wrapping);
  if (!dataKey.ok) return { kind: wrapping.kind === 'passphrase' ? 'locked' : 'keychain-lost' };
  const content = openBox(box.value, dataKey.value, VAULT_FILE_NAME);
  if (!content.ok) {
    // A keychain's cipher may have no checksum of its own: another ring can give back a wrong key without a word.
    return { kind: wrapping.kind === 'keychain' ? 'keychain-lost' : 'file-moved-aside' };
  }
  const record = readRecord(content.value);
  if (!record.ok) return { kind: 'file-moved-aside' };
  return { kind: 'opened', key: { dataKey: dataKey.value, wrapping }, record: record.value };
}

/**
 * A keychain that was away for one start comes back with the next: so does what was moved aside meanwhile,
 * as long as nothing new has been sealed in its place.
 */
async function bringBack(newest: string, unwrap: Unwrap, disk: CrashSafeDisk): Promise<Content> {
  const names: readonly string[] = await disk.readdir(dirname(newest)).catch(() => []);
  const latest = names
    .filter((name) => name.startsWith(`${VAULT_FILE_NAME}.corrupt-`))
    .sort()
    .at(-1);
  if (latest === undefined) return { kind: 'absent' };

  const path = join(dirname(newest), latest);
  const content = await openGeneration(path, unwrap, disk);
  if (content.kind !== 'opened') return { kind: 'absent' };
  return disk.rename(path, newest).then(
    () => content,
    () => ({ kind: 'absent' }),
  );
}
