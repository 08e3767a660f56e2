import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';

/** What files of a kind are called. */
const KINDS = {
  har: { fileName: 'countersign.har', filter: { name: 'HTTP archive', extensions: ['har'] } },
  cstrace: { fileName: 'session.cstrace', filter: { name: 'Countersign trace', extensions: ['cstrace'] } },
} as const;

type FileKind = keyof typeof KINDS;

/**
 * Writes a text to a file that the person chooses.
 *
 * @returns name of the file without its folder, or null when they chose none
 */
export async function saveText(
  window: BrowserWindow | null,
  kind: FileKind,
  text: string,
): Promise<Result<string | null, Failure>> {
  const { fileName, filter } = KINDS[kind];
  const options = { defaultPath: fileName, filters: [{ ...filter, extensions: [...filter.extensions] }] };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === '') return ok(null);
  try {
    await writeFile(filePath, text, { mode: 0o600 });
    return ok(basename(filePath));
  } catch (cause) {
    return fail(fileFailure(cause));
  }
}

/**
 * Reads a file that the person chooses.
 *
 * @returns null when they chose none; `trace-unreadable` when it is larger than any real one
 */
export async function openText(
  window: BrowserWindow | null,
  kind: FileKind,
  maxBytes: number,
): Promise<Result<{ readonly fileName: string; readonly text: string } | null, Failure>> {
  const { filter } = KINDS[kind];
  const options = {
    properties: ['openFile' as const],
    filters: [{ ...filter, extensions: [...filter.extensions] }],
  };
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  const [path] = filePaths;
  if (canceled || path === undefined) return ok(null);
  try {
    if ((await stat(path)).size > maxBytes) return fail({ kind: 'trace-unreadable' });
    return ok({ fileName: basename(path), text: await readFile(path, 'utf8') });
  } catch (cause) {
    return fail(fileFailure(cause));
  }
}

function fileFailure(cause: unknown): Failure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return code === 'ENOSPC' ? { kind: 'storage-full' } : { kind: 'storage-failed', code };
}
