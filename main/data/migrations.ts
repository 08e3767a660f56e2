import type { Driver } from './driver';

/**
 * The schema, one step for each version. A step that was released is never edited.
 *
 * - `txn.rid` is ordered by time (seconds since 1970 times 2^20, plus a number within the second), so that the newest
 *   rows of a search are found without sorting.
 * - `txn.micro` is the amount in millionths, signed (money out is below zero); NULL where an amount has more digits
 *   than that, and `amount` is the whole of it.
 * - `txn_text` holds no text of its own: it is found by `rid`.
 * - `month_total` is kept in the same transaction as the rows it counts.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE account (
    account INTEGER PRIMARY KEY,
    provider_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    is_made_up INTEGER NOT NULL,
    name TEXT NOT NULL,
    category TEXT,
    currency TEXT,
    UNIQUE (provider_id, account_id)
  ) STRICT;
  CREATE TABLE txn (
    rid INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account,
    transaction_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    is_pending INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    amount TEXT,
    micro INTEGER,
    currency TEXT,
    description TEXT NOT NULL,
    payee TEXT,
    category TEXT,
    UNIQUE (account, transaction_id)
  ) STRICT;
  CREATE INDEX txn_of_account ON txn (account, rid);
  CREATE INDEX txn_pending ON txn (account) WHERE is_pending = 1;
  CREATE TABLE txn_raw (rid INTEGER PRIMARY KEY, json TEXT NOT NULL, exchange_id TEXT) STRICT;
  CREATE VIRTUAL TABLE txn_text USING fts5(
    description, payee, category,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
  );
  CREATE TABLE month_total (
    account INTEGER NOT NULL,
    month INTEGER NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL,
    rows INTEGER NOT NULL,
    micro_in INTEGER NOT NULL,
    micro_out INTEGER NOT NULL,
    PRIMARY KEY (account, month, category, currency)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reading (
    account INTEGER PRIMARY KEY REFERENCES account,
    sync INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    next TEXT,
    received INTEGER NOT NULL,
    expected INTEGER,
    unreadable INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    failure TEXT
  ) STRICT;
  `,
];

/** The version that this application writes. */
const SCHEMA_VERSION = STEPS.length;

/** Brings the schema up to this version. @returns false for a database of a newer application, which is left as it is */
export function migrate(driver: Driver): boolean {
  const row = driver.prepare('PRAGMA user_version').get() as { user_version: number };
  if (row.user_version > SCHEMA_VERSION) return false;
  for (const [index, step] of STEPS.entries()) {
    if (index < row.user_version) continue;
    driver.transaction(() => {
      driver.exec(step);
      driver.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return true;
}
