import { LosslessNumber } from 'lossless-json';

import { type Cluster, CLUSTERS } from '../../preload/contract/consent-vocabulary';
import type { Consent, ConsentStatus } from '../consents/consents';
import { clustersOf } from '../consents/scopes';
import type { BankAccount, DaysFromNow, FdxObject, FdxValue } from '../people/customer';
import { accountsOf } from '../people/customers';
import type { Caller } from './fdx-access';
import { type FdxAnswer, fdxError, invalidInput, notCovered, ok } from './fdx-answer';

const DAY_MS = 86_400_000;

export interface AccountsQuery {
  readonly caller: Caller;
  readonly query: URLSearchParams;
  readonly statusOf: (consent: Consent) => ConsentStatus;
  readonly nowMs: number;
}

/**
 * The accounts that the customer chose to share, in as much detail as the clusters allow.
 *
 * @see FDX API 6.x, searchForAccounts
 */
export function listAccounts({ caller, query, statusOf, nowMs }: AccountsQuery): FdxAnswer {
  const consent = readableConsent(caller, statusOf);
  const covered = coveredClusters(consent, caller);
  if (!covered.has('ACCOUNT_BASIC') && !covered.has('ACCOUNT_DETAILED')) {
    throw notCovered('neither ACCOUNT_BASIC nor ACCOUNT_DETAILED is in the consent');
  }
  const parts = partsFor(resultTypeOf(query), covered);
  const accounts = accountsOf(consent.customerId, consent.accountIds)
    .filter(isAsked(query.get('accountIds')))
    .map((account) => fixDates(Object.assign({}, ...parts.map((part) => account[part] ?? {})), nowMs));
  return ok({ page: { totalElements: accounts.length }, accounts });
}

/** @throws FdxRefusal when there is no consent, or it has ended */
export function readableConsent({ consent }: Caller, statusOf: AccountsQuery['statusOf']): Consent {
  if (consent === null) throw notCovered('this token stands on no consent of a customer');
  if (statusOf(consent) !== 'ACTIVE') throw notCovered(`the consent is ${statusOf(consent)}`);
  return consent;
}

/** In the consent and in the token: a token may have been asked for with less. */
export function coveredClusters(consent: Consent, { scopes }: Caller): ReadonlySet<Cluster> {
  return new Set(clustersOf(consent).filter((cluster) => scopes.has(CLUSTERS[cluster].scope)));
}

type AccountPart = 'descriptor' | 'details' | 'investments' | 'bills';

function partsFor(
  resultType: 'lightweight' | 'details',
  covered: ReadonlySet<Cluster>,
): readonly AccountPart[] {
  if (resultType === 'lightweight') return ['descriptor'];
  return [
    'descriptor',
    ...(covered.has('ACCOUNT_DETAILED') ? (['details'] as const) : []),
    ...(covered.has('INVESTMENTS') ? (['investments'] as const) : []),
    ...(covered.has('BILLS') ? (['bills'] as const) : []),
  ];
}

function resultTypeOf(query: URLSearchParams): 'lightweight' | 'details' {
  const resultType = query.get('resultType') ?? 'lightweight';
  if (resultType === 'lightweight' || resultType === 'details') return resultType;
  throw invalidInput('resultType must be lightweight or details');
}

function isAsked(accountIds: string | null): (account: BankAccount) => boolean {
  if (accountIds === null) return () => true;
  const asked = accountIds.split(',').filter((id) => id !== '');
  if (asked.length === 0) {
    throw fdxError({
      status: 400,
      code: '401',
      message: 'Invalid input',
      debugMessage: 'accountIds is empty',
    });
  }
  return ({ accountId }) => asked.includes(accountId);
}

/** Dates of the invented accounts stay near today, or every bill would be long overdue. */
function fixDates(value: FdxObject, nowMs: number): object {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fixDate(member, nowMs)]));
}

function fixDate(value: FdxValue, nowMs: number): unknown {
  if (Array.isArray(value)) return value.map((item: FdxValue) => fixDate(item, nowMs));
  if (typeof value !== 'object' || value instanceof LosslessNumber) return value;
  return isDaysFromNow(value) ? writeDate(value, nowMs) : fixDates(value as FdxObject, nowMs);
}

function isDaysFromNow(value: object): value is DaysFromNow {
  return 'daysFromNow' in value;
}

function writeDate({ daysFromNow, as }: DaysFromNow, nowMs: number): string {
  const midnightMs = Math.floor(nowMs / DAY_MS + daysFromNow) * DAY_MS;
  const instant = new Date(midnightMs).toISOString();
  return as === 'date' ? instant.slice(0, 10) : instant;
}
