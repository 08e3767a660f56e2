import { Fragment, useState } from 'react';

import type { AccountSummary } from '../../preload/contract/consent-shapes';
import { FEW_ROWS, MAX_ROWS } from '../../preload/contract/row-limits';
import { useReadings } from '../data/use-reading';
import { Instant } from '../ui/Instant';
import { LinkButton } from '../ui/LinkButton';
import { useFocusWhen } from '../ui/use-focus-when';
import { WaitingLine } from '../ui/WaitingLine';
import { Phrased, useWords, Words } from '../ui/words';
import './account-list.css';
import { type AccountView, viewAccount, viewMore } from './account-view';
import { FailureNotice } from './FailureNotice';
import { Money } from './Money';

interface AccountListProps {
  readonly connectionId: string;
  /** The first of them. */
  readonly accounts: readonly AccountSummary[];
  /** How many there are. */
  readonly total: number;
  /** Only those that no fresher consent has shown. */
  readonly ownOnly?: boolean;
  /** What the list is a list of, for screen readers. */
  readonly label: string;
}

/** A longer list shows this many at first, so that what is below it stays within reach. */
const FIRST = 12;

/** Accounts with their balances, each with the moment at which it was true. */
export function AccountList({ connectionId, accounts, total, ownOnly = false, label }: AccountListProps) {
  const say = useWords();
  const [upTo, setUpTo] = useState(0);
  const list = useFocusWhen<HTMLUListElement>(upTo > 0);
  const places = Array.from({ length: Math.ceil(upTo / MAX_ROWS) }, (_, page) => page * MAX_ROWS);
  const pages = useReadings(
    'listAccounts',
    places.map((at) => ({ connectionId, at, ownOnly })),
  );
  const read = pages.flatMap((page) => (page.phase === 'loaded' ? page.value.rows : []));
  const failed = pages.find((page) => page.phase === 'failed');
  const isWaiting = pages.some(({ phase }) => phase === 'loading');
  // Nobody should have to ask for the last few.
  const first = accounts.slice(0, total <= FEW_ROWS ? FEW_ROWS : FIRST);
  const shown = read.length > first.length ? read : first;
  const more = viewMore(shown.length, total);
  return (
    <>
      <ul ref={list} tabIndex={-1} className="account-list" aria-label={label}>
        {shown.map(viewAccount).map((account) => (
          <AccountRow key={account.accountId} account={account} />
        ))}
        {more === null || isWaiting || failed !== undefined ? null : (
          <li className="account-more">
            <LinkButton onPress={() => setUpTo(more.upTo)}>
              {say(more.words.id, more.words.values)}
            </LinkButton>
          </li>
        )}
      </ul>
      {isWaiting ? <WaitingLine>{say('account.reading')}</WaitingLine> : null}
      {failed?.phase === 'failed' ? <FailureNotice failure={failed.failure} /> : null}
    </>
  );
}

function AccountRow({ account }: { readonly account: AccountView }) {
  const say = useWords();
  const { name, about, status } = account;
  return (
    <li className="account-row">
      <div className="account-words">
        <p className="account-name">{name === null ? say('account.unnamed') : <bdi>{name}</bdi>}</p>
        {about.length === 0 ? null : <About parts={about} />}
        {status === null ? null : <p className="muted">{say('account.status', { status })}</p>}
      </div>
      <Balance account={account} />
    </li>
  );
}

function Balance({ account: { balance, meaning, exact, asOf } }: { readonly account: AccountView }) {
  return (
    <div className="account-balance">
      <p>
        {balance === null ? null : <Money money={balance} />}{' '}
        {meaning === null ? null : (
          <span className="muted">
            <Phrased phrase={meaning} />
          </span>
        )}
      </p>
      {exact === null ? null : (
        <p className="account-as-of account-exact">
          <Phrased phrase={exact} />
        </p>
      )}
      {asOf === null ? null : (
        <p className="account-as-of">
          {'atMs' in asOf ? (
            <Words id="account.as-of" values={{ when: <Instant atMs={asOf.atMs} style="day-time" /> }} />
          ) : (
            <Phrased phrase={asOf} />
          )}
        </p>
      )}
    </div>
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
