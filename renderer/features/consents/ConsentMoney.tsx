import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { AccountList } from '../../parts/AccountList';
import { MoneyTotals } from '../../parts/MoneyTotals';
import { Phrased, useWords } from '../../ui/words';
import { viewAccountNotes } from './consent-view';

/** The accounts that came with the consent: the reward first. */
export function ConsentMoney({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const { connectionId, accounts, accountCount, money } = detail;
  return (
    <section className="consent-section" aria-labelledby="consent-accounts">
      <MoneyTotals sums={money} />
      <h2 id="consent-accounts">{say('consents.accounts')}</h2>
      {viewAccountNotes(detail).map((note) => (
        <p key={note.id} className="muted">
          <Phrased phrase={note} />
        </p>
      ))}
      {accounts.length === 0 ? null : (
        <AccountList
          connectionId={connectionId}
          accounts={accounts}
          total={accountCount ?? accounts.length}
          label={say('consents.accounts')}
        />
      )}
    </section>
  );
}
