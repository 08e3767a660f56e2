import type { Cluster } from '../../preload/contract/consent-vocabulary';
import type { Consent } from '../consents/consents';
import type { BankAccount, FdxObject } from '../people/customer';
import { accountsOf } from '../people/customers';
import { monthOf, MONTHS_KEPT, startOfMonthMs, transactionsOf } from '../people/ledger';
import { type FdxAnswer, fdxError, invalidInput, notCovered, ok } from './fdx-answer';

const DAY_MS = 86_400_000;
/** What a bank gives that is asked for no dates. */
const DAYS_UNASKED = 7;
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export interface TransactionsQuery {
  readonly accountId: string;
  readonly query: URLSearchParams;
  readonly consent: Consent;
  readonly covered: ReadonlySet<Cluster>;
  readonly nowMs: number;
}

/**
 * The transactions of one account between two dates, newest first, page by page.
 *
 * @see FDX API 6.3, searchForAccountTransactions
 */
export function listTransactions({
  accountId,
  query,
  consent,
  covered,
  nowMs,
}: TransactionsQuery): FdxAnswer {
  if (!covered.has('TRANSACTIONS')) throw notCovered('TRANSACTIONS is not in the consent');
  const [account] = accountsOf(consent.customerId, consent.accountIds).filter(
    (one) => one.accountId === accountId,
  );
  if (account === undefined) {
    const debugMessage = 'no such account in this consent';
    throw fdxError({ status: 404, code: '701', message: 'Account not found', debugMessage });
  }
  const range = rangeOf(query, nowMs);
  const limit = limitOf(query.get('limit'));
  const { rows, next } = pageOf({ account, range, nowMs }, placeOf(query), limit);
  const nextPageKey = next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url');
  return ok({
    page: {
      ...(nextPageKey === null ? {} : { nextPageKey }),
      totalElements: countOf({ account, range, nowMs }),
    },
    ...(nextPageKey === null ? {} : { links: { next: { href: hrefOf(accountId, query, nextPageKey) } } }),
    transactions: rows,
  });
}

interface Range {
  readonly fromMs: number;
  /** The first instant after the last day. */
  readonly toMs: number;
}

interface Listed {
  readonly account: BankAccount;
  readonly range: Range;
  readonly nowMs: number;
}

/** Where a page begins: a month, and a number within it. */
interface Place {
  readonly month: number;
  readonly index: number;
}

function pageOf(
  listed: Listed,
  from: Place | null,
  limit: number,
): { rows: readonly FdxObject[]; next: Place | null } {
  const rows: FdxObject[] = [];
  const lastMonth = monthOf(listed.range.toMs - 1);
  for (let month = from?.month ?? lastMonth; month >= monthOf(listed.range.fromMs); month -= 1) {
    const begin = month === from?.month ? from.index : 0;
    const found = inRange(listed, month);
    const room = limit - rows.length;
    rows.push(...found.slice(begin, begin + room));
    if (found.length > begin + room) return { rows, next: { month, index: begin + room } };
  }
  return { rows, next: null };
}

function countOf(listed: Listed): number {
  let count = 0;
  for (let month = monthOf(listed.range.toMs - 1); month >= monthOf(listed.range.fromMs); month -= 1)
    count += inRange(listed, month).length;
  return count;
}

function inRange({ account, range, nowMs }: Listed, month: number): readonly FdxObject[] {
  return transactionsOf({ account, month, nowMs }).filter(({ transactionTimestamp }) => {
    const ms = typeof transactionTimestamp === 'string' ? Date.parse(transactionTimestamp) : Number.NaN;
    return ms >= range.fromMs && ms < range.toMs;
  });
}

function rangeOf(query: URLSearchParams, nowMs: number): Range {
  const from = query.get('startTime') ?? query.get('startDate');
  const to = query.get('endTime') ?? query.get('endDate');
  if (from === null && to === null)
    return clamped({ fromMs: nowMs - DAYS_UNASKED * DAY_MS, toMs: nowMs + 1 }, nowMs);
  if (from === null || to === null) throw invalidDates('703', 'give startTime and endTime, or neither');
  const range = { fromMs: dayMs(from), toMs: dayMs(to) + DAY_MS };
  if (range.fromMs >= range.toMs) throw invalidDates('703', 'startTime is after endTime');
  return clamped(range, nowMs);
}

function clamped({ fromMs, toMs }: Range, nowMs: number): Range {
  const oldestMs = startOfMonthMs(monthOf(nowMs) - MONTHS_KEPT);
  return { fromMs: Math.max(fromMs, oldestMs), toMs: Math.min(toMs, nowMs + 1) };
}

function dayMs(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw invalidDates('702', 'a date is YYYY-MM-DD');
  return ms;
}

function invalidDates(code: string, debugMessage: string) {
  return fdxError({ status: 400, code, message: 'Invalid date range', debugMessage });
}

function limitOf(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1) throw invalidInput('limit is a whole number from 1');
  return Math.min(limit, MAX_LIMIT);
}

function placeOf(query: URLSearchParams): Place | null {
  const key = query.get('pageKey') ?? query.get('offset');
  if (key === null) return null;
  try {
    const { month, index } = JSON.parse(Buffer.from(key, 'base64url').toString('utf8')) as Place;
    if (Number.isSafeInteger(month) && Number.isSafeInteger(index) && index >= 0) return { month, index };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw invalidInput('pageKey is none of ours');
}

function hrefOf(accountId: string, query: URLSearchParams, pageKey: string): string {
  const next = new URLSearchParams(query);
  next.delete('offset');
  next.set('pageKey', pageKey);
  return `/accounts/${encodeURIComponent(accountId)}/transactions?${next.toString()}`;
}
