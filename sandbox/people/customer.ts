import { LosslessNumber } from 'lossless-json';

/** A date that stays near today: so many days from now, negative for the past. */
export interface DaysFromNow {
  readonly daysFromNow: number;
  /** `date` is YYYY-MM-DD, `time` an RFC 3339 instant. */
  readonly as: 'date' | 'time';
}

export type FdxValue =
  | string
  | boolean
  | number
  | LosslessNumber
  | DaysFromNow
  | FdxObject
  | readonly FdxValue[];

/** FDX members as they will stand in JSON, with amounts exact and dates still open. */
export interface FdxObject {
  readonly [member: string]: FdxValue;
}

/** What a person sees of an account's worth. */
interface Balance {
  /** Exact decimal, negative when owed or overdrawn. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** The members of every account that a person recognises it by. @see FDX API 6.x, AccountDescriptor */
export interface AccountDescriptor extends FdxObject {
  readonly nickname: string;
  readonly productName: string;
  readonly accountNumberDisplay: string;
}

/** One account of a customer, cut along the data clusters of FDX. */
export interface BankAccount {
  readonly accountId: string;
  readonly balance: Balance;
  /** ACCOUNT_BASIC: what an account is called. */
  readonly descriptor: AccountDescriptor;
  /** ACCOUNT_DETAILED: balances, limits, rates, due dates of its category. */
  readonly details: FdxObject;
  /** INVESTMENTS: what it holds. */
  readonly investments?: FdxObject;
  /** BILLS: what is to be paid. */
  readonly bills?: FdxObject;
}

/** An invented customer. */
export interface Customer {
  /** Opaque, and the `sub` of tokens. */
  readonly customerId: string;
  readonly name: string;
  /** One line for the sign-in page: "Checking, savings and a credit card". */
  readonly holds: string;
  readonly accounts: readonly BankAccount[];
}

/** An exact amount, written to JSON as a number with just these digits. */
export function amount(decimal: string): LosslessNumber {
  return new LosslessNumber(decimal);
}

export function dateIn(daysFromNow: number): DaysFromNow {
  return { daysFromNow, as: 'date' };
}

export function timeIn(daysFromNow: number): DaysFromNow {
  return { daysFromNow, as: 'time' };
}

export interface DescriptorFacts {
  readonly accountId: string;
  readonly category: string;
  readonly type: string;
  readonly lastDigits: string;
  readonly product: string;
  readonly nickname: string;
  readonly currency?: string;
  readonly status?: string;
}

/** The part of an account that ACCOUNT_BASIC shows. */
export function descriptor(facts: DescriptorFacts): AccountDescriptor {
  return {
    accountCategory: facts.category,
    accountId: facts.accountId,
    accountType: facts.type,
    accountNumberDisplay: `****${facts.lastDigits}`,
    productName: facts.product,
    nickname: facts.nickname,
    status: facts.status ?? 'OPEN',
    currency: { currencyCode: facts.currency ?? 'USD' },
  };
}
