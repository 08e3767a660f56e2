import type { AccountSummary, Money } from '../../preload/contract/consent-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { cleanForeignText } from '../security/foreign-text';
import { decimalText, instantMs, record } from './fdx-json';

type Members = Readonly<Record<string, unknown>>;

const MAX_ACCOUNTS = 500;

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
    LOAN_ACCOUNT: ['principalBalance', 'payOffAmount'],
    INVESTMENT_ACCOUNT: ['currentValue', 'availableCashBalance'],
    INSURANCE_ACCOUNT: [], // a policy's coverage is not money that anyone has
    ANNUITY_ACCOUNT: ['surrenderValue', 'payoutAmount'],
  }),
);

const LIABILITIES: readonly string[] = ['LOC_ACCOUNT', 'LOAN_ACCOUNT'];
const ASSETS: readonly string[] = ['DEPOSIT_ACCOUNT', 'INVESTMENT_ACCOUNT', 'ANNUITY_ACCOUNT'];

/**
 * Reads a list of accounts, FDX 6 (flat) or 5 (wrapped). A broken account is dropped, not the list.
 *
 * @param json the answer's JSON, of any shape
 * @see FDX Core API: `{"accounts": […]}`
 */
export function readAccounts(json: unknown): Result<readonly AccountSummary[], string> {
  const accounts = record(json)?.['accounts'];
  if (!Array.isArray(accounts)) return fail('the answer holds a list named accounts');
  return ok(accounts.slice(0, MAX_ACCOUNTS).flatMap((value) => readAccount(unwrapped(value))));
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
  const productName = text(account, 'productName', 200);
  const numberDisplay = text(account, 'accountNumberDisplay', 40);
  const category = text(account, 'accountCategory', 64);
  return [
    {
      accountId,
      name: text(account, 'nickname', 200) ?? productName ?? numberDisplay ?? accountId.slice(0, 200),
      productName,
      numberDisplay: numberDisplay === null ? null : numberDisplay.replace(/^[*xX•.]+/, '••••'),
      accountType: text(account, 'accountType', 64),
      accountCategory: category,
      status: text(account, 'status', 64),
      balance: balanceOf(account, category),
      balanceSide: sideOf(account, category),
      balanceAsOfMs: instantMs(account['balanceAsOf']),
    },
  ];
}

function balanceOf(account: Members, category: string | null): Money | null {
  const currency = record(account['currency'])?.['currencyCode'];
  const member = (BALANCE_MEMBERS.get(category ?? '') ?? ['currentBalance']).find(
    (name) => decimalText(account[name]) !== null,
  );
  if (member === undefined || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null;
  const amount = decimalText(account[member]);
  return amount === null ? null : { amount, currency };
}

function sideOf(account: Members, category: string | null): AccountSummary['balanceSide'] {
  if (account['balanceType'] === 'LIABILITY') return 'liability';
  if (account['balanceType'] === 'ASSET') return 'asset';
  if (LIABILITIES.includes(category ?? '')) return 'liability';
  return ASSETS.includes(category ?? '') ? 'asset' : 'other';
}

function text(account: Members, name: string, maxLength: number): string | null {
  return cleanForeignText(account[name], maxLength) || null;
}
