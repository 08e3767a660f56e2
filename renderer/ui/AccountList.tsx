import type { AccountSummary } from '../../preload/contract/consent-shapes';
import './account-list.css';
import { viewAccount } from './account-view';
import type { AccountView } from './account-view';
import { Instant } from './Instant';
import { Money } from './Money';
import { Phrased, useWords, Words } from './words';

interface AccountListProps {
  readonly accounts: readonly AccountSummary[];
  /** What the list is a list of, for screen readers. */
  readonly label: string;
}

/** Accounts with their balances, each with the moment at which it was true. */
export function AccountList({ accounts, label }: AccountListProps) {
  return (
    <ul className="account-list" aria-label={label}>
      {accounts.map(viewAccount).map((account) => (
        <AccountRow key={account.accountId} account={account} />
      ))}
    </ul>
  );
}

function AccountRow({ account }: { readonly account: AccountView }) {
  const say = useWords();
  const { name, about, balance, meaning, asOfMs, status } = account;
  return (
    <li className="account-row">
      <div>
        <p className="account-name">{name ?? say('account.unnamed')}</p>
        {about.length === 0 ? null : <p className="muted">{about.join(' · ')}</p>}
        {status === null ? null : <p className="muted">{say('account.status', { status })}</p>}
      </div>
      <div className="account-balance">
        <p>
          {balance === null ? null : <Money money={balance} />}{' '}
          {meaning === null ? null : (
            <span className="muted">
              <Phrased phrase={meaning} />
            </span>
          )}
        </p>
        {balance === null || asOfMs === null ? null : (
          <p className="account-as-of">
            <Words id="account.as-of" values={{ when: <Instant atMs={asOfMs} style="day-time" /> }} />
          </p>
        )}
      </div>
    </li>
  );
}
