import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';
import type { Services } from '../services';

/** What the operations on transactions need. */
export interface MoneyOperationsDeps {
  readonly services: Pick<Services, 'connections' | 'money' | 'syncs'>;
}

type MoneyOperation =
  | 'listTransactions'
  | 'sumTransactions'
  | 'getTransactionRecord'
  | 'listReadings'
  | 'listSyncs'
  | 'startSync'
  | 'cancelSync';

/** What the window may ask of the transactions, and of how they come in. */
export function moneyOperations({
  services: { connections, money, syncs },
}: MoneyOperationsDeps): Pick<Operations, MoneyOperation> {
  return {
    listTransactions: async (question) => {
      const answer = await money.ask('rows', question);
      return answer.ok ? ok({ rows: [...answer.value.rows], total: answer.value.total }) : answer;
    },
    sumTransactions: async (filter) => {
      const sums = await money.ask('sums', filter);
      return sums.ok ? ok([...sums.value]) : sums;
    },
    getTransactionRecord: async ({ rid }) => {
      const record = await money.ask('rawRow', { rid });
      if (!record.ok) return record;
      return record.value === null ? fail({ kind: 'transaction-unknown' }) : ok(record.value);
    },
    listReadings: async ({ world }) => {
      const readings = await money.ask('readings', { world });
      if (!readings.ok) return readings;
      const moved = money.movedAside();
      return ok({
        readings: readings.value.map(({ next: _next, ...state }) => state),
        movedTo: moved?.movedTo ?? null,
      });
    },
    listSyncs: async () => ok([...syncs.list()]),
    startSync: async ({ connectionId }) => {
      if (connections.get(connectionId) === null) return fail({ kind: 'consent-unknown' });
      syncs.start(connectionId);
      return ok({});
    },
    cancelSync: async ({ connectionId }) => {
      await syncs.cancel(connectionId);
      return ok({});
    },
  };
}
