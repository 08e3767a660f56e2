import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { AccountList } from '../../parts/AccountList';
import { MoneyTotals } from '../../parts/MoneyTotals';
import { useWords } from '../../ui/words';

/** The accounts that came with the consent: the reward first. */
export function ConsentMoney({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const { accounts } = detail;
  return (
    <section className="consent-section" aria-labelledby="consent-accounts">
      <MoneyTotals accounts={accounts} />
      <h2 id="consent-accounts">{say('consents.accounts')}</h2>
      {accounts.length === 0 ? (
        <p className="muted">
          {say(detail.accountCount === null ? 'consents.accounts.unread' : 'consents.accounts.none')}
        </p>
      ) : (
        <AccountList accounts={accounts} label={say('consents.accounts')} />
      )}
    </section>
  );
}
