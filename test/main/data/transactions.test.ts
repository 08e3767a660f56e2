import { describe, expect, it } from 'vitest';

import { createDataServer } from '../../../main/data/serve';
import type { DataVerb, DataVerbs, KeptAccount } from '../../../main/ports/data-process';

const NOW_MS = Date.UTC(2026, 10, 28);
const BASE = 'https://bank.example/fdx/v6';
const ACCOUNT: KeptAccount = {
  providerId: 'bank',
  accountId: 'a-1',
  connectionId: 'c-1',
  world: 'real',
  name: 'Everyday',
  category: 'DEPOSIT_ACCOUNT',
  currency: 'USD',
};

describe('the transactions of an account', () => {
  it('are kept with every digit, found by the beginning of a word, newest first', () => {
    const { ask, keep } = opened();
    keep([
      transaction('t-1', { day: 1, amount: '12.30', description: 'Corner Grocer', debitCreditMemo: 'DEBIT' }),
      transaction('t-2', {
        day: 2,
        amount: '0.30000000000000004',
        description: 'Salary',
        debitCreditMemo: 'CREDIT',
      }),
      transaction('t-3', { day: 3, amount: '5', description: 'Café Zürich', debitCreditMemo: 'DEBIT' }),
    ]);
    const { rows, total } = ask('rows', question());
    expect(total).toBe(3);
    expect(rows.map(({ description, amount }) => [description, amount])).toEqual([
      ['Café Zürich', '-5'],
      ['Salary', '0.30000000000000004'],
      ['Corner Grocer', '-12.30'],
    ]);
    expect(ask('rows', question({ search: 'cafe zur' })).rows).toHaveLength(1);
    expect(ask('rows', question({ search: '"OR' })).rows).toHaveLength(0);
    expect(ask('rows', question({ world: 'made-up' })).total).toBe(0);
  });

  it('have the bank’s record beside them, as it came', () => {
    const { ask, keep } = opened();
    keep([transaction('t-1', { day: 1, amount: '12.300', description: 'Corner Grocer' })]);
    const [row] = ask('rows', question()).rows;
    const record = ask('rawRow', { rid: row?.rid ?? 0 });
    expect(Object.keys(record ?? {})).toEqual(['json', 'exchangeId']);
    expect(record?.json).toContain('"amount":12.300');
    expect(ask('rawRow', { rid: 1 })).toBeNull();
  });

  it('that came twice, on two pages or in two readings, are there once', () => {
    const { ask, keep } = opened();
    const one = transaction('t-1', { day: 1, amount: '12.30', description: 'Corner Grocer' });
    keep([one, one]);
    keep([one]);
    expect(ask('rows', question()).total).toBe(1);
  });
});

function opened() {
  const server = createDataServer();
  const ask = <Verb extends DataVerb>(
    verb: Verb,
    input: DataVerbs[Verb]['input'],
  ): DataVerbs[Verb]['output'] => {
    const answer = server.answer(verb, input);
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value;
  };
  ask('open', { path: null, key: null, nowMs: NOW_MS });
  const keep = (transactions: readonly string[]) => {
    const days = { fromDay: '2026-01-01', toDay: '2026-11-28' };
    const { account } = ask('beginReading', { account: ACCOUNT, ...days, nowMs: NOW_MS });
    const bytes = Buffer.from(`{"transactions":[${transactions.join(',')}]}`);
    const url = `${BASE}/accounts/a-1/transactions`;
    return ask('keepPage', { account, bytes, url, baseUrl: BASE, exchangeId: null, nowMs: NOW_MS });
  };
  return { ask, keep };
}

function question(change: Partial<DataVerbs['rows']['input']> = {}): DataVerbs['rows']['input'] {
  return { world: 'real', account: null, search: '', at: 0, limit: 200, ...change };
}

function transaction(transactionId: string, { day, amount, ...rest }: Record<string, unknown>): string {
  const postedTimestamp = `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;
  const members = JSON.stringify({ transactionId, postedTimestamp, status: 'POSTED', ...rest });
  return members.replace(/\}$/, `,"amount":${String(amount)}}`);
}
