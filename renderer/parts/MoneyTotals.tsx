import type { AccountSummary } from '../../preload/contract/consent-shapes';
import { Money } from './Money';
import { isNegative, sumByCurrency, withoutSign } from './money-sum';
import './money-totals.css';
import { Words } from '../ui/words';

/** The big numbers: what the person has in each currency, and beside it what they owe. */
export function MoneyTotals({ accounts }: { readonly accounts: readonly AccountSummary[] }) {
  const totals = sumByCurrency(accounts);
  if (totals.length === 0) return null;
  // A page has one big number. Of several, none is the one.
  const size = totals.length === 1 ? 'big' : 'middle';
  return (
    <div className="money-totals">
      {totals.map(({ currency, has, owes }) => (
        <dl key={currency} className="money-total">
          {has === null ? null : (
            <div>
              <dt>
                <Words id="money.has" values={{ currency }} />
              </dt>
              <dd>
                <Money money={has} size={size} />
              </dd>
            </div>
          )}
          {owes === null ? null : (
            <div>
              <dt>
                <Words id={isNegative(owes) ? 'money.credit' : 'money.owes'} values={{ currency }} />
              </dt>
              <dd>
                <Money money={withoutSign(owes)} size={has === null ? size : 'middle'} />
              </dd>
            </div>
          )}
        </dl>
      ))}
    </div>
  );
}
