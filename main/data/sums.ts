import { addDecimals, decimalOfMicro } from '../fdx/amount';
import type { CurrencySum, RowsFilter } from '../ports/data-process';
import type { Driver } from './driver';
import { filterOf } from './rows';
import { matchOf } from './search';

/**
 * What the rows of a filter add up to, each currency for itself, exact to the last digit. Rows without an amount that
 * can be read, or without a currency, are counted and in no sum.
 */
export function sumRows(driver: Driver, filter: RowsFilter): readonly CurrencySum[] {
  const sums = matchOf(filter.search) === null ? sumsOfMonths(driver, filter) : sumsOfRows(driver, filter);
  const larger = largerAmounts(driver, filter);
  return sums
    .map(({ currency, rows, micro_in, micro_out }) => {
      const extra = larger.filter((one) => one.currency === currency).map(({ amount }) => amount);
      const isOut = (amount: string) => amount.startsWith('-');
      return {
        currency,
        rows: rows + extra.length,
        moneyIn: addDecimals([decimalOfMicro(BigInt(micro_in)), ...extra.filter((one) => !isOut(one))]),
        moneyOut: addDecimals([
          decimalOfMicro(BigInt(micro_out)),
          ...extra.filter(isOut).map((one) => one.slice(1)),
        ]),
      };
    })
    .toSorted((one, other) => other.rows - one.rows);
}

interface SumRow {
  readonly currency: string;
  readonly rows: number;
  /** As text: a sum of millionths may be more than a double holds. */
  readonly micro_in: string;
  readonly micro_out: string;
}

function sumsOfMonths(driver: Driver, { world, account }: RowsFilter): readonly SumRow[] {
  return driver
    .prepare(
      `SELECT m.currency, sum(m.rows) AS rows, CAST(sum(m.micro_in) AS TEXT) AS micro_in,
         CAST(sum(m.micro_out) AS TEXT) AS micro_out
       FROM month_total m JOIN account a USING (account)
       WHERE a.is_made_up = ? AND (? IS NULL OR m.account = ?) GROUP BY m.currency HAVING sum(m.rows) > 0`,
    )
    .all(world === 'made-up' ? 1 : 0, account, account) as readonly SumRow[];
}

function sumsOfRows(driver: Driver, filter: RowsFilter): readonly SumRow[] {
  const { from, values } = filterOf(filter);
  return driver
    .prepare(
      `SELECT t.currency, count(*) AS rows, CAST(sum(max(t.micro, 0)) AS TEXT) AS micro_in,
         CAST(sum(max(-t.micro, 0)) AS TEXT) AS micro_out
       ${from} AND t.micro IS NOT NULL AND t.currency IS NOT NULL GROUP BY t.currency`,
    )
    .all(...values) as readonly SumRow[];
}

/** Amounts with more digits than an integer of millionths holds; there are few, and they are added as decimals. */
function largerAmounts(
  driver: Driver,
  filter: RowsFilter,
): readonly { readonly currency: string; readonly amount: string }[] {
  const { from, values } = filterOf(filter);
  return driver
    .prepare(
      `SELECT t.currency, t.amount ${from} AND t.micro IS NULL AND t.amount IS NOT NULL AND t.currency IS NOT NULL`,
    )
    .all(...values) as readonly { currency: string; amount: string }[];
}
