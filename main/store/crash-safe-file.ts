import { randomBytes } from 'node:crypto';
import * as nodeDisk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';

/** Why a file could not be saved or moved. */
export type StorageFailure = Extract<
  Failure,
  { kind: 'storage-full' | 'storage-failed' | 'storage-too-large' }
>;

/** What was found at a path. `unreadable` says why, as a system error code, for example `EISDIR`. */
export type Reading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly code: string };

/** The calls of `node:fs/promises` used here, so that a test can make any one of them fail. */
export type CrashSafeDisk = Pick<
  typeof nodeDisk,
  'copyFile' | 'link' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'stat'
>;

/** How to save. */
export interface WriteOptions {
  /**
   * `keep` (default): what the file held becomes `name.previous`. `drop`: no earlier generation is left,
   * because it holds something that was to be forgotten.
   */
  readonly earlierGeneration?: 'keep' | 'drop';
  readonly disk?: CrashSafeDisk;
}

/**
 * More than this is no file of ours; it is not read, so that it cannot exhaust memory at start-up. Nor is it written:
 * what was saved must be there at the next start.
 */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Errors of a folder's fsync that mean "this file system has no such thing", as on Windows and some network drives. */
const CANNOT_SYNC_FOLDER = new Set(['EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM', 'EACCES', 'EBADF']);

/** Strict, so that `a` never takes a temporary file of `a-b` for its own. */
const TEMPORARY_ENDING = /^[0-9a-f]{16}(\.previous)?\.tmp$/;

const lastInLine = new Map<string, Promise<unknown>>();

/** Where the earlier generation of a file is kept. */
export function earlierGenerationOf(path: string): string {
  return `${path}.previous`;
}

/**
 * Replaces a file so that whoever looks, at any moment and after any crash, finds the old or the new content.
 *
 * Temporary file in the same folder (0600) → write → fsync → keep the earlier generation → rename → fsync
 * folder (created 0700 if absent). Writers of one path wait for each other within this process; that no other
 * process writes it is the caller's promise.
 *
 * @returns `storage-too-large` for what {@link readCrashSafe} would not read; on a failure the old content is in its place and the temporary file is gone; only when the last
 *   step fails (fsync of the folder) the new content is there already, but might not survive a power cut
 */
