import type { AccountSummary, Money } from '../../preload/contract/consent-shapes';
import type { Phrase } from '../ui/words';
import { isNegative, withoutSign } from './money-sum';

/** An account as a row of a list. */
export interface AccountView {
  readonly accountId: string;
  /** Its own name, or null for the words that stand for none. */
  readonly name: string | null;
  /** What tells it apart: product and masked number. */
  readonly about: readonly string[];
  readonly balance: Money | null;
  /** What the balance means where the number alone would not say it. */
  readonly meaning: Phrase | null;
  readonly asOfMs: number | null;
  /** Shown where the bank says anything but that it is open. */
  readonly status: string | null;
}

/** Turns an account into a row. A debt is written as an amount with the word "owed", not as a negative or a red number. */
export function viewAccount(account: AccountSummary): AccountView {
  const { productName, numberDisplay, balance, status } = account;
  const name = account.name.trim() === '' ? productName : account.name;
  const product = productName === name ? null : productName;
  return {
    accountId: account.accountId,
    name,
    about: [product, numberDisplay].filter((part) => part !== null),
    balance: balance === null ? null : shownBalance(account, balance),
    meaning: meaningOf(account),
    asOfMs: account.balanceAsOfMs,
    status: status === null || status === 'OPEN' ? null : status,
  };
}

function shownBalance({ balanceSide }: AccountSummary, balance: Money): Money {
  return balanceSide === 'liability' ? withoutSign(balance) : balance;
}

function meaningOf({ balance, balanceSide }: AccountSummary): Phrase | null {
  if (balance === null) return { id: 'account.no-balance' };
  if (balanceSide !== 'liability') return null;
  return { id: isNegative(balance) ? 'account.credit' : 'account.owed' };
}
