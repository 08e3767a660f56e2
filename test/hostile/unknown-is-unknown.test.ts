import { describe, expect, it } from 'vitest';

import { at } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { type Answer, type JsonObject, withMembers, withText } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { connect, withClient } from '../helpers/screen-case';

const DAY_MS = 86_400_000;
const CREATED_MS = Date.UTC(2026, 4, 1, 10);

/** A provider that changes its consent, and says no more of it with its tokens. */
function consent(change: JsonObject): Fault {
  return {
    answers: {
      consent: withMembers(change),
      token: withMembers({ authorization_details: undefined }),
    },
  };
}

describe('what a provider leaves open in a consent', () => {
  for (const { leaves, change, end } of [
    {
      leaves: 'the end of a consent for once',
      change: { expirationTime: undefined, durationType: 'ONE_TIME', durationPeriod: undefined },
      end: { kind: 'unsaid' },
    },
    {
      leaves: 'the end of a consent for 90 days, which follows from its terms',
      change: { expirationTime: undefined, durationType: 'TIME_BOUND', durationPeriod: 90_000 },
      end: { kind: 'derived', atMs: CREATED_MS + 90_000 * DAY_MS },
    },
    {
      leaves: 'the hour and the zone of its end',
      change: { expirationTime: '2099-11-01', durationType: 'ONE_TIME' },
      end: { kind: 'unreadable', said: '2099-11-01' },
    },
    {
      leaves: 'the zone of its end',
      change: { expirationTime: '2099-11-01T10:00:00' },
      end: { kind: 'unreadable', said: '2099-11-01T10:00:00' },
    },
  ] as const) {
    it(`[S37] is not filled in: ${leaves}`, () =>
      withClient(consent(change), async (client) => {
        const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

        expect(detail.end).toEqual(end);
      }));
  }

  it.each([{ is: 'ACTIVE' }, ['ACTIVE'], true, null])(
    '[S37] is not known where its status is %j, and no accounts are read',
    (status) =>
      withClient(consent({ status }), async (client) => {
        const flow = await client.recipient.giveConsent(TUTORIAL_REQUEST, client.provider.person);
        const connectionId = flow.connectionId ?? '';

        expect(await client.window.get('getConsent', { connectionId })).toMatchObject({
          status: 'UNKNOWN',
          accountCount: null,
        });
        expect(client.provider.asked()).not.toContain('accounts');
      }),
  );
});

function accounts(json: string): (right: Answer) => Answer {
  return withText(`{"accounts":${json}}`);
}

const ACCOUNT = '"accountCategory":"DEPOSIT_ACCOUNT","currency":{"currencyCode":"USD"}';

describe('a balance that came', () => {
  it('[S39] is shown with every place that JSON allows, and is in the sum', () => {
    const list = ['0.30000000000000004', '12.540000000000001', '0.123456789012345678', '1e-7'];
    const json = list.map((amount, id) => `{"accountId":"a${id}",${ACCOUNT},"currentBalance":${amount}}`);
    return withClient(at('accounts', accounts(`[${json.join()}]`)), async (client) => {
      const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

      expect(detail.accounts.map(({ balance }) => balance?.amount)).toEqual([
        '0.30000000000000004',
        '12.540000000000001',
        '0.123456789012345678',
        '0.0000001',
      ]);
      expect(detail.money).toEqual({
        totals: [{ currency: 'USD', has: { amount: '12.963456889012346718', currency: 'USD' }, owes: null }],
        leftOut: 0,
      });
    });
  });

  it('[S39] and is no money says why, and is counted as left out of the sum', () => {
    const json = `[{"accountId":"a","currentBalance":120.5},
      {"accountId":"b","currentBalance":1,"currency":{"currencyCode":"usd"}},
      {"accountId":"c","error":{"code":"500","message":"core system is down"}}]`;
    return withClient(at('accounts', accounts(json)), async (client) => {
      const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

      expect(detail.accounts.map(({ unshownBalance }) => unshownBalance)).toEqual([
        { why: 'no-currency', amount: '120.5', said: null },
        { why: 'currency', amount: '1', said: 'usd' },
        { why: 'error', amount: null, said: 'core system is down' },
      ]);
      expect(detail.money).toEqual({ totals: [], leftOut: 3 });
    });
  });

  it('[S39] is counted in a list of 520, of which the window gets two hundred at a time', () => {
    const json = Array.from(
      { length: 520 },
      (_, index) => `{"accountId":"a${index}",${ACCOUNT},"currentBalance":10}`,
    );
    return withClient(at('accounts', accounts(`[${json.join()}]`)), async (client) => {
      const connectionId = await connect(client);
      const detail = await client.window.get('getConsent', { connectionId });
      const home = await client.window.get('getHome', {});
      const last = await client.window.get('listAccounts', { connectionId, at: 400, ownOnly: true });

      expect(detail).toMatchObject({ accountCount: 520, money: { totals: [{ has: { amount: '5200' } }] } });
      expect(detail.accounts).toHaveLength(200);
      expect(home).toMatchObject({
        money: { totals: [{ has: { amount: '5200' } }] },
        consents: [{ accountCount: 520, ownCount: 520 }],
      });
      expect(last.total).toBe(520);
      expect(last.rows.map(({ accountId }) => accountId).at(-1)).toBe('a519');
    });
  });
});

describe('a whole account number', () => {
  it('[S41] is masked in the list, the records and on the wire, also in a field that is for showing', () => {
    const json = `[{"accountId":"a","accountNumber":"123456789012","micrNumber":"02100002112345",
      "accountNumberDisplay":"123456789012","nickname":"Giro 123456789012"}]`;
    return withClient(at('accounts', accounts(json)), async (client) => {
      const connectionId = await connect(client);
      const detail = await client.window.get('getConsent', { connectionId });
      const { text } = await client.window.get('readRawText', { connectionId, record: 'accounts' });
      const { exchanges } = await client.window.get('listExchanges', {
        flowId: null,
        connectionId: null,
        providerId: null,
        search: '',
      });
      const shown = await Promise.all(
        exchanges.map(({ exchangeId }) => client.window.get('getExchange', { exchangeId })),
      );

      for (const seen of [JSON.stringify(detail), text, JSON.stringify(shown)]) {
        expect(seen).not.toContain('123456789012');
        expect(seen).not.toContain('02100002112345');
      }
      expect(detail.accounts).toMatchObject([{ name: 'Giro ••••9012', numberDisplay: '••••9012' }]);
    });
  });
});
