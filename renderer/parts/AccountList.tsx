import { Fragment, useState } from 'react';

import type { AccountSummary } from '../../preload/contract/consent-shapes';
import './account-list.css';
import { type AccountView, viewAccount } from './account-view';
import { Instant } from '../ui/Instant';
import { LinkButton } from '../ui/LinkButton';
import { Money } from './Money';
import { useFocusWhen } from '../ui/use-focus-when';
import { Phrased, useWords, Words } from '../ui/words';

interface AccountListProps {
  readonly accounts: readonly AccountSummary[];
  /** What the list is a list of, for screen readers. */
  readonly label: string;
}

/** A longer list shows this many at first, so that what is below it stays within reach. */
const FIRST = 12;
/** Up to this many are shown at once: nobody should have to ask for the last two. */
const FEW = 16;

/** Accounts with their balances, each with the moment at which it was true. */
export function AccountList({ accounts, label }: AccountListProps) {
  const say = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const list = useFocusWhen<HTMLUListElement>(isWhole);
  const shown = isWhole || accounts.length <= FEW ? accounts : accounts.slice(0, FIRST);
  return (
    <ul ref={list} tabIndex={-1} className="account-list" aria-label={label}>
      {shown.map(viewAccount).map((account) => (
        <AccountRow key={account.accountId} account={account} />
      ))}
      {shown.length === accounts.length ? null : (
        <li className="account-more">
          <LinkButton onPress={() => setIsWhole(true)}>
            {say('account.all', { count: accounts.length })}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}

function AccountRow({ account }: { readonly account: AccountView }) {
  const say = useWords();
  const { name, about, balance, meaning, asOfMs, status } = account;
  return (
    <li className="account-row">
      <div className="account-words">
        <p className="account-name">{name === null ? say('account.unnamed') : <bdi>{name}</bdi>}</p>
        {about.length === 0 ? null : <About parts={about} />}
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

// Each part by itself: a name in Arabic would else carry the number behind it to its other side.
function About({ parts }: { readonly parts: readonly string[] }) {
  return (
    <p className="muted">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index === 0 ? '' : ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </p>
  );
}
