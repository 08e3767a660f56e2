import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';

/** Reads a text file that a person picked, if it is no longer than may be, and UTF-8. */
export async function readTextFile(path: string, maxBytes: number): Promise<Result<string, Failure>> {
  try {
    const bytes = await readBounded(path, maxBytes + 1);
    return bytes.length > maxBytes ? fail({ kind: 'file-not-read', reason: 'too-large' }) : decode(bytes);
  } catch {
    return fail({ kind: 'file-not-read', reason: 'unreadable' }); // the reason would only name the path
  }
}

/** The beginning of a file, at most so many bytes. */
export async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    // A device has no size to believe; it is read to the bound and no further.
    const room = Buffer.alloc(Math.min(maxBytes, size === 0 ? maxBytes : size));
    let length = 0;
    for (let more = 1; more > 0 && length < room.length; length += more) {
      more = (await file.read(room, length, room.length - length, null)).bytesRead;
    }
    return room.subarray(0, length);
  } finally {
    await file.close();
  }
}

/**
 * Writes a file where a person wants it, whole or not at all: what was there before stays until the new
 * file is complete.
 *
 * @returns `storage-full`, or `storage-failed` with the system's code
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
): Promise<Result<null, Failure>> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return ok(null);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined); // where nothing can be written, nothing is left
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return fail(code === 'ENOSPC' ? { kind: 'storage-full' } : { kind: 'storage-failed', code });
  }
}

function decode(bytes: Uint8Array): Result<string, Failure> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? fail({ kind: 'file-not-read', reason: 'not-text' }) : ok(text);
  } catch {
    return fail({ kind: 'file-not-read', reason: 'not-text' });
  }
}
