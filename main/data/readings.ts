import type { DataVerbs, KeptAccount, MoneyWorld, ReadingState } from '../ports/data-process';
import type { Driver } from './driver';
import { removeAccount } from './ingest';

/**
 * Begins a reading of one account, or goes on with one that was interrupted.
 *
 * @returns the query of the next page, `{}` for the first
 */
export function beginReading(
  driver: Driver,
  { account, fromDay, toDay, nowMs }: DataVerbs['beginReading']['input'],
): DataVerbs['beginReading']['output'] {
  return driver.transaction(() => {
    const key = keepAccount(driver, account);
    const open = driver
      .prepare('SELECT next FROM reading WHERE account = ? AND ended_ms IS NULL AND from_day = ?')
      .get(key, fromDay) as { next: string | null } | undefined;
    if (open !== undefined && open.next !== null) return { account: key, next: parseQuery(open.next) };
    driver
      .prepare(
        `INSERT INTO reading (account, sync, from_day, to_day, next, received, expected, unreadable, started_ms)
         VALUES (?, 1, ?, ?, NULL, 0, NULL, 0, ?)
         ON CONFLICT (account) DO UPDATE SET sync = sync + 1, from_day = excluded.from_day,
           to_day = excluded.to_day, next = NULL, received = 0, expected = NULL, unreadable = 0,
           started_ms = excluded.started_ms, ended_ms = NULL, failure = NULL`,
      )
      .run(key, fromDay, toDay, nowMs);
    return { account: key, next: {} };
  });
}

/** A renewed consent for the same accounts takes them over: what is known of an account is provider and account id. */
function keepAccount(driver: Driver, account: KeptAccount): number {
  const { providerId, accountId, connectionId, world, name, category, currency } = account;
  const row = driver
    .prepare(
      `INSERT INTO account (provider_id, account_id, connection_id, is_made_up, name, category, currency)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (provider_id, account_id) DO UPDATE SET connection_id = excluded.connection_id,
         name = excluded.name, category = excluded.category, currency = excluded.currency
       RETURNING account`,
    )
    .get(providerId, accountId, connectionId, world === 'made-up' ? 1 : 0, name, category, currency);
  return (row as { account: number }).account;
}

const COLUMNS = `r.account, a.name AS accountName, r.from_day AS fromDay, r.to_day AS toDay, r.received, r.expected,
  r.unreadable, r.next, r.ended_ms AS endedMs`;

/** How far each account of one world has been read. */
export function listReadings(
  driver: Driver,
  { world }: { readonly world: MoneyWorld },
): readonly ReadingState[] {
  return driver
    .prepare(
      `SELECT ${COLUMNS} FROM reading r JOIN account a USING (account) WHERE a.is_made_up = ? ORDER BY a.name`,
    )
    .all(world === 'made-up' ? 1 : 0)
    .map(readingOf);
}

/** How far one account has been read. */
export function readingOfAccount(driver: Driver, account: number): ReadingState {
  return readingOf(
    driver
      .prepare(`SELECT ${COLUMNS} FROM reading r JOIN account a USING (account) WHERE r.account = ?`)
      .get(account),
  );
}

function readingOf(row: unknown): ReadingState {
  const { account, accountName, fromDay, toDay, received, expected, unreadable, next, endedMs } = row as Omit<
    ReadingState,
    'next'
  > & { readonly next: string | null };
  const state = { account, accountName, fromDay, toDay, received, expected, unreadable, endedMs };
  return { ...state, next: next === null ? null : parseQuery(next) };
}

function parseQuery(text: string): Readonly<Record<string, string>> {
  return JSON.parse(text) as Readonly<Record<string, string>>;
}

/** Deletes what a consent brought. @returns how many transactions there were before and after, for the person to see */
export function deleteConnection(
  driver: Driver,
  { connectionId }: { readonly connectionId: string },
): { readonly before: number; readonly after: number } {
  const count = driver.prepare(
    'SELECT count(*) AS n FROM txn JOIN account USING (account) WHERE connection_id = ?',
  );
  const counted = () => (count.get(connectionId) as { n: number }).n;
  return driver.transaction(() => {
    const before = counted();
    const accounts = driver.prepare('SELECT account FROM account WHERE connection_id = ?').all(connectionId);
    for (const { account } of accounts as readonly { account: number }[]) removeAccount(driver, account);
    return { before, after: counted() };
  });
}
