import type { AccountSummary } from '../../preload/contract/consent-shapes';
import { MAX_ROWS } from '../../preload/contract/row-limits';
import { type AccountPage, readAccounts } from '../fdx/account';
import { parseFdxJson } from '../fdx/fdx-json';
import type { ConnectionRecord } from '../records/connection-record';

/** The accounts of a consent; null where none have been read. */
export type KnownAccounts = AccountPage | null;

/** The accounts' texts, in the order in which they came. */
export function accountTexts({ accountsText, moreAccountsTexts }: ConnectionRecord): readonly string[] {
  return accountsText === null ? [] : [accountsText, ...moreAccountsTexts];
}

// A record never changes, and its texts may be long: each is read once.
const known = new WeakMap<ConnectionRecord, KnownAccounts>();

/** Each account once, as it came first: pages that shift while they are read may repeat one. */
export function accountsOf(connection: ConnectionRecord): KnownAccounts {
  const before = known.get(connection);
  if (before !== undefined) return before;
  const accounts = readTexts(accountTexts(connection));
  known.set(connection, accounts);
  return accounts;
}

/** Some of the accounts, from a place on. */
export function accountRows(
  accounts: readonly AccountSummary[],
  at: number,
): { readonly rows: AccountSummary[]; readonly total: number } {
  return { rows: accounts.slice(at, at + MAX_ROWS), total: accounts.length };
}

function readTexts(texts: readonly string[]): KnownAccounts {
  const pages = texts.flatMap((text) => {
    const json = parseFdxJson(text);
    const page = json === null ? null : readAccounts(json.value);
    return page?.ok === true ? [page.value] : [];
  });
  if (pages.length === 0) return null;
  const byId = new Map<string, AccountSummary>();
  for (const account of pages.flatMap(({ accounts }) => accounts))
    if (!byId.has(account.accountId)) byId.set(account.accountId, account);
  return {
    accounts: [...byId.values()],
    unreadable: pages.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}
