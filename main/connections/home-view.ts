import type { AccountSummary, ConsentSummary } from '../../preload/contract/consent-shapes';
import type { ConnectionRecord } from '../records/connection-record';
import { accountsOf } from './account-records';
import { viewSummary } from './consent-view';

/** One consent at home, with those of its accounts that no consent before it has shown. */
interface HomeConsent {
  readonly consent: ConsentSummary;
  readonly accounts: readonly AccountSummary[];
}

/** Home as it is read from top to bottom. */
export interface HomeView {
  readonly consents: readonly HomeConsent[];
  /** What the big numbers add up. */
  readonly counted: readonly AccountSummary[];
}

/**
 * Puts active consents first and the freshest before the older. Two consents may cover one account;
 * it is still one account's money, so it is shown and counted once, as read last.
 * Ended consents count only when nothing is active, so that yesterday's one-time reading still says something.
 */
export function viewHome(connections: readonly ConnectionRecord[], nowMs: number): HomeView {
  const shown = new Set<string>();
  const consents = connections
    .map((connection) => ({ connection, consent: viewSummary(connection, nowMs) }))
    .toSorted((left, right) => byFreshness(left.consent, right.consent))
    .map(({ connection, consent }) => {
      const all = accountsOf(connection)?.accounts ?? [];
      const accounts = all.filter((account) => !shown.has(accountKey(consent, account)));
      for (const account of accounts) shown.add(accountKey(consent, account));
      return { consent, accounts };
    });
  const active = consents.filter(({ consent }) => consent.status === 'ACTIVE');
  const counted = active.length > 0 ? active : consents;
  return { consents, counted: counted.flatMap(({ accounts }) => accounts) };
}

function byFreshness(left: ConsentSummary, right: ConsentSummary): number {
  const isActive = ({ status }: ConsentSummary) => Number(status === 'ACTIVE');
  return isActive(right) - isActive(left) || (right.readAtMs ?? 0) - (left.readAtMs ?? 0);
}

function accountKey({ providerId }: ConsentSummary, { accountId }: AccountSummary): string {
  return JSON.stringify([providerId, accountId]);
}
