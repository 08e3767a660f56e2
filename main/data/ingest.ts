import { fail, ok, type Result } from '../../preload/contract/result';
import { microOf } from '../fdx/amount';
import { parseFdxJson } from '../fdx/fdx-json';
import { nextPageOf } from '../fdx/next-page';
import { readTransactionPage, type TransactionRecord } from '../fdx/transaction';
import type { PageRefusal } from '../ports/data-process';
import type { Driver, Statement } from './driver';
import { addToMonth, type MonthEntry, monthStatement } from './month-totals';

/** How many rows of one second can be told apart by their `rid`. */
const ROWS_PER_SECOND = 2 ** 20;

/** One page as it arrived. */
export interface ArrivedPage {
  readonly account: number;
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly baseUrl: string;
  readonly exchangeId: string | null;
  readonly nowMs: number;
}

/**
 * Keeps one page and how far the reading has come, in one transaction: a killed process goes on where the last whole
 * page ended.
 */
export function keepPage(driver: Driver, page: ArrivedPage): Result<null, PageRefusal> {
  const json = parseFdxJson(Buffer.from(page.bytes).toString('utf8'));
  if (json === null) return fail({ kind: 'malformed', rule: 'the answer is JSON' });
  const read = readTransactionPage(json.value);
  if (!read.ok) return fail({ kind: 'malformed', rule: read.error });
  const next = nextPageOf(new URL(page.url), new URL(page.baseUrl), json.value);
  if (!next.ok) return fail({ kind: 'redirected', rule: next.error });

  return driver.transaction(() => {
    const reading = driver.prepare('SELECT sync, next FROM reading WHERE account = ?').get(page.account) as {
      sync: number;
      next: string;
    };
    const nextText = next.value === null ? null : JSON.stringify(next.value);
    if (nextText !== null && nextText === reading.next)
      return fail({ kind: 'oversized', rule: 'a list comes to an end' });
    writeRows(driver, page, reading.sync, read.value.transactions);
    driver
      .prepare(
        `UPDATE reading SET next = ?, received = received + ?, unreadable = unreadable + ?,
           expected = coalesce(?, expected), ended_ms = ? WHERE account = ?`,
      )
      .run(
        nextText,
        read.value.transactions.length,
        read.value.unreadable,
        read.value.totalElements,
        nextText === null ? page.nowMs : null,
        page.account,
      );
    if (nextText === null) dropVanishedPending(driver, page.account, reading.sync);
    return ok(null);
  });
}

interface Statements {
  readonly find: Statement;
  readonly highest: Statement;
  readonly insert: Statement;
  readonly insertRaw: Statement;
  readonly insertText: Statement;
  readonly remove: RemoveStatements;
  readonly see: Statement;
}

interface RemoveStatements {
  readonly row: Statement;
  readonly raw: Statement;
  readonly text: Statement;
  readonly month: Statement;
}

function removeStatements(driver: Driver): RemoveStatements {
  return {
    row: driver.prepare('DELETE FROM txn WHERE rid = ?'),
    raw: driver.prepare('DELETE FROM txn_raw WHERE rid = ?'),
    text: driver.prepare('DELETE FROM txn_text WHERE rowid = ?'),
    month: monthStatement(driver),
  };
}

