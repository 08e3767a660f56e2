import type { Driver, Statement } from './driver';

/** What one row adds to the totals of its month. */
export interface MonthEntry {
  readonly account: number;
  readonly atMs: number;
  readonly category: string | null;
  readonly currency: string | null;
  /** Millionths, below zero for money out; null for an amount that no total can hold. */
  readonly micro: bigint | null;
}

/** What {@link addToMonth} runs, made once for all rows of a page. */
export function monthStatement(driver: Driver): Statement {
  return driver.prepare(
    `INSERT INTO month_total (account, month, category, currency, rows, micro_in, micro_out)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, month, category, currency) DO UPDATE SET
       rows = rows + excluded.rows,
       micro_in = micro_in + excluded.micro_in,
       micro_out = micro_out + excluded.micro_out`,
  );
}

/** Adds one row to the totals of its month, or takes it away. Rows without an amount or a currency count in none. */
export function addToMonth(statement: Statement, entry: MonthEntry, times: 1 | -1): void {
  const { account, atMs, category, currency, micro } = entry;
  if (micro === null || currency === null) return;
  const date = new Date(atMs);
  const month = date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
  const signed = micro * BigInt(times);
  statement.run(
    account,
    month,
    category ?? '',
    currency,
    times,
    micro > 0n ? signed : 0n,
    micro < 0n ? -signed : 0n,
  );
}
