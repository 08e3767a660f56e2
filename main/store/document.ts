import { basename } from 'node:path';
import type { z } from 'zod';

import { ok, type Result } from '../../preload/contract/result';
import { moveAside, readCrashSafe, type StorageFailure, writeCrashSafe } from './crash-safe-file';

/** A file that could not be read and was moved out of the way. Names only, without folders. */
export interface MovedAside {
  readonly file: string;
  readonly movedTo: string;
}

/** One JSON document on disk, held in memory and written whole. */
export interface SettingsFile<Value> {
  readonly get: () => Value;
  /**
   * Saves a new value made from the current one. The value in memory changes only once the new one is on disk.
   */
  readonly update: (change: (current: Value) => Value) => Promise<Result<Value, StorageFailure>>;
  /** Set when what was on disk could not be read and was kept under another name. */
  readonly movedAside: MovedAside | null;
}

export interface SettingsFileOptions<Value> {
  /** Ends in `.json`. */
  readonly path: string;
  /** The one schema of the file: what is read and what is written must both be of it. */
  readonly schema: z.ZodType<Value>;
  /** The value of a first start. */
  readonly initial: Value;
  /** Epoch milliseconds, UTC, for the name of a file that is moved aside. */
  readonly nowMs: number;
}

/** Puts a value on the disk, whole or not at all. */
export type WriteSettings = (value: object) => Promise<Result<null, StorageFailure>>;

/**
 * Opens a document over any way to write it. What can't be read, or is not of our shape, is moved aside and never
 * overwritten.
 */
export async function openDocument<Value extends object>(
  options: SettingsFileOptions<Value>,
  write: WriteSettings,
): Promise<SettingsFile<Value>> {
  const { path, schema, initial, nowMs } = options;
  const stored = await readStored(path, schema);
  const movedAside = stored === 'unreadable' ? await putAside(path, nowMs) : null;
  let current = typeof stored === 'string' ? initial : stored.value;
  let writing: Promise<unknown> = Promise.resolve();

  async function save(makeNext: (value: Value) => Value): Promise<Result<Value, StorageFailure>> {
    const next = schema.parse(makeNext(current));
    const saved = await write(next);
    if (!saved.ok) return saved;
    current = next;
    return ok(next);
  }

  return {
    get: () => current,
    movedAside,
    update: (change) => {
      const written = writing.then(() => save(change));
      // A failed change must not stop the ones after it; its caller has the failure.
      writing = Promise.allSettled([written]);
      return written;
    },
  };
}

async function readStored<Value>(
  path: string,
  schema: z.ZodType<Value>,
): Promise<{ readonly value: Value } | 'absent' | 'unreadable'> {
  const reading = await readCrashSafe(path); // a named pipe would keep a plain read waiting for ever
  if (reading.kind !== 'bytes') return reading.kind;
  try {
    return { value: schema.parse(JSON.parse(Buffer.from(reading.bytes).toString('utf8'))) };
  } catch {
    return 'unreadable'; // either the JSON or the shape: the file is kept for whoever wants to know
  }
}

async function putAside(path: string, nowMs: number): Promise<MovedAside> {
  const moved = await moveAside(path, nowMs);
  // A file that cannot even be renamed stays; the next save will say why it fails.
  return { file: basename(path), movedTo: moved.ok ? moved.value : basename(path) };
}

/**
 * Opens a document that is no setting of the person: written with an fsync of its folder and an earlier generation
 * beside it, by the writer of the vault.
 */
export function openJsonFile<Value extends object>(
  options: SettingsFileOptions<Value>,
): Promise<SettingsFile<Value>> {
  return openDocument(options, (value) =>
    writeCrashSafe(options.path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8')),
  );
}
