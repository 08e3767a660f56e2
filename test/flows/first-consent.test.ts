import { describe, expect, it } from 'vitest';

import { viewDetail } from '../../main/connections/consent-view';
import { bankWorld } from '../helpers/bank-world';
import { declining, sharing } from '../helpers/person';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

const world = bankWorld();

function detailOf(connectionId: string) {
  const connection = world.recipient.services.connections.get(connectionId);
  if (connection === null) throw new Error('the connection was not kept');
  return viewDetail(connection, { providerHost: '', holdsAccess: true, nowMs: Date.now(), others: [] });
}

describe('the first consent, over real TLS', () => {
  it('comes back as it was composed, with accounts and balances', async () => {
    const flow = await world.recipient.giveConsent(TUTORIAL_REQUEST, sharing(world.bank));

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(flow.steps.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'done'));
    const detail = detailOf(flow.connectionId ?? '');
    expect(detail).toMatchObject({ status: 'ACTIVE', differences: [] });
    expect(detail.granted).toEqual(detail.requested);
    expect(detail.accounts.map(({ balance }) => balance?.amount)).toContain('3322.10');
  });

  it('shows what the customer took out as narrower than asked for', async () => {
    const flow = await world.recipient.giveConsent(
      TUTORIAL_REQUEST,
      sharing(world.bank, { switchOff: ['STATEMENTS'] }),
    );

    expect(flow.phase).toBe('done');
    expect(detailOf(flow.connectionId ?? '').differences).toMatchObject([
      { what: 'cluster', cluster: 'STATEMENTS', direction: 'narrower' },
    ]);
  });

  it('ends as declined when the customer declines, and keeps nothing', async () => {
    const before = world.recipient.services.connections.list().length;

    const flow = await world.recipient.giveConsent(TUTORIAL_REQUEST, declining(world.bank));

    expect(flow).toMatchObject({
      phase: 'failed',
      failure: { kind: 'declined', providerName: 'Sandbox Bank' },
    });
    expect(world.recipient.services.connections.list()).toHaveLength(before);
  });
});
