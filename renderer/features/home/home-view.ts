import type { AccountSummary, ConsentDetail } from '../../../preload/contract/consent-shapes';

/** One consent at home, with those of its accounts that no consent before it has shown. */
export interface HomeConsentView {
  readonly consent: ConsentDetail;
  readonly accounts: readonly AccountSummary[];
}

/** Home as it is read from top to bottom. */
export interface HomeView {
  readonly consents: readonly HomeConsentView[];
  /** What the big numbers add up. */
  readonly counted: readonly AccountSummary[];
}

/**
 * Puts active consents first and the freshest before the older. Two consents may cover one account;
 * it is still one account's money, so it is shown and counted once, as read last.
 * Ended consents count only when nothing is active, so that yesterday's one-time reading still says something.
 */
export function viewHome(consents: readonly ConsentDetail[]): HomeView {
  const shown = new Set<string>();
  const views = consents.toSorted(byFreshness).map((consent) => {
    const accounts = consent.accounts.filter((account) => !shown.has(accountKey(consent, account)));
    for (const account of accounts) shown.add(accountKey(consent, account));
    return { consent, accounts };
  });
  const active = views.filter(({ consent }) => consent.status === 'ACTIVE');
  const counted = active.length > 0 ? active : views;
  return { consents: views, counted: counted.flatMap(({ accounts }) => accounts) };
}

function byFreshness(left: ConsentDetail, right: ConsentDetail): number {
  const isActive = ({ status }: ConsentDetail) => Number(status === 'ACTIVE');
  return isActive(right) - isActive(left) || right.readAtMs - left.readAtMs;
}

function accountKey({ providerId }: ConsentDetail, { accountId }: AccountSummary): string {
  return JSON.stringify([providerId, accountId]);
}
