import type { AccountSummary, MoneySums, MoneyTotal } from '../../preload/contract/consent-shapes';

/** Adds two exact decimals without ever making a float of them. */
export function addDecimals(left: string, right: string): string {
  const digits = Math.max(fractionOf(left).length, fractionOf(right).length);
  return writeScaled(scale(left, digits) + scale(right, digits), digits);
}

/**
 * Sums balances by currency, in the order in which the currencies appear. What is neither had nor owed, or is no
 * money that can be added, is counted as left out, so that nobody takes a part for the whole.
 */
export function sumMoney(accounts: readonly AccountSummary[]): MoneySums {
  const totals = new Map<string, MoneyTotal>();
  let leftOut = 0;
  for (const { balance, balanceSide, unshownBalance } of accounts) {
    if (unshownBalance !== null || (balance !== null && balanceSide === 'other')) leftOut += 1;
    if (balance === null || balanceSide === 'other') continue;
    const { currency } = balance;
    const total = totals.get(currency) ?? { currency, has: null, owes: null };
    const side = balanceSide === 'asset' ? 'has' : 'owes';
    const amount = addDecimals(total[side]?.amount ?? '0', balance.amount);
    totals.set(currency, { ...total, [side]: { amount, currency } });
  }
  return { totals: [...totals.values()], leftOut };
}

function fractionOf(amount: string): string {
  return amount.split('.')[1] ?? '';
}

function scale(amount: string, digits: number): bigint {
  return BigInt(amount.replace('.', '') + '0'.repeat(digits - fractionOf(amount).length));
}

function writeScaled(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? '-' : '';
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}
