import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DATABASE_FILE } from '../../main/sync/data-store';
import { ok } from '../../preload/contract/result';
import { bankCustomer } from '../helpers/bank-customer';
import { windowOf } from '../helpers/operations';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';

let bank: TestBank;
let recipient: Recipient;

beforeAll(async () => {
  bank = await startTestBank();
  recipient = await startRecipient(bank, { readsAtOnce: true });
});

afterAll(async () => {
  await recipient.close();
  await bank.close();
});

describe('the transactions that a consent covers, over real TLS', () => {
  it('are read as soon as the consent is given, as many as the bank says there are', async () => {
    const { connectionId } = await giveConsent();
    const sync = await recipient.syncEnded(connectionId);

    expect(sync).toMatchObject({ failure: null, accountCount: 3, wholeCount: 3, failedCount: 0 });
    const readings = await readingsOf('made-up');
    expect(readings.map(({ accountName }) => accountName)).toEqual([
      'Groceries card',
      'Household',
      'Rainy day',
    ]);
    for (const { received, expected, endedMs } of readings) {
      expect(received).toBe(expected);
      expect(received).toBeGreaterThan(0);
      expect(endedMs).not.toBeNull();
    }
    expect((await rows('made-up')).total).toBe(await expectedRows());
    expect((await rows('real')).total).toBe(0);
  });

  it('are there once when they are read again', async () => {
    const { connectionId } = await giveConsent();
    await recipient.syncEnded(connectionId);
    recipient.services.syncs.start(connectionId);
    const second = await recipient.syncEnded(connectionId);

    expect(second.failure).toBeNull();
    expect((await rows('made-up')).total).toBe(await expectedRows());
  });

  it('add up to the same, by the month as row by row', async () => {
    const { connectionId } = await giveConsent();
    await recipient.syncEnded(connectionId);
    const cents = (await rows('made-up')).rows.map(({ amount }) => centsOf(amount ?? ''));
    const total = (sign: 1 | -1) =>
      cents.reduce((sum, one) => (one > 0n === (sign === 1) ? sum + one * BigInt(sign) : sum), 0n);

    expect((await rows('made-up')).total).toBe(cents.length);
    const [usd, ...others] = await sums('');
    expect(others).toEqual([]);
    expect(centsOf(usd?.moneyIn ?? '')).toBe(total(1));
    expect(centsOf(usd?.moneyOut ?? '')).toBe(total(-1));
    // What is found by words is added up by the row, and what is not by the month.
    expect((await sums('payroll'))[0]).toMatchObject({ currency: 'USD', moneyOut: '0.00' });
  });
});

describe('a consent that is forgotten', () => {
  it('takes what it brought with it', async () => {
    const lonely = await startRecipient(bank, { readsAtOnce: true });
    try {
      const flow = await lonely.giveConsent(TUTORIAL_REQUEST, shareAsAlex);
      const connectionId = flow.connectionId ?? '';
      await lonely.syncEnded(connectionId);
      const window = await windowOf(lonely);
      await window.get('revokeConsent', { connectionId });
      await window.get('forgetConsent', { connectionId });
      expect(await lonely.services.money.ask('readings', { world: 'made-up' })).toEqual(ok([]));
      const rows = { ...filter('made-up', ''), at: 0, limit: 1 };
      expect(await lonely.services.money.ask('rows', rows)).toEqual(ok({ rows: [], total: 0 }));
    } finally {
      await lonely.close();
    }
  });
});

describe('the database of transactions', () => {
  it('is sealed on disk and there again after a restart, with the same rows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
    try {
      const first = await startRecipient(bank, { folder, readsAtOnce: true });
      const flow = await first.giveConsent(TUTORIAL_REQUEST, shareAsAlex);
      await first.syncEnded(flow.connectionId ?? '');
      const before = await first.services.money.ask('rows', { ...filter('made-up', ''), at: 0, limit: 200 });
      await first.close();
      const onDisk = await readFile(join(folder, DATABASE_FILE));
      expect(onDisk.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
      expect(onDisk.includes('Corner Grocer')).toBe(false);

      const second = await startRecipient(bank, { folder });
      const after = await second.services.money.ask('rows', { ...filter('made-up', ''), at: 0, limit: 200 });
      await second.close();
      expect(after).toEqual(before);
      expect(after.ok && after.value.total > 0).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Hundredths of an exact decimal with two digits after its point. */
function centsOf(amount: string): bigint {
  expect(amount).toMatch(/^-?\d+\.\d{2}$/);
  return BigInt(amount.replace('.', ''));
}

async function readingsOf(world: 'real' | 'made-up') {
  const answer = await recipient.services.money.ask('readings', { world });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

/** How many rows the bank says there are. */
async function expectedRows(): Promise<number> {
  return (await readingsOf('made-up')).reduce((sum, { expected }) => sum + (expected ?? 0), 0);
}

async function giveConsent(): Promise<{ readonly connectionId: string }> {
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, shareAsAlex);
  expect(flow.failure).toBeNull();
  return { connectionId: flow.connectionId ?? '' };
}

async function rows(world: 'real' | 'made-up') {
  const answer = await recipient.services.money.ask('rows', { ...filter(world, ''), at: 0, limit: 200 });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

async function sums(search: string) {
  const answer = await recipient.services.money.ask('sums', filter('made-up', search));
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

function filter(world: 'real' | 'made-up', search: string) {
  return { world, account: null, search };
}

async function shareAsAlex(page: URL): Promise<string | null> {
  const customer = bankCustomer(bank.descriptor);
  await customer.open(page.href);
  await customer.signInAs('Alex Rivera');
  return customer.share({ switchOff: [] });
}
