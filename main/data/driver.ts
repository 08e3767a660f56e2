import { createRequire } from 'node:module';

/** A value that a column holds or a parameter binds. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** One prepared statement. Rows are plain objects by column name; a library may add members of its own to them. */
export interface Statement {
  readonly run: (...values: readonly SqlValue[]) => { readonly changes: number };
  readonly get: (...values: readonly SqlValue[]) => unknown;
  readonly all: (...values: readonly SqlValue[]) => readonly unknown[];
  readonly iterate: (...values: readonly SqlValue[]) => IterableIterator<unknown>;
}

/** A database of SQLite, whichever library opened it. */
export interface Driver {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  /** Runs the work in one transaction: all of it is kept, or nothing when it throws. */
  readonly transaction: <Value>(work: () => Value) => Value;
  readonly close: () => void;
}

/** Which library and cipher stand behind a driver; shown in About and in the bench. */
interface DriverName {
  readonly library: 'better-sqlite3-multiple-ciphers' | 'libsql';
  readonly cipher: 'aegis-256' | 'aes-256-cbc';
}

/** Where a database is: a file that is sealed by a raw 256-bit key, or memory. */
export type DatabasePlace =
  | { readonly kind: 'file'; readonly path: string; readonly key: Uint8Array }
  | { readonly kind: 'memory' };

/** What both libraries have in common of the interface that better-sqlite3 made customary. */
interface NativeDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

type NativeConstructor = new (path: string, options?: object) => NativeDatabase;

/** The first Node-API version with what the prebuilt production driver calls; it crashes on an older one. */
const PRODUCTION_NODE_API = 10;

const load = createRequire(import.meta.url);

/**
 * The library that this runtime can load. Older runtimes stand in for development and tests only: their cipher does
 * not notice a changed file.
 *
 * @see ADR 0019
 */
function driverName(nodeApi: number = Number(process.versions['napi'])): DriverName {
  return nodeApi >= PRODUCTION_NODE_API
    ? { library: 'better-sqlite3-multiple-ciphers', cipher: 'aegis-256' }
    : { library: 'libsql', cipher: 'aes-256-cbc' };
}

/**
 * Opens a database, or makes an empty one.
 *
 * @throws what the library throws, at the latest at the first question: SQLITE_NOTADB for another key or another file
 */
export function openDriver(place: DatabasePlace): Driver {
  const { library } = driverName();
  const Native = load(library) as NativeConstructor;
  const database = library === 'libsql' ? openLibsql(Native, place) : openMultipleCiphers(Native, place);
  return {
    exec: (sql) => void database.exec(sql),
    prepare: (sql) => database.prepare(sql),
    transaction: (work) => inTransaction(database, work),
    close: () => void database.close(),
  };
}

function openLibsql(Native: NativeConstructor, place: DatabasePlace): NativeDatabase {
  if (place.kind === 'memory') return new Native(':memory:');
  return new Native(place.path, { encryptionCipher: 'aes256cbc', encryptionKey: hex(place.key) });
}

function openMultipleCiphers(Native: NativeConstructor, place: DatabasePlace): NativeDatabase {
  if (place.kind === 'memory') return new Native(':memory:');
  const database = new Native(place.path);
  database.exec(`PRAGMA cipher = 'aegis'; PRAGMA key = "raw:${hex(place.key)}";`);
  return database;
}

function hex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

function inTransaction<Value>(database: NativeDatabase, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (cause) {
    database.exec('ROLLBACK');
    throw cause;
  }
}
