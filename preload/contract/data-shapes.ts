import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';
import type { Failure } from './failure';

/** Made-up money of the sandbox bank and a person's own: no question mixes them. */
export const moneyWorld = z.enum(['real', 'made-up']);

/** Which transactions are meant. */
export const transactionFilter = z.strictObject({
  world: moneyWorld,
  /** One account, or null for all of them. */
  account: z.int().min(1).nullable(),
  /** Words to find, each the beginning of a word; empty for all. */
  search: z.string().max(200),
});
export type TransactionFilter = z.infer<typeof transactionFilter>;

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** One line of the list of transactions. */
export const transactionRow = z.strictObject({
  rid: z.int(),
  account: z.int(),
  accountName: foreignText(200),
  atMs: z.int(),
  isPending: z.boolean(),
  /** Exact, below zero for money out; null where the bank sent none that can be read. */
  amount: decimal.nullable(),
  currency: currencyCode.nullable(),
  description: foreignText(500),
  payee: foreignText(200).nullable(),
  category: foreignText(100).nullable(),
});
export type TransactionRow = z.infer<typeof transactionRow>;

/** What transactions add up to in one currency. */
export const currencySum = z.strictObject({
  currency: currencyCode,
  rows: z.int(),
  moneyIn: decimal,
  moneyOut: decimal,
});

const count = z.int().min(0);
// A failure was made by main, of parts that were cut and cleaned.
const failure = z.custom<Failure>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** The reading of one consent's transactions in this session. */
export const syncView = z.strictObject({
  connectionId: id,
  providerName: foreignText(120),
  world: moneyWorld,
  phase: z.enum(['running', 'ended']),
  /** How many accounts there are to read, and how many lists have come to their end. */
  accountCount: count,
  wholeCount: count,
  /** The account that is being read; null before the first and after the last. */
  current: z
    .strictObject({
      name: foreignText(200),
      received: count,
      /** How many the bank says there are; null while it has not said. */
      expected: count.nullable(),
    })
    .nullable(),
  /** Accounts that could not be read, and why the first of them could not. */
  failedCount: count,
  failure: failure.nullable(),
});
export type SyncView = z.infer<typeof syncView>;

/** How far one account was read, whenever that was. */
export const readingState = z.strictObject({
  account: z.int(),
  accountName: foreignText(200),
  fromDay: z.string(),
  toDay: z.string(),
  received: count,
  expected: count.nullable(),
  unreadable: count,
  /** When its list came to its end; null when it did not. */
  endedMs: epochMs.nullable(),
});
