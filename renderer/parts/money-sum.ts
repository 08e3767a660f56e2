import type { AccountSummary, Money } from '../../preload/contract/consent-shapes';

/** What a person has and owes in one currency; null where no account says so. */
export interface MoneyTotal {
  readonly currency: string;
  readonly has: Money | null;
  readonly owes: Money | null;
}

/** Whether an amount is below zero; nothing is not, whatever its sign. */
export function isNegative({ amount }: Money): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount);
}

/** The amount without its sign, for where a word says which way it goes. */
export function withoutSign(money: Money): Money {
  return { ...money, amount: money.amount.replace('-', '') };
}

/** Adds two exact decimals without ever making a float of them. */
export function addDecimals(left: string, right: string): string {
  const digits = Math.max(fractionOf(left).length, fractionOf(right).length);
  return writeScaled(scale(left, digits) + scale(right, digits), digits);
}

/** Sums balances by currency, in the order in which the currencies appear. What is neither had nor owed is left out. */
export function sumByCurrency(accounts: readonly AccountSummary[]): readonly MoneyTotal[] {
  const totals = new Map<string, MoneyTotal>();
  for (const { balance, balanceSide } of accounts) {
    if (balance === null || balanceSide === 'other') continue;
    const { currency } = balance;
    const total = totals.get(currency) ?? { currency, has: null, owes: null };
    const side = balanceSide === 'asset' ? 'has' : 'owes';
    const amount = addDecimals(total[side]?.amount ?? '0', balance.amount);
    totals.set(currency, { ...total, [side]: { amount, currency } });
  }
  return [...totals.values()];
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
