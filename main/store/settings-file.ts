import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import ElectronStore from 'electron-store';

import { fail, ok, type Result } from '../../preload/contract/result';
import { moveAside, readCrashSafe, type StorageFailure } from './crash-safe-file';
import type { JsonFile, JsonFileOptions, MovedAside } from './json-file';

type Store = ElectronStore<Record<string, unknown>>;

/** Settings of the person, kept by electron-store. What can't be read, or is not of our shape, is moved aside. */
export async function openSettingsFile<Value extends object>(
  options: JsonFileOptions<Value>,
): Promise<JsonFile<Value>> {
  const { path, schema, initial } = options;
  const { store, wasRead, movedAside } = await openStore(options);
  let current = wasRead ? ({ ...store?.store } as Value) : initial;
  let writing: Promise<unknown> = Promise.resolve();

  async function save(makeNext: (value: Value) => Value): Promise<Result<Value, StorageFailure>> {
    const next = schema.parse(makeNext(current));
    const saved = await write(store, dirname(path), next);
    if (!saved.ok) return saved;
    current = next;
    return ok(next);
  }
  return {
    get: () => current,
    movedAside,
    update: (change) => {
      const written = writing.then(() => save(change));
      writing = Promise.allSettled([written]);
      return written;
    },
  };
}

async function openStore<Value extends object>(options: JsonFileOptions<Value>) {
  const { path, nowMs } = options;
  let movedAside: MovedAside | null = null;
  const found = await readCrashSafe(path); // electron-store would wait for ever at a named pipe
  if (found.kind === 'unreadable') movedAside = await putAside(path, nowMs);
  let store = tryOpen(options);
  if (store === null) {
    movedAside = await putAside(path, nowMs);
    store = tryOpen(options);
  }
  return { store, wasRead: found.kind === 'bytes' && movedAside === null, movedAside };
}

function tryOpen<Value extends object>({ path, schema }: JsonFileOptions<Value>): Store | null {
  try {
    return new ElectronStore<Record<string, unknown>>({
      cwd: dirname(path),
      name: basename(path, '.json'),
      clearInvalidConfig: false, // emptied is not explained: what is broken is moved aside
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      serialize: (value) => `${JSON.stringify(schema.parse({ ...value }), null, 2)}\n`,
      deserialize: (text) => schema.parse(JSON.parse(text)) as unknown as Record<string, unknown>,
    });
  } catch {
    return null; // not JSON, or not of our shape
  }
}

async function write(
  store: Store | null,
  folder: string,
  next: object,
): Promise<Result<null, StorageFailure>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK); // else the write below would try for a second, and the window with it
    if (store === null) return fail({ kind: 'storage-failed', code: 'EIO' });
    store.store = next as Record<string, unknown>;
    return ok(null);
  } catch (cause) {
    return fail(failureOf(cause));
  }
}

function failureOf(cause: unknown): StorageFailure {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw cause;
  return code === 'ENOSPC' || code === 'EDQUOT' ? { kind: 'storage-full' } : { kind: 'storage-failed', code };
}

async function putAside(path: string, nowMs: number): Promise<MovedAside> {
  const moved = await moveAside(path, nowMs);
  return { file: basename(path), movedTo: moved.ok ? moved.value : basename(path) };
}
