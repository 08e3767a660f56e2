import type { MoneySums } from '../../preload/contract/consent-shapes';
import { useWords, Words } from '../ui/words';
import { Money } from './Money';
import { isNegative, withoutSign } from './money-sign';
import './money-totals.css';

/** The big numbers: what the person has in each currency, and beside it what they owe; and what is in neither. */
export function MoneyTotals({ sums: { totals, leftOut } }: { readonly sums: MoneySums }) {
  const say = useWords();
  // A page has one big number. Of several, none is the one.
  const size = totals.length === 1 ? 'big' : 'middle';
  return (
    <>
      {totals.length === 0 ? null : (
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
      )}
      {leftOut === 0 ? null : <p className="muted">{say('money.left-out', { count: leftOut })}</p>}
    </>
  );
}
