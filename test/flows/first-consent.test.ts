import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { viewDetail } from '../../main/connections/consent-view';
import { bankCustomer } from '../helpers/bank-customer';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';

let bank: TestBank;
let recipient: Recipient;

beforeAll(async () => {
  bank = await startTestBank();
  recipient = await startRecipient(bank);
});

afterAll(async () => {
  await recipient.close();
  await bank.close();
});

function alex(decide: 'share' | 'decline' = 'share', switchOff: readonly string[] = []) {
  return async (page: URL) => {
    const customer = bankCustomer(bank.descriptor);
    await customer.open(page.href);
    await customer.signInAs('Alex Rivera');
    return decide === 'share' ? customer.share({ switchOff }) : customer.decline();
  };
}

function detailOf(connectionId: string) {
  const connection = recipient.services.connections.get(connectionId);
  if (connection === null) throw new Error('the connection was not kept');
  return viewDetail(connection, { providerHost: '', holdsAccess: true, nowMs: Date.now(), others: [] });
}

describe('the first consent, over real TLS', () => {
  it('comes back as it was composed, with accounts and balances', async () => {
    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, alex());

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(flow.steps.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'done'));
    const detail = detailOf(flow.connectionId ?? '');
    expect(detail).toMatchObject({ status: 'ACTIVE', differences: [] });
    expect(detail.granted).toEqual(detail.requested);
    expect(detail.accounts.map(({ balance }) => balance?.amount)).toContain('3322.10');
  });

  it('shows what the customer took out as narrower than asked for', async () => {
    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, alex('share', ['STATEMENTS']));

    expect(flow.phase).toBe('done');
    expect(detailOf(flow.connectionId ?? '').differences).toMatchObject([
      { what: 'cluster', cluster: 'STATEMENTS', direction: 'narrower' },
    ]);
  });

  it('ends as declined when the customer declines, and keeps nothing', async () => {
    const before = recipient.services.connections.list().length;

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, alex('decline'));

    expect(flow).toMatchObject({
      phase: 'failed',
      failure: { kind: 'declined', providerName: 'Sandbox Bank' },
    });
    expect(recipient.services.connections.list()).toHaveLength(before);
  });
});
