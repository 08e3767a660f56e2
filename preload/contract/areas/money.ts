import { z } from 'zod';

import { done, id, nothing } from '../basic-shapes';
import {
  currencySum,
  moneyWorld,
  readingState,
  syncView,
  transactionFilter,
  transactionRow,
} from '../data-shapes';
import { MAX_ROWS } from '../row-limits';

/** The transactions that were read, and how they come in. */
export const moneyContract = {
  /** A window of the transactions of a filter, newest first. */
  listTransactions: {
    input: transactionFilter.extend({ at: z.int().min(0), limit: z.int().min(1).max(MAX_ROWS) }),
    output: z.strictObject({ rows: z.array(transactionRow).max(MAX_ROWS), total: z.int() }),
  },
  /** What the transactions of a filter add up to, each currency for itself. */
  sumTransactions: { input: transactionFilter, output: z.array(currencySum) },
  /** One transaction as the bank sent it, and the exchange that brought it. */
  getTransactionRecord: {
    input: z.strictObject({ rid: z.int() }),
    output: z.strictObject({ json: z.string(), exchangeId: id.nullable() }),
  },
  /** How far the accounts of one world have been read; `movedTo` names a database that could not be opened. */
  listReadings: {
    input: z.strictObject({ world: moneyWorld }),
    output: z.strictObject({ readings: z.array(readingState), movedTo: z.string().nullable() }),
  },
  /** The readings of this session. */
  listSyncs: { input: nothing, output: z.array(syncView) },
  /** Reads the transactions that a consent covers, and goes on where it was interrupted. */
  startSync: { input: z.strictObject({ connectionId: id }), output: done },
  /** Stops after the page that is under way; what has come stays. */
  cancelSync: { input: z.strictObject({ connectionId: id }), output: done },
} as const;
