import { createHash } from 'node:crypto';

import { amount, type BankAccount, type FdxObject } from './customer';
import { type Kind, kindsOf } from './merchants';

const DAY_MS = 86_400_000;

/** How many months of history the bank keeps. */
export const MONTHS_KEPT = 24;
/** What happened in the last days has not been posted yet. */
const PENDING_DAYS = 2;

/** One month of one account, as a calendar month of UTC. */
export interface LedgerMonth {
  /** Months since the year 0: 2026-01 is 24312. */
  readonly month: number;
  readonly account: BankAccount;
  readonly nowMs: number;
}

/** The month of an instant. */
export function monthOf(ms: number): number {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** When a month begins: epoch milliseconds, UTC. */
export function startOfMonthMs(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

/**
 * What happened on one account in one month, newest first. The same account and month always give the same
 * transactions, whatever was asked before, so that a client that comes again finds what it knows.
 *
 * @see FDX API 6.x, Transaction
 */
export function transactionsOf({ month, account, nowMs }: LedgerMonth): readonly FdxObject[] {
  const random = seeded(`${account.accountId} ${month}`);
  const startMs = startOfMonthMs(month);
  const days = Math.round((startOfMonthMs(month + 1) - startMs) / DAY_MS);
  const rows: Row[] = kindsOf(account).flatMap((kind) => happenings(kind, { random, startMs, days }));
  return rows
    .toSorted((one, other) => other.atMs - one.atMs || (one.key < other.key ? 1 : -1))
    .map((row, index) => ({ row, key: `${month}-${rows.length - index}` }))
    .filter(({ row }) => row.atMs <= nowMs)
    .map(({ row, key }) => transaction(account, row, { key, nowMs }));
}

interface Row {
  readonly atMs: number;
  readonly key: string;
  readonly kind: Kind;
  readonly cents: number;
}

interface Month {
  readonly random: () => number;
  readonly startMs: number;
  readonly days: number;
}

function happenings(kind: Kind, { random, startMs, days }: Month): readonly Row[] {
  const times = kind.onDays?.length ?? Math.round(kind.timesAMonth * (0.7 + 0.6 * random()));
  return Array.from({ length: times }, (_, index) => {
    const day = kind.onDays?.[index] ?? 1 + Math.floor(random() * days);
    const atMs = startMs + (Math.min(day, days) - 1) * DAY_MS + Math.floor((8 + random() * 12) * 3_600_000);
    const [least, most] = kind.cents;
    const cents = least + Math.floor(random() * (most - least + 1));
    return { atMs: atMs - (atMs % 1000), key: `${kind.description} ${index}`, kind, cents };
  });
}

function transaction(
  account: BankAccount,
  { atMs, kind, cents }: Row,
  { key, nowMs }: { readonly key: string; readonly nowMs: number },
): FdxObject {
  const isPending = atMs > nowMs - PENDING_DAYS * DAY_MS;
  return {
    accountCategory: account.descriptor['accountCategory'] ?? 'DEPOSIT_ACCOUNT',
    accountId: account.accountId,
    // A bank posts what was pending under another id.
    transactionId: `${account.accountId}-${key}${isPending ? '-p' : ''}`,
    transactionTimestamp: new Date(atMs).toISOString(),
    ...(isPending ? {} : { postedTimestamp: new Date(atMs + DAY_MS / 2).toISOString() }),
    description: kind.description,
    ...(kind.merchant === null ? {} : { transactionPayee: { merchantName: kind.merchant } }),
    debitCreditMemo: kind.direction,
    category: kind.category,
    status: isPending ? 'PENDING' : 'POSTED',
    amount: amount(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
    transactionType: kind.type,
  };
}

/** Numbers from 0 up to 1 that are the same each time (mulberry32, seeded by SHA-256). */
function seeded(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
