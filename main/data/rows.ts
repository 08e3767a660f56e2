import { MAX_ROWS } from '../../preload/contract/row-limits';
import type { RowsAnswer, RowsFilter, RowsQuestion, TransactionRow } from '../ports/data-process';
import type { Driver, SqlValue } from './driver';
import { matchOf } from './search';

/** A window of the transactions that a filter shows, newest first, with how many there are in all. */
export function readRows(driver: Driver, question: RowsQuestion): RowsAnswer {
  const { at, limit } = question;
  const { from, values } = filterOf(question);
  const rows = driver
    .prepare(
      `SELECT t.rid, t.account, a.name AS accountName, t.at_ms AS atMs, t.is_pending AS isPending, t.amount,
         t.currency, t.description, t.payee, t.category ${from}
       ORDER BY t.rid DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, Math.min(limit, MAX_ROWS), at);
  const { total } = driver.prepare(`SELECT count(*) AS total ${from}`).get(...values) as { total: number };
  return { rows: rows.map(rowOf), total };
}

/** The rows of a filter, as the part of a statement from FROM on. */
export function filterOf({ world, account, search }: RowsFilter): {
  readonly from: string;
  readonly values: readonly SqlValue[];
} {
  const match = matchOf(search);
  const joins = match === null ? '' : 'JOIN txn_text f ON f.rowid = t.rid';
  const conditions = ['a.is_made_up = ?'];
  const values: SqlValue[] = [world === 'made-up' ? 1 : 0];
  if (account !== null) {
    conditions.push('t.account = ?');
    values.push(account);
  }
  if (match !== null) {
    conditions.push('txn_text MATCH ?');
    values.push(match);
  }
  const where = conditions.join(' AND ');
  return { from: `FROM txn t JOIN account a ON a.account = t.account ${joins} WHERE ${where}`, values };
}

function rowOf(row: unknown): TransactionRow {
  const { rid, account, accountName, atMs, isPending, amount, currency, description, payee, category } =
    row as Omit<TransactionRow, 'isPending'> & { readonly isPending: number };
  const names = { description, payee, category };
  return { rid, account, accountName, atMs, isPending: isPending === 1, amount, currency, ...names };
}

/** The record of one row as it came, and the exchange that brought it. */
export function readRawRow(
  driver: Driver,
  { rid }: { readonly rid: number },
): { readonly json: string; readonly exchangeId: string | null } | null {
  const row = driver.prepare('SELECT json, exchange_id AS exchangeId FROM txn_raw WHERE rid = ?').get(rid);
  if (row === undefined) return null;
  // One of the libraries puts a member of its own into a row.
  const { json, exchangeId } = row as { readonly json: string; readonly exchangeId: string | null };
  return { json, exchangeId };
}
