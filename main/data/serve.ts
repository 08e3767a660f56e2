import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { DataVerb, DataVerbs } from '../ports/data-process';
import type { Driver } from './driver';
import { keepPage } from './ingest';
import { openDatabase } from './open-database';
import { beginReading, deleteConnection, listReadings, readingOfAccount } from './readings';
import { readRawRow, readRows } from './rows';
import { sumRows } from './sums';

/** Answers one question of main. */
export type AnswerData = <Verb extends DataVerb>(
  verb: Verb,
  input: DataVerbs[Verb]['input'],
) => Result<DataVerbs[Verb]['output'], Failure>;

type Verbs = {
  readonly [Verb in DataVerb]: (input: DataVerbs[Verb]['input']) => DataVerbs[Verb]['output'];
};

/** The questions of main over one database. `open` comes first, and again after the vault was locked. */
export function createDataServer(): { readonly answer: AnswerData; readonly close: () => void } {
  let driver: Driver | null = null;
  const opened = (): Driver => {
    if (driver === null) throw new Error('a question came before the database was opened');
    return driver;
  };
  const close = () => {
    driver?.close();
    driver = null;
  };
  const verbs: Verbs = {
    open: ({ path, key, nowMs }) => {
      close();
      const place =
        path === null || key === null ? { kind: 'memory' as const } : { kind: 'file' as const, path, key };
      const found = openDatabase(place, nowMs);
      driver = found.driver;
      return { movedAside: found.movedAside };
    },
    beginReading: (input) => beginReading(opened(), input),
    keepPage: (page) => {
      const kept = keepPage(opened(), page);
      return kept.ok ? { kept: readingOfAccount(opened(), page.account) } : { refused: kept.error };
    },
    readings: (input) => listReadings(opened(), input),
    rows: (question) => readRows(opened(), question),
    sums: (filter) => sumRows(opened(), filter),
    rawRow: (input) => readRawRow(opened(), input),
    deleteConnection: (input) => deleteConnection(opened(), input),
  };
  return { answer: (verb, input) => answered(() => verbs[verb](input)), close };
}

/** What a full or a refused disk says is told as that; anything else is our own mistake and is thrown. */
function answered<Value>(work: () => Value): Result<Value, Failure> {
  try {
    return ok(work());
  } catch (cause) {
    const failure = storageFailureOf(cause);
    if (failure === null) throw cause;
    return fail(failure);
  }
}

function storageFailureOf(cause: unknown): Failure | null {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'storage-full' };
  const isOfDisk = /^SQLITE_(?:IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM)|^E[A-Z]+$/.test(code);
  return isOfDisk ? { kind: 'storage-failed', code } : null;
}
