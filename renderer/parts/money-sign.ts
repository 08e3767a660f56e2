import type { Money } from '../../preload/contract/consent-shapes';

/** Whether an amount is below zero; nothing is not, whatever its sign. */
export function isNegative({ amount }: Money): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount);
}

/** The amount without its sign, for where a word says which way it goes. */
export function withoutSign(money: Money): Money {
  return { ...money, amount: money.amount.replace('-', '') };
}
