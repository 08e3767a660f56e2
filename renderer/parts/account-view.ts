import type { AccountSummary, Money, UnshownBalance } from '../../preload/contract/consent-shapes';
import { MAX_ROWS } from '../../preload/contract/row-limits';
import type { Phrase } from '../ui/words';
import { isRounded } from './format-money';
import { isNegative, withoutSign } from './money-sign';

/** An account as a row of a list. */
export interface AccountView {
  readonly accountId: string;
  /** Its own name, or null for the words that stand for none. */
  readonly name: string | null;
  /** What tells it apart: product and masked number. */
  readonly about: readonly string[];
  readonly balance: Money | null;
  /** What the balance means where the number alone would not say it, or why none is shown. */
  readonly meaning: Phrase | null;
  /** The amount as it came, where it is shown rounded. */
  readonly exact: Phrase | null;
  /** When the balance was true: a moment, or what is known of it; null where there is no balance. */
  readonly asOf: { readonly atMs: number } | Phrase | null;
  /** Shown where the bank says anything but that it is open. */
  readonly status: string | null;
}

/** Turns an account into a row. A debt is written as an amount with the word "owed", not as a negative or a red number. */
export function viewAccount(account: AccountSummary): AccountView {
  const { productName, numberDisplay, balance, unshownBalance, status } = account;
  const name = account.name.trim() === '' ? productName : account.name;
  const hasAmount = balance !== null || (unshownBalance !== null && unshownBalance.amount !== null);
  return {
    accountId: account.accountId,
    name,
    about: [productName, numberDisplay].filter((part) => part !== null).filter((part) => part !== name),
    balance: balance === null ? null : shownBalance(account, balance),
    meaning: meaningOf(account),
    exact: balance !== null && isRounded(balance) ? exactly(shownBalance(account, balance)) : null,
    asOf: hasAmount ? asOf(account) : null,
    status: status === null || status === 'OPEN' ? null : status,
  };
}

/** What a person can ask for when not all accounts are shown; null when they are. */
export function viewMore(
  shown: number,
  total: number,
): { readonly upTo: number; readonly words: Phrase } | null {
  if (shown >= total) return null;
  // Two pages are at hand at once; of more, one after the other.
  if (total <= 2 * MAX_ROWS) return { upTo: total, words: { id: 'account.all', values: { count: total } } };
  const upTo = Math.min(total, (Math.floor(shown / MAX_ROWS) + 1) * MAX_ROWS);
  return { upTo, words: { id: 'account.more', values: { count: upTo - shown, shown, total } } };
}

function exactly({ amount }: Money): Phrase {
  return { id: 'account.exact', values: { amount } };
}

function shownBalance({ balanceSide }: AccountSummary, balance: Money): Money {
  return balanceSide === 'liability' ? withoutSign(balance) : balance;
}

function meaningOf({ balance, unshownBalance, balanceSide }: AccountSummary): Phrase | null {
  if (balance === null)
    return unshownBalance === null ? { id: 'account.no-balance' } : whyUnshown(unshownBalance);
  if (balanceSide === 'asset') return null;
  if (balanceSide === 'other') return { id: 'account.side-unknown' };
  return { id: isNegative(balance) ? 'account.credit' : 'account.owed' };
}

function whyUnshown({ why, amount, said }: UnshownBalance): Phrase {
  if (why === 'no-currency') return { id: 'account.balance.no-currency', values: { amount: amount ?? '' } };
  if (why === 'currency')
    return { id: 'account.balance.currency', values: { amount: amount ?? '', said: said ?? '' } };
  return said === null
    ? { id: `account.balance.${why}` }
    : { id: `account.balance.${why}.said`, values: { said } };
}

function asOf({ balanceAsOfMs, balanceAsOfSaid }: AccountSummary): NonNullable<AccountView['asOf']> {
  if (balanceAsOfMs !== null) return { atMs: balanceAsOfMs };
  return balanceAsOfSaid === null
    ? { id: 'account.as-of.unsaid' }
    : { id: 'account.as-of.said', values: { said: balanceAsOfSaid } };
}
