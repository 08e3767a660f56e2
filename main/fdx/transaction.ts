import { stringify } from 'lossless-json';

import { fail, ok, type Result } from '../../preload/contract/result';
import { cleanForeignText } from '../security/foreign-text';
import { negated } from './amount';
import { decimalText, instantMs, record } from './fdx-json';

/** @see FDX Identifier */
const MAX_ID_LENGTH = 256;

type Members = Readonly<Record<string, unknown>>;

/** One transaction as it is kept. */
export interface TransactionRecord {
  readonly transactionId: string;
  /** When it was posted, else when it happened: epoch milliseconds, UTC; null when the bank said neither. */
  readonly atMs: number | null;
  /** Not posted yet: its id may change when it is. */
  readonly isPending: boolean;
  /** Exact, below zero for money out (or for a debt that grew); null when there is none or it cannot be read. */
  readonly amount: string | null;
  /** ISO 4217; null when the transaction does not name its own. */
  readonly currency: string | null;
  readonly description: string;
  readonly payee: string | null;
  readonly category: string | null;
  /** The record as it came, every digit of it. */
  readonly json: string;
}

export interface TransactionPage {
  readonly transactions: readonly TransactionRecord[];
  /** Records that have no id, and so cannot be told from another. */
  readonly unreadable: number;
  /** How many there are in all, if the page says so. @see FDX `page.totalElements` */
  readonly totalElements: number | null;
}

/** The v5 wrappers. @see FDX 5.x: `{"depositTransaction": {…}}` */
const V5_WRAPPERS: readonly string[] = [
  'depositTransaction',
  'loanTransaction',
  'locTransaction',
  'investmentTransaction',
  'insuranceTransaction',
  'commercialTransaction',
];

/**
 * Reads one page of transactions, FDX 6 (flat) or 5 (wrapped).
 *
 * @param json the answer's JSON, with numbers as the digits that came
 * @see FDX Core API `GET /accounts/{accountId}/transactions`
 */
export function readTransactionPage(json: unknown): Result<TransactionPage, string> {
  const answer = record(json);
  const list = answer?.['transactions'];
  if (!Array.isArray(list)) return fail('the answer holds a list named transactions');
  const read = list.map((value) => readTransaction(unwrapped(value)));
  const transactions = read.filter((one) => one !== null);
  const total = decimalText(record(answer?.['page'])?.['totalElements']);
  return ok({
    transactions,
    unreadable: read.length - transactions.length,
    totalElements: total !== null && /^\d{1,15}$/.test(total) ? Number(total) : null,
  });
}

function unwrapped(value: unknown): Members | null {
  const transaction = record(value);
  const wrapper = V5_WRAPPERS.find((key) => transaction !== null && Object.hasOwn(transaction, key));
  return wrapper === undefined || transaction === null ? transaction : record(transaction[wrapper]);
}

function readTransaction(members: Members | null): TransactionRecord | null {
  const transactionId = members?.['transactionId'];
  if (members === null || typeof transactionId !== 'string') return null;
  if (transactionId === '' || transactionId.length > MAX_ID_LENGTH) return null;
  const payee = record(members['transactionPayee']);
  const status = text(members, 'status', 32);
  return {
    transactionId,
    atMs: instantMs(members['postedTimestamp']) ?? instantMs(members['transactionTimestamp']),
    isPending: status !== null && status !== 'POSTED',
    amount: signedAmount(members),
    currency: currencyOf(members),
    description: text(members, 'description', 500) ?? text(members, 'memo', 255) ?? '',
    payee:
      text(payee, 'merchantName', 200) ?? text(payee, 'individualName', 200) ?? text(members, 'payee', 200),
    category: text(members, 'category', 100),
    json: stringify(members) ?? '',
  };
}

/**
 * DEBIT and CREDIT say which way the money went, whatever the sign; without them the sign says it.
 *
 * @see FDX Core API, `debitCreditMemo`
 */
function signedAmount(members: Members): string | null {
  const amount = decimalText(members['amount']);
  if (amount === null) return null;
  const absolute = amount.replace('-', '');
  if (members['debitCreditMemo'] === 'DEBIT') return negated(absolute);
  return members['debitCreditMemo'] === 'CREDIT' ? absolute : amount;
}

function currencyOf(members: Members): string | null {
  const own = members['currency'];
  const code = typeof own === 'string' ? own : record(own)?.['currencyCode'];
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null;
}

function text(members: Members | null, name: string, maxLength: number): string | null {
  return cleanForeignText(members?.[name], maxLength) || null;
}
