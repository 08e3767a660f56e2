import { mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { type DatabasePlace, type Driver, openDriver } from './driver';
import { migrate } from './migrations';

/** What became of a file that could not be used. */
interface DatabaseMovedAside {
  readonly reason: 'unreadable' | 'newer';
  /** The new name of the file, in the same folder. */
  readonly movedTo: string;
}

export interface OpenedDatabase {
  readonly driver: Driver;
  readonly movedAside: DatabaseMovedAside | null;
}

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
`;

/**
 * Opens the database of a place. A file that is damaged, was sealed by another key, or is of a newer application is
 * moved aside with its journal, never overwritten, and an empty one takes its place.
 *
 * @param nowMs epoch milliseconds, UTC; names the file that is moved aside
 * @throws when the folder cannot be written
 */
export function openDatabase(place: DatabasePlace, nowMs: number): OpenedDatabase {
  if (place.kind === 'memory') return { driver: openFresh(place), movedAside: null };
  mkdirSync(dirname(place.path), { recursive: true, mode: 0o700 });
  const opened = tryOpen(place);
  if (typeof opened !== 'string') return { driver: opened, movedAside: null };
  const movedTo = moveAside(place.path, nowMs);
  return { driver: openFresh(place), movedAside: { reason: opened, movedTo } };
}

function openFresh(place: DatabasePlace): Driver {
  const opened = tryOpen(place);
  if (typeof opened === 'string') throw new Error(`an empty database could not be opened: ${opened}`);
  return opened;
}

function tryOpen(place: DatabasePlace): Driver | DatabaseMovedAside['reason'] {
  if (place.kind === 'file' && !isOpenable(place.path)) return 'unreadable';
  let driver: Driver | null = null;
  try {
    driver = openDriver(place);
    driver.exec(SETTINGS);
    if (migrate(driver)) return driver;
    driver.close();
    return 'newer';
  } catch (cause) {
    closeQuietly(driver);
    if (isNoDatabase(cause)) return 'unreadable';
    throw cause;
  }
}

function closeQuietly(driver: Driver | null): void {
  try {
    driver?.close();
  } catch (cause) {
    // What opening it threw says more than that it cannot be closed either.
    if (!(cause instanceof Error)) throw cause;
  }
}

/** A folder or a device in the place of the file would be opened for ever. */
function isOpenable(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || found.isFile();
}

/** Damage as SQLite names it; anything else (a full disk, a folder that is not ours) is told as what it is. */
function isNoDatabase(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return (
    /^SQLITE_(?:NOTADB|CORRUPT|SCHEMA|ERROR)/.test(code) ||
    /not a database|malformed|corrupt/i.test(cause.message)
  );
}

function moveAside(path: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${path}.aside-${stamp}`;
  renameSync(path, aside);
  // Without its journal the file would be older than it was; with it a new file would be damaged.
  for (const suffix of ['-wal', '-shm']) {
    if (statSync(`${path}${suffix}`, { throwIfNoEntry: false }) !== undefined)
      renameSync(`${path}${suffix}`, `${aside}${suffix}`);
  }
  return basename(aside);
}
