import { open } from 'node:fs/promises';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';

/** The longest file that is read as a provider profile, in bytes. */
export const MAX_TEXT_BYTES = 500_000;

/** Reads a text file that a person picked: no longer than a profile can be, and UTF-8. */
export async function readTextFile(path: string): Promise<Result<string, Failure>> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(MAX_TEXT_BYTES + 1),
        0,
        MAX_TEXT_BYTES + 1,
        0,
      );
      if (bytesRead > MAX_TEXT_BYTES) return fail({ kind: 'file-not-read', reason: 'too-large' });
      return decode(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    return fail({ kind: 'file-not-read', reason: 'unreadable' }); // the reason would only name the path
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
