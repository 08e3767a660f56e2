import { basename } from 'node:path';
import type { z } from 'zod';

import { ok, type Result } from '../../preload/contract/result';
import { moveAside, readCrashSafe, type StorageFailure, writeCrashSafe } from './crash-safe-file';

/** A file that could not be read and was moved out of the way. Names only, without folders. */
export interface MovedAside {
  readonly file: string;
  readonly movedTo: string;
}

/** One JSON document on disk, held in memory, written whole and crash-safe. */
export interface JsonFile<Value> {
  readonly get: () => Value;
  /**
   * Saves a new value made from the current one. The value in memory changes only once the new one is on disk.
   */
  readonly update: (change: (current: Value) => Value) => Promise<Result<Value, StorageFailure>>;
  /** Set when what was on disk could not be read and was kept under another name. */
  readonly movedAside: MovedAside | null;
}

export interface JsonFileOptions<Value> {
  readonly path: string;
  readonly schema: z.ZodType<Value>;
  /** The value of a first start. */
  readonly initial: Value;
  readonly nowMs: number;
}

/** Opens a JSON document. What can't be read, or is not of our shape, is moved aside and never overwritten. */
export async function openJsonFile<Value>(options: JsonFileOptions<Value>): Promise<JsonFile<Value>> {
  const { path, schema, initial, nowMs } = options;
  const stored = await readStored(path, schema);
  const movedAside = stored === 'unreadable' ? await putAside(path, nowMs) : null;
  let current = typeof stored === 'string' ? initial : stored.value;
  let writing: Promise<unknown> = Promise.resolve();

  async function save(makeNext: (value: Value) => Value): Promise<Result<Value, StorageFailure>> {
    const next = schema.parse(makeNext(current));
    const saved = await writeCrashSafe(path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`, 'utf8'));
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
  const reading = await readCrashSafe(path);
  if (reading.kind === 'absent') return 'absent';
  if (reading.kind === 'unreadable') return 'unreadable';
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
