import type { AccountSummary } from '../../preload/contract/consent-shapes';
import type { ConsentGrant } from '../fdx/consent-grant';
import { clustersOf } from '../oauth/consent-terms';

const DAY_MS = 86_400_000;
/** What is asked for where the bank does not say how far back it lets one read. */
const DEFAULT_LOOKBACK_DAYS = 365;
/** Further back than this no bank keeps transactions to read; a longer lookback is asked for as this. */
const MAX_LOOKBACK_DAYS = 3650;

/** Which accounts are read, and between which days. */
export interface SyncPlan {
  readonly accounts: readonly PlannedAccount[];
  /** YYYY-MM-DD, both included. */
  readonly fromDay: string;
  readonly toDay: string;
}

export interface PlannedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly category: string | null;
  readonly currency: string | null;
}

/**
 * What the transactions of a consent are read from: the accounts whose TRANSACTIONS were granted, as far back as the
 * grant goes, counted from now.
 *
 * @see FDX Consent API: `lookbackPeriod` is counted back from each request
 */
export function syncPlan(grant: ConsentGrant, accounts: readonly AccountSummary[], nowMs: number): SyncPlan {
  const days = Math.min(grant.terms.lookbackDays ?? DEFAULT_LOOKBACK_DAYS, MAX_LOOKBACK_DAYS);
  const isGranted = grantedTransactions(grant);
  return {
    accounts: accounts
      .filter(({ accountId }) => isGranted(accountId))
      .map(({ accountId, name, accountCategory, balance }) => ({
        accountId,
        name,
        category: accountCategory,
        currency: balance?.currency ?? null,
      })),
    fromDay: dayOf(nowMs - days * DAY_MS),
    toDay: dayOf(nowMs),
  };
}

function grantedTransactions({ terms, resources }: ConsentGrant): (accountId: string) => boolean {
  const ofAccounts = resources.filter(({ resourceType }) => resourceType === 'ACCOUNT');
  if (ofAccounts.length === 0) return () => clustersOf(terms).includes('TRANSACTIONS');
  const granted = ofAccounts.filter(({ clusters }) => clusters.includes('TRANSACTIONS'));
  return (accountId) => granted.some(({ resourceId }) => resourceId === accountId);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
