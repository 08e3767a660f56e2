import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

import { parseJson } from './json';

/** What was found where the bank keeps a file of its state. */
export type StateFound<State> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'read'; readonly state: State }
  | { readonly kind: 'moved-aside'; readonly to: string; readonly why: string };

/**
 * Reads one file of the bank's state. A file that makes no sense is moved aside, never overwritten:
 * it may hold the only copy of something, and it is the evidence of what went wrong.
 *
 * @param nowMs names the file that is moved aside; epoch milliseconds, UTC
 */
export async function readStateFile<State>(
  path: string,
  schema: z.ZodType<State>,
  nowMs: number,
): Promise<StateFound<State>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return { kind: 'absent' };
    throw cause;
  }

  const read = schema.safeParse(parseJson(text));
  if (read.success) return { kind: 'read', state: read.data };

  const to = `${path}.unreadable-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  await rename(path, to);
  const field = read.error.issues[0]?.path.join('.') ?? '';
  return { kind: 'moved-aside', to, why: field === '' ? 'it is not the JSON we wrote' : `${field} is wrong` };
}

/**
 * Writes one file of the bank's state so that a crash leaves either the old file or the new one, whole.
 * Only the owner may read it: it holds private keys or tokens.
 */
export async function writeStateFile(path: string, state: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(state));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** The rename itself is in the folder, and is only safe once the folder is on disk. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows can't open a folder, and orders the rename itself
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
