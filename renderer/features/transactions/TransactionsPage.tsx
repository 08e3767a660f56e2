import { Search } from 'lucide-react';
import { useState } from 'react';

import type { SyncView, TransactionFilter, TransactionRow } from '../../../preload/contract/data-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import { useReading } from '../../data/use-reading';
import { Reading } from '../../parts/Reading';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { PageHeader } from '../../ui/PageHeader';
import { useWords } from '../../ui/words';
import { SumLine } from './SumLine';
import { SyncLines } from './SyncLines';
import { TransactionDetail } from './TransactionDetail';
import { TransactionGrid } from './TransactionGrid';
import './transactions.css';
import { WorldSwitch } from './WorldSwitch';
import { useTransactionTotal } from './use-transactions';

type Readings = Output<'listReadings'>;
type MoneyWorld = TransactionFilter['world'];

interface TransactionsPageProps {
  readonly onStart: () => void;
}

/** The transactions of one world: a person's own money, or what the sandbox bank made up. */
export function TransactionsPage({ onStart }: TransactionsPageProps) {
  const real = useReading('listReadings', { world: 'real' });
  const madeUp = useReading('listReadings', { world: 'made-up' });
  const syncs = useReading('listSyncs', {});
  const [chosen, setChosen] = useState<MoneyWorld | null>(null);
  return (
    <Reading state={real}>
      {(ofReal) => (
        <Reading state={madeUp}>
          {(ofMadeUp) => (
            <Reading state={syncs}>
              {(running) => (
                <LoadedPage
                  readings={{ real: ofReal, 'made-up': ofMadeUp }}
                  syncs={running}
                  chosen={chosen}
                  onChoose={setChosen}
                  onStart={onStart}
                />
              )}
            </Reading>
          )}
        </Reading>
      )}
    </Reading>
  );
}

interface LoadedPageProps {
  readonly readings: Readonly<Record<MoneyWorld, Readings>>;
  readonly syncs: readonly SyncView[];
  readonly chosen: MoneyWorld | null;
  readonly onChoose: (world: MoneyWorld) => void;
  readonly onStart: () => void;
}

function LoadedPage({ readings, syncs, chosen, onChoose, onStart }: LoadedPageProps) {
  const say = useWords();
  const has = (one: MoneyWorld) =>
    readings[one].readings.length > 0 || syncs.some((sync) => sync.world === one);
  const world = chosen ?? (has('real') || !has('made-up') ? 'real' : 'made-up');
  return (
    <div className="page tx-page">
      <PageHeader title={say('transactions.title')} isSandbox={world === 'made-up'} />
      {has('real') && has('made-up') ? <WorldSwitch world={world} onChoose={onChoose} /> : null}
      {has(world) ? (
        <Transactions key={world} world={world} readings={readings[world]} syncs={syncs} />
      ) : (
        <EmptyState
          title={say('transactions.none.title')}
          action={<Button onPress={onStart}>{say('transactions.none.action')}</Button>}
        >
          {say('transactions.none.about')}
        </EmptyState>
      )}
    </div>
  );
}

interface TransactionsProps {
  readonly world: MoneyWorld;
  readonly readings: Readings;
  readonly syncs: readonly SyncView[];
}

function Transactions({ world, readings, syncs }: TransactionsProps) {
  const say = useWords();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<TransactionRow | null>(null);
  const filter: TransactionFilter = { world, account: null, search };
  const isNothingFound = useTransactionTotal(filter) === 0 && search !== '';
  return (
    <>
      <SearchField value={search} onChange={setSearch} />
      <SumLine filter={filter} />
      <MemoryLine />
      <SyncLines world={world} readings={readings} syncs={syncs} />
      <div className={open === null ? 'tx-split' : 'tx-split tx-has-detail'}>
        {isNothingFound ? (
          <EmptyState
            title={say('transactions.nothing-found.title')}
            action={<Button onPress={() => setSearch('')}>{say('transactions.nothing-found.action')}</Button>}
          >
            {say('transactions.nothing-found.about')}
          </EmptyState>
        ) : (
          <TransactionGrid filter={filter} openRid={open?.rid ?? null} onOpen={setOpen} />
        )}
        {open === null ? null : <TransactionDetail row={open} onClose={() => setOpen(null)} />}
      </div>
    </>
  );
}

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SearchField({ value, onChange }: SearchFieldProps) {
  const say = useWords();
  return (
    <label className="tx-search">
      <Search size={18} aria-hidden />
      <span className="visually-hidden">{say('transactions.search')}</span>
      <input
        type="search"
        value={value}
        maxLength={200}
        placeholder={say('transactions.search.hint')}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Where keys live in memory, so do the transactions. */
function MemoryLine() {
  const say = useWords();
  const start = useReading('getStartState', {});
  const isInMemory = start.phase === 'loaded' && start.value.secrets.kind === 'memory';
  return isInMemory ? <p className="tx-memory muted">{say('transactions.in-memory')}</p> : null;
}
