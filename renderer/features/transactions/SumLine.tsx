import type { TransactionFilter } from '../../../preload/contract/data-shapes';
import { useReading } from '../../data/use-reading';
import { Money } from '../../parts/Money';
import { useWords, Words } from '../../ui/words';

/** What the rows of a filter add up to: each currency for itself, none of them converted. */
export function SumLine({ filter }: { readonly filter: TransactionFilter }) {
  const say = useWords();
  const rows = useReading('listTransactions', { ...filter, at: 0, limit: 100 });
  const sums = useReading('sumTransactions', filter);
  if (rows.phase !== 'loaded' || sums.phase !== 'loaded') return <p className="tx-sums">&nbsp;</p>;
  const { total: count } = rows.value;
  return (
    <output className="tx-sums">
      <b>{say(filter.search === '' ? 'transactions.count' : 'transactions.count.found', { count })}</b>
      {sums.value.map(({ currency, moneyIn, moneyOut }) => (
        <span key={currency} className="tx-sum">
          <span>
            <Words
              id="transactions.in"
              values={{ amount: <Money money={{ amount: moneyIn, currency }} /> }}
            />
          </span>
          <span>
            <Words
              id="transactions.out"
              values={{ amount: <Money money={{ amount: moneyOut, currency }} /> }}
            />
          </span>
        </span>
      ))}
    </output>
  );
}
