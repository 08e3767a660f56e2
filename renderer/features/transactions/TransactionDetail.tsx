import { X } from 'lucide-react';

import type { TransactionRow } from '../../../preload/contract/data-shapes';
import { useReading } from '../../data/use-reading';
import { Reading } from '../../parts/Reading';
import { Button } from '../../ui/Button';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { JsonView } from '../../ui/JsonView';
import { useWords } from '../../ui/words';
import { TransactionAmount } from './TransactionAmount';
import { nameOf, prettyRecord } from './transaction-view';

interface TransactionDetailProps {
  readonly row: TransactionRow;
  readonly onClose: () => void;
}

/** One transaction with the bank's own record of it. */
export function TransactionDetail({ row, onClose }: TransactionDetailProps) {
  const say = useWords();
  const record = useReading('getTransactionRecord', { rid: row.rid });
  return (
    <aside className="tx-detail" aria-label={say('transactions.detail')}>
      <div className="tx-detail-head">
        <div>
          <h2>
            <bdi>{nameOf(row)}</bdi>
          </h2>
          <p className="tx-detail-amount">
            <TransactionAmount amount={row.amount} currency={row.currency} />
          </p>
          <p className="muted">
            <Instant atMs={row.atMs} style="day" />
          </p>
        </div>
        <Button variant="quiet" label={say('transactions.detail.close')} onPress={onClose}>
          <X size={20} aria-hidden />
        </Button>
      </div>
      <Facts row={row} />
      <Reading state={record}>
        {({ json }) => (
          <JsonView
            label={say('transactions.detail.record')}
            title={<h3>{say('transactions.detail.record')}</h3>}
            text={prettyRecord(json)}
          />
        )}
      </Reading>
    </aside>
  );
}

function Facts({ row }: { readonly row: TransactionRow }) {
  const say = useWords();
  const facts = [
    { name: 'account', value: row.accountName },
    { name: 'words', value: row.description },
    { name: 'category', value: row.category ?? say('transactions.detail.category.none') },
    { name: 'state', value: say(row.isPending ? 'transactions.pending' : 'transactions.detail.posted') },
  ] as const;
  return (
    <FactList values="at-end">
      {facts.map(({ name, value }) => (
        <Fact key={name} name={say(`transactions.detail.${name}`)}>
          <bdi>{value}</bdi>
        </Fact>
      ))}
    </FactList>
  );
}
