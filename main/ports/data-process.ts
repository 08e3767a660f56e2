import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';

/** Made-up money of the sandbox bank and a person's own money are two worlds: no question mixes them. */
export type MoneyWorld = 'real' | 'made-up';

/** One account as the database knows it. */
export interface KeptAccount {
  readonly providerId: string;
  readonly accountId: string;
  readonly connectionId: string;
  readonly world: MoneyWorld;
  readonly name: string;
  readonly category: string | null;
  /** ISO 4217; used where a transaction does not name its own. */
  readonly currency: string | null;
}

/** How far the transactions of one account have been read. */
export interface ReadingState {
  readonly account: number;
  readonly accountName: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** Rows that came in this reading. */
  readonly received: number;
  /** How many the bank says there are; null when it does not say. */
  readonly expected: number | null;
  /** Records without an id, which cannot be kept. */
  readonly unreadable: number;
  /** Where it goes on; null when it has ended. */
  readonly next: Readonly<Record<string, string>> | null;
  /** When it ended whole: epoch milliseconds, UTC; null while it has not. */
  readonly endedMs: number | null;
}

/** Why a page was not kept: the rule of FDX that it broke. */
export interface PageRefusal {
  readonly kind: 'malformed' | 'redirected' | 'oversized';
  readonly rule: string;
}

/** Which rows are meant. */
export interface RowsFilter {
  readonly world: MoneyWorld;
  /** One account, or all of them. */
  readonly account: number | null;
  /** Words to find; empty for all rows. */
  readonly search: string;
}

/** What rows add up to in one currency. Amounts are exact decimals, none below zero. */
export interface CurrencySum {
  readonly currency: string;
  /** How many rows are in the sums. */
  readonly rows: number;
  readonly moneyIn: string;
  readonly moneyOut: string;
}

export interface RowsQuestion extends RowsFilter {
  /** Rank of the first row, from 0. */
  readonly at: number;
  /** At most 200. */
  readonly limit: number;
}

export interface TransactionRow {
  readonly rid: number;
  readonly account: number;
  readonly accountName: string;
  readonly atMs: number;
  readonly isPending: boolean;
  /** Exact decimal, below zero for money out; null when the bank sent none that can be read. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly description: string;
  readonly payee: string | null;
  readonly category: string | null;
}

export interface RowsAnswer {
  readonly rows: readonly TransactionRow[];
  readonly total: number;
}

/** What may be asked of the data process: one entry for each verb. */
export interface DataVerbs {
  readonly open: {
    /** `path` and `key` for a database that is sealed on disk; null for one that lives in memory. */
    readonly input: { readonly path: string | null; readonly key: Uint8Array | null; readonly nowMs: number };
    readonly output: { readonly movedAside: { readonly reason: string; readonly movedTo: string } | null };
  };
  readonly beginReading: {
    readonly input: {
      readonly account: KeptAccount;
      readonly fromDay: string;
      readonly toDay: string;
      readonly nowMs: number;
    };
    /** Where to go on: `{}` for the first page. */
    readonly output: { readonly account: number; readonly next: Readonly<Record<string, string>> };
  };
  readonly keepPage: {
    readonly input: {
      readonly account: number;
      /** The answer's bytes as they came. */
      readonly bytes: Uint8Array;
      /** The URL that the page came from, and the FDX base URL: next links are read against them. */
      readonly url: string;
      readonly baseUrl: string;
      readonly exchangeId: string | null;
      readonly nowMs: number;
    };
    readonly output: { readonly kept: ReadingState } | { readonly refused: PageRefusal };
  };
  readonly readings: {
    readonly input: { readonly world: MoneyWorld };
    readonly output: readonly ReadingState[];
  };
  readonly rows: { readonly input: RowsQuestion; readonly output: RowsAnswer };
  readonly sums: { readonly input: RowsFilter; readonly output: readonly CurrencySum[] };
  readonly rawRow: {
    readonly input: { readonly rid: number };
    readonly output: { readonly json: string; readonly exchangeId: string | null } | null;
  };
  readonly deleteConnection: {
    readonly input: { readonly connectionId: string };
    readonly output: { readonly before: number; readonly after: number };
  };
}

export type DataVerb = keyof DataVerbs;

/** The process that parses and keeps what main fetched. It never sees a token or a key pair. */
export interface DataProcess {
  readonly ask: <Verb extends DataVerb>(
    verb: Verb,
    input: DataVerbs[Verb]['input'],
  ) => Promise<Result<DataVerbs[Verb]['output'], Failure>>;
  /** Ends the process; what was kept stays kept. */
  readonly close: () => Promise<void>;
}