export function writeCrashSafe(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<Result<null, StorageFailure>> {
  const disk = options.disk ?? nodeDisk;
  if (bytes.length > MAX_FILE_BYTES)
    return Promise.resolve(fail({ kind: 'storage-too-large', maxBytes: MAX_FILE_BYTES }));
  return inLine(path, () =>
    asResult(async () => {
      await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await tidy(path, disk);
      await replace(path, bytes, options.earlierGeneration ?? 'keep', disk);
      await syncFolder(dirname(path), disk);
      return null;
    }),
  );
}

/** Reads a whole file. Anything but a regular file of a sensible size is `unreadable`, and waits for nobody. */
export function readCrashSafe(path: string, disk: CrashSafeDisk = nodeDisk): Promise<Reading> {
  return inLine(path, async () => {
    try {
      const found = await disk.stat(path); // a named pipe in its place would block open() for ever
      if (found.isDirectory()) return { kind: 'unreadable', code: 'EISDIR' };
      if (!found.isFile()) return { kind: 'unreadable', code: 'EINVAL' };
      if (found.size > MAX_FILE_BYTES) return { kind: 'unreadable', code: 'EFBIG' };
      return { kind: 'bytes', bytes: await disk.readFile(path) };
    } catch (cause) {
      const code = systemCode(cause);
      return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', code };
    }
  });
}

/**
 * Moves a file, or whatever else is in its place, to `name.corrupt-<time>` in the same folder.
 *
 * @param nowMs epoch milliseconds, UTC
 * @returns the new name without the folder. It was free before: nothing is ever overwritten.
 */
export function moveAside(
  path: string,
  nowMs: number,
  disk: CrashSafeDisk = nodeDisk,
): Promise<Result<string, StorageFailure>> {
  return inLine(path, () =>
    asResult(async () => {
      const target = await freeName(`${path}.corrupt-${fileTime(nowMs)}`, disk);
      await disk.rename(path, target);
      await syncFolder(dirname(path), disk);
      return basename(target);
    }),
  );
}

/** Removes the temporary files that a killed process left beside `path`. Every save does this as well. */
export function sweepTemporaries(path: string, disk: CrashSafeDisk = nodeDisk): Promise<void> {
  return inLine(path, () => tidy(path, disk));
}

async function replace(
  path: string,
  bytes: Uint8Array,
  earlierGeneration: 'keep' | 'drop',
  disk: CrashSafeDisk,
): Promise<void> {
  const unique = `${temporaryPrefix(path)}${randomBytes(8).toString('hex')}`;
  const temporary = `${unique}.tmp`;
  try {
    const file = await disk.open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (earlierGeneration === 'keep') await keepEarlierGeneration(path, `${unique}.previous.tmp`, disk);
    await disk.rename(temporary, path);
    if (earlierGeneration === 'drop') await disk.rm(earlierGenerationOf(path), { force: true });
  } catch (cause) {
    await tidy(path, disk);
    throw cause;
  }
}

// By a second name and not by renaming, so that `path` is never missing.
async function keepEarlierGeneration(path: string, temporary: string, disk: CrashSafeDisk): Promise<void> {
  try {
    await disk.link(path, temporary).catch(() => copy(path, temporary, disk)); // FAT has no hard links
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return; // the first save has no earlier generation
    throw cause;
  }
  await disk.rename(temporary, earlierGenerationOf(path));
  await disk.rm(temporary, { force: true }); // POSIX: rename does nothing when both names are one file already
}

async function copy(path: string, target: string, disk: CrashSafeDisk): Promise<void> {
  await disk.copyFile(path, target);
  const file = await disk.open(target, 'r+');
  await file.sync().finally(() => file.close());
}

// A leftover that cannot be removed harms nobody, and hides no other reason.
async function tidy(path: string, disk: CrashSafeDisk): Promise<void> {
  await asResult(async () => {
    const prefix = basename(temporaryPrefix(path));
    for (const name of await disk.readdir(dirname(path))) {
      if (!name.startsWith(prefix) || !TEMPORARY_ENDING.test(name.slice(prefix.length))) continue;
      await disk.rm(join(dirname(path), name), { force: true });
    }
  });
}

async function syncFolder(folder: string, disk: CrashSafeDisk): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (cause) {
    if (!CANNOT_SYNC_FOLDER.has(systemCode(cause))) throw cause;
  }
}

async function freeName(wanted: string, disk: CrashSafeDisk): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    try {
      await disk.lstat(candidate);
    } catch (cause) {
      if (systemCode(cause) === 'ENOENT') return candidate;
      throw cause;
    }
  }
}

function temporaryPrefix(path: string): string {
  return join(dirname(path), `.${basename(path)}-`);
}

// ISO 8601 basic format: Windows allows no colon in a name.
function fileTime(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
}

async function asResult<Value>(work: () => Promise<Value>): Promise<Result<Value, StorageFailure>> {
  try {
    return ok(await work());
  } catch (cause) {
    return fail(storageFailureOf(cause));
  }
}

/** What a refusal of the operating system means for a save. Anything else is a bug, and is thrown on. */
export function storageFailureOf(cause: unknown): StorageFailure {
  const code = systemCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT' ? { kind: 'storage-full' } : { kind: 'storage-failed', code };
}

/** The operating system's refusals are spelled ENOENT; ERR_INVALID_ARG_TYPE and the like are our own bugs and go on. */
export function systemCode(cause: unknown): string {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return code;
  throw cause;
}

function inLine<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  const turn = (lastInLine.get(path) ?? Promise.resolve()).then(work, work);
  lastInLine.set(path, turn);
  const leave = () => {
    if (lastInLine.get(path) === turn) lastInLine.delete(path);
  };
  turn.then(leave, leave);
  return turn;
}
