import type { AccountSummary, ConsentDetail } from '../../../preload/contract/consent-shapes';
import type { MessageId } from '../../../preload/contract/messages/catalogue';

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

/** Why no account stands under a consent: none came, none has been read, or all stand further up. */
export function viewNoAccounts({ accounts, accountCount }: ConsentDetail): MessageId {
  if (accountCount === null) return 'consents.accounts.unread';
  return accounts.length === 0 ? 'home.no-accounts' : 'home.shown-above';
}

function byFreshness(left: ConsentDetail, right: ConsentDetail): number {
  const isActive = ({ status }: ConsentDetail) => Number(status === 'ACTIVE');
  return isActive(right) - isActive(left) || (right.readAtMs ?? 0) - (left.readAtMs ?? 0);
}

function accountKey({ providerId }: ConsentDetail, { accountId }: AccountSummary): string {
  return JSON.stringify([providerId, accountId]);
}
