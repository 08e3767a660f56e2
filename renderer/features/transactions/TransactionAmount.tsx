import type { TransactionRow } from '../../../preload/contract/data-shapes';
import { Money } from '../../parts/Money';
import { useWords } from '../../ui/words';

/** What a transaction moved, or why that cannot be said. */
export function TransactionAmount({ amount, currency }: Pick<TransactionRow, 'amount' | 'currency'>) {
  const say = useWords();
  if (amount === null) return <span className="muted">{say('transactions.no-amount')}</span>;
  if (currency === null) return <>{say('transactions.no-currency', { amount })}</>;
  const isIn = !amount.startsWith('-');
  return (
    <span className={isIn ? 'tx-money-in' : ''}>
      {isIn ? '+' : ''}
      <Money money={{ amount, currency }} />
    </span>
  );
}
