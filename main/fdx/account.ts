import type { AccountSummary, Money, UnshownBalance } from '../../preload/contract/consent-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { maskNumberDisplay, maskNumbersIn } from '../security/account-numbers';
import { cleanForeignText } from '../security/foreign-text';
import { decimalText, instantMs, numberText, record } from './fdx-json';

type Members = Readonly<Record<string, unknown>>;

/** A list of accounts as it was read. */
export interface AccountPage {
  readonly accounts: readonly AccountSummary[];
  /** How many entries name no account, so that they can't be told from each other and are not shown. */
  readonly unreadable: number;
}

/** The v5 wrappers, by the key that tells the category. @see FDX 5.x: `{"depositAccount": {…}}` */
const V5_CATEGORIES: Readonly<Record<string, string>> = {
  depositAccount: 'DEPOSIT_ACCOUNT',
  loanAccount: 'LOAN_ACCOUNT',
  locAccount: 'LOC_ACCOUNT',
  investmentAccount: 'INVESTMENT_ACCOUNT',
  insuranceAccount: 'INSURANCE_ACCOUNT',
  annuityAccount: 'ANNUITY_ACCOUNT',
  commercialAccount: 'COMMERCIAL_ACCOUNT',
};

/** Which member is the balance, by category, the better one first. */
// A map, because a category is the provider's own word and may be one that every object has.
const BALANCE_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    DEPOSIT_ACCOUNT: ['currentBalance', 'availableBalance'],
    LOC_ACCOUNT: ['currentBalance', 'principalBalance'],
    LOAN_ACCOUNT: ['principalBalance', 'payOffAmount', 'currentBalance'],
    INVESTMENT_ACCOUNT: ['currentValue', 'availableCashBalance', 'currentBalance'],
    INSURANCE_ACCOUNT: [], // a policy's coverage is not money that anyone has
    ANNUITY_ACCOUNT: ['surrenderValue', 'payoutAmount', 'currentBalance'],
  }),
);
/** Of a category that is not known or not said. Nothing of it is added up: whether it is owed is not known either. */
const ANY_BALANCE = ['currentBalance', 'availableBalance', 'principalBalance', 'currentValue'];

const LIABILITIES: readonly string[] = ['LOC_ACCOUNT', 'LOAN_ACCOUNT'];
const ASSETS: readonly string[] = ['DEPOSIT_ACCOUNT', 'INVESTMENT_ACCOUNT', 'ANNUITY_ACCOUNT'];

/**
 * Reads a list of accounts, FDX 6 (flat) or 5 (wrapped), whole. A broken account is counted and dropped, not the list.
 *
 * @param json the answer's JSON, of any shape
 * @see FDX Core API: `{"accounts": […]}`
 */
export function readAccounts(json: unknown): Result<AccountPage, string> {
  const entries = record(json)?.['accounts'];
  if (!Array.isArray(entries)) return fail('the answer holds a list named accounts');
  const accounts = entries.flatMap((value) => readAccount(unwrapped(value)));
  return ok({ accounts, unreadable: entries.length - accounts.length });
}

function unwrapped(value: unknown): Members | null {
  const account = record(value);
  const wrapper = Object.keys(V5_CATEGORIES).find((key) => account !== null && Object.hasOwn(account, key));
  if (account === null || wrapper === undefined) return account;
  const inner = record(account[wrapper]);
  return inner === null ? null : { accountCategory: V5_CATEGORIES[wrapper], ...inner };
}

function readAccount(account: Members | null): readonly AccountSummary[] {
  const accountId = cleanForeignText(account?.['accountId'], 256);
  if (account === null || accountId === '') return [];
  const productName = nameText(account, 'productName');
  const numberDisplay = text(account, 'accountNumberDisplay', 40);
  const shownNumber = numberDisplay === null ? null : maskNumberDisplay(numberDisplay);
  const category = text(account, 'accountCategory', 64);
  const balanceAsOfMs = instantMs(account['balanceAsOf']);
  return [
    {
      accountId,
      name:
        nameText(account, 'nickname') ?? productName ?? shownNumber ?? maskNumbersIn(accountId).slice(0, 200),
      productName,
      numberDisplay: shownNumber,
      accountType: text(account, 'accountType', 64),
      accountCategory: category,
      status: text(account, 'status', 64),
      ...readBalance(account, category),
      balanceSide: sideOf(account, category),
      balanceAsOfMs,
      balanceAsOfSaid: balanceAsOfMs === null ? text(account, 'balanceAsOf', 40) : null,
    },
  ];
}

/** The balance, or why there is none to show though something came; both null where the provider sent none. */
function readBalance(
  account: Members,
  category: string | null,
): { readonly balance: Money | null; readonly unshownBalance: UnshownBalance | null } {
  const names = BALANCE_MEMBERS.get(category ?? '') ?? ANY_BALANCE;
  const sent = names.map((name) => account[name]).filter((value) => value !== undefined && value !== null);
  const amount = sent.map(decimalText).find((decimal) => decimal !== null) ?? null;
  const unshown = (unshownBalance: UnshownBalance) => ({ balance: null, unshownBalance });
  if (amount === null) {
    const error = record(account['error']);
    if (error !== null) return unshown({ why: 'error', amount: null, said: errorText(error) });
    if (sent.length === 0) return { balance: null, unshownBalance: null };
    return unshown({ why: 'amount', amount: null, said: cleanForeignText(numberText(sent[0]), 64) || null });
  }
  const currency = currencyOf(account);
  if (currency === null) return unshown({ why: 'no-currency', amount, said: null });
  // ISO 4217 is three capitals; what another spelling stands for is the provider's to say.
  if (!/^[A-Z]{3}$/.test(currency)) return unshown({ why: 'currency', amount, said: currency.slice(0, 64) });
  return { balance: { amount, currency }, unshownBalance: null };
}

function currencyOf(account: Members): string | null {
  const currency = account['currency'];
  const code = record(currency)?.['currencyCode'];
  if (typeof code === 'string') return cleanForeignText(code, 64) || null;
  // FDX has an object there; a bare code is seen, and is not taken for one.
  return typeof currency === 'string' ? `"${cleanForeignText(currency, 60)}"` : null;
}

/** @see FDX 5.2 and later: an account of a list may carry `error` in place of what could not be read (206) */
function errorText(error: Members): string | null {
  return cleanForeignText(error['message'], 200) || cleanForeignText(numberText(error['code']), 64) || null;
}

function sideOf(account: Members, category: string | null): AccountSummary['balanceSide'] {
  if (account['balanceType'] === 'LIABILITY') return 'liability';
  if (account['balanceType'] === 'ASSET') return 'asset';
  if (LIABILITIES.includes(category ?? '')) return 'liability';
  return ASSETS.includes(category ?? '') ? 'asset' : 'other';
}

// A bank that writes the whole number into a name has not masked it for us.
function nameText(account: Members, name: string): string | null {
  const said = text(account, name, 200);
  return said === null ? null : maskNumbersIn(said);
}

function text(account: Members, name: string, maxLength: number): string | null {
  return cleanForeignText(account[name], maxLength) || null;
}