function statementsOf(driver: Driver): Statements {
  return {
    find: driver.prepare(
      `SELECT t.rid, t.at_ms, t.amount, t.currency, t.category, r.json
       FROM txn t JOIN txn_raw r ON r.rid = t.rid WHERE t.account = ? AND t.transaction_id = ?`,
    ),
    highest: driver.prepare('SELECT max(rid) AS rid FROM txn WHERE rid >= ? AND rid < ?'),
    insert: driver.prepare(
      `INSERT INTO txn (rid, account, transaction_id, day, at_ms, is_pending, seen, amount, micro, currency,
         description, payee, category) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertRaw: driver.prepare('INSERT INTO txn_raw (rid, json, exchange_id) VALUES (?, ?, ?)'),
    insertText: driver.prepare(
      'INSERT INTO txn_text (rowid, description, payee, category) VALUES (?, ?, ?, ?)',
    ),
    remove: removeStatements(driver),
    see: driver.prepare('UPDATE txn SET seen = ? WHERE rid = ?'),
  };
}

function writeRows(
  driver: Driver,
  page: ArrivedPage,
  sync: number,
  transactions: readonly TransactionRecord[],
): void {
  const statements = statementsOf(driver);
  const { currency } = driver.prepare('SELECT currency FROM account WHERE account = ?').get(page.account) as {
    currency: string | null;
  };
  const nextRid = new Map<number, number>();
  for (const transaction of transactions) {
    const found = statements.find.get(page.account, transaction.transactionId) as FoundRow | undefined;
    if (found !== undefined && found.json === transaction.json) {
      statements.see.run(sync, found.rid);
      continue;
    }
    if (found !== undefined) removeRow(statements.remove, { ...found, account: page.account });
    const atMs = transaction.atMs ?? page.nowMs;
    const rid = freshRid(statements.highest, nextRid, Math.floor(atMs / 1000));
    const inCurrency = { ...transaction, currency: transaction.currency ?? currency };
    insertRow(statements, { rid, atMs, sync, page, transaction: inCurrency });
    addToMonth(statements.remove.month, entryOf(page.account, inCurrency, atMs), 1);
  }
}

interface FoundRow {
  readonly rid: number;
  readonly at_ms: number;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly category: string | null;
  readonly json: string;
}

function removeRow(remove: RemoveStatements, row: FoundRow & { account: number }): void {
  remove.row.run(row.rid);
  remove.raw.run(row.rid);
  remove.text.run(row.rid);
  addToMonth(remove.month, entryOf(row.account, row, row.at_ms), -1);
}

function freshRid(highest: Statement, nextRid: Map<number, number>, second: number): number {
  const base = second * ROWS_PER_SECOND;
  const rid = nextRid.get(second) ?? firstFree(highest, base);
  if (rid >= base + ROWS_PER_SECOND) throw new Error('more transactions in one second than can be kept');
  nextRid.set(second, rid + 1);
  return rid;
}

function firstFree(highest: Statement, base: number): number {
  const { rid } = highest.get(base, base + ROWS_PER_SECOND) as { rid: number | null };
  return rid === null ? base : rid + 1;
}

interface NewRow {
  readonly rid: number;
  readonly atMs: number;
  readonly sync: number;
  readonly page: ArrivedPage;
  readonly transaction: TransactionRecord;
}

function insertRow(statements: Statements, { rid, atMs, sync, page, transaction }: NewRow): void {
  const { transactionId, isPending, amount, currency, description, payee, category, json } = transaction;
  statements.insert.run(
    rid,
    page.account,
    transactionId,
    Math.floor(atMs / 86_400_000),
    atMs,
    isPending ? 1 : 0,
    sync,
    amount,
    amount === null ? null : microOf(amount),
    currency,
    description,
    payee,
    category,
  );
  statements.insertRaw.run(rid, json, page.exchangeId);
  statements.insertText.run(rid, description, payee, category);
}

function entryOf(
  account: number,
  row: Pick<TransactionRecord, 'amount' | 'currency' | 'category'>,
  atMs: number,
): MonthEntry {
  return {
    account,
    atMs,
    category: row.category,
    currency: row.currency,
    micro: row.amount === null ? null : microOf(row.amount),
  };
}

/**
 * Takes away what was pending before and did not come again: it was posted under another id, or fell away.
 * Posted rows stay, whatever a later reading leaves out.
 */
function dropVanishedPending(driver: Driver, account: number, sync: number): void {
  const rows = driver
    .prepare(
      `SELECT t.rid, t.at_ms, t.amount, t.currency, t.category, r.json FROM txn t JOIN txn_raw r ON r.rid = t.rid
       WHERE t.account = ? AND t.is_pending = 1 AND t.seen <> ?`,
    )
    .all(account, sync) as readonly FoundRow[];
  const remove = removeStatements(driver);
  for (const row of rows) removeRow(remove, { ...row, account });
}

/** Takes all rows of one account away, with their text, totals and reading. */
export function removeAccount(driver: Driver, account: number): void {
  driver.prepare('DELETE FROM txn_text WHERE rowid IN (SELECT rid FROM txn WHERE account = ?)').run(account);
  driver.prepare('DELETE FROM txn_raw WHERE rid IN (SELECT rid FROM txn WHERE account = ?)').run(account);
  for (const table of ['txn', 'month_total', 'reading', 'account'])
    driver.prepare(`DELETE FROM ${table} WHERE account = ?`).run(account);
}
