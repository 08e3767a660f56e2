import { describe, expect, it } from 'vitest';

import type { Fault, HostileProvider, OwnFacts } from '../helpers/hostile-provider';
import { onScreen, SAYS } from '../helpers/on-screen';
import { type Answer, withMembers, withStatus, withText } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import type { Endpoint } from '../helpers/right-provider';
import { type Client, withClient } from '../helpers/screen-case';

type Wrong = (right: Answer, own: OwnFacts) => Answer | 'silence' | 'hang-up';

interface FirstReading {
  /** Reads as "a first reading to which the bank …". */
  readonly does: string;
  /** What goes wrong, where, for as long as the bank is out of order. */
  readonly wrong: Readonly<Partial<Record<Endpoint, Wrong>>>;
  /** What the person reads of it. */
  readonly says: string;
}

const empty = (status: number) => () => ({ status, headers: {}, body: '' });

const CASES: readonly FirstReading[] = [
  { does: 'breaks off', wrong: { consent: () => 'hang-up' }, says: SAYS.brokenOff },
  { does: 'answers with 500', wrong: { consent: empty(500) }, says: SAYS.noConsent },
  { does: 'answers with 403', wrong: { consent: empty(403) }, says: SAYS.noConsent },
  {
    does: 'answers with 401 and then with 503',
    wrong: { consent: empty(401), token: empty(503) },
    says: SAYS.noAccess,
  },
  { does: 'answers with 401 again and again', wrong: { consent: empty(401) }, says: SAYS.noConsent },
  { does: 'answers with half an answer', wrong: { consent: withText('{"id":') }, says: SAYS.brokenJson },
  {
    does: 'answers with a page',
    wrong: { consent: withText('<h1>Down</h1>', 'text/html') },
    says: SAYS.notJson,
  },
  {
    does: 'answers with another consent',
    wrong: { consent: withMembers({ id: 'other' }) },
    says: SAYS.otherConsent,
  },
  {
    does: 'answers with a redirect',
    wrong: { consent: withStatus(302, { location: 'https://127.0.0.1:1/' }) },
    says: SAYS.redirected,
  },
  {
    does: 'answers that it does not find the consent, and gives the accounts',
    wrong: { consent: empty(404) },
    says: 'Hostile Bank does not find this consent by its number, but still gives access by it.',
  },
  {
    does: 'answers that the consent is gone, and gives no accounts',
    wrong: { consent: empty(410), accounts: empty(403) },
    says: 'Hostile Bank does not find this consent, and gives no access by it.',
  },
  {
    does: 'answers that it does not find the consent, and is busy with the accounts',
    wrong: { consent: empty(404), accounts: empty(500) },
    says: 'Hostile Bank does not find this consent. Whether it still gives access by it could not be told.',
  },
  {
    does: 'asks to be left alone for two hours',
    wrong: { consent: withStatus(503, { 'retry-after': '7200' }) },
    says: SAYS.busy,
  },
];

/** A fault that begins with the first reading and that the test can end. */
function outOfOrder(wrong: FirstReading['wrong']): { readonly fault: Fault; readonly mend: () => void } {
  let isBroken = true;
  let hasTokens = false;
  const wrongUntilMended = (endpoint: Endpoint, change: Wrong): [Endpoint, Wrong] => [
    endpoint,
    (right, own) => {
      // The code is exchanged first: what breaks is what comes after it.
      const isExchange = endpoint === 'token' && !hasTokens;
      if (isExchange) hasTokens = true;
      return isBroken && !isExchange ? change(right, own) : right;
    },
  ];
  const answers = Object.fromEntries(
    (Object.entries(wrong) as Array<[Endpoint, Wrong]>).map(([endpoint, change]) =>
      wrongUntilMended(endpoint, change),
    ),
  );
  return {
    fault: { answers },
    mend: () => {
      isBroken = false;
    },
  };
}

async function failToRead({ recipient, provider }: Client): Promise<string> {
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
  expect(flow.phase).toBe('failed');
  expect(flow.connectionId).not.toBeNull();
  return flow.connectionId ?? '';
}

const revocations = (provider: HostileProvider) =>
  provider
    .requests()
    .filter(({ target }) => target === '/revoke')
    .map(({ body }) => new URLSearchParams(body).get('token'));

describe('a grant is never stranded by a first reading to which the bank', () => {
  for (const { does, wrong, says } of CASES) {
    it(`${does}: the consent is kept as not read yet, with the reason`, () => {
      const { fault } = outOfOrder(wrong);
      return withClient(fault, async (client) => {
        const detail = await client.window.get('getConsent', { connectionId: await failToRead(client) });

        expect(detail).toMatchObject({
          status: 'UNREAD',
          access: 'held',
          readAtMs: null,
          accountCount: null,
        });
        expect(detail.notRead === null ? null : onScreen(detail.notRead.failure).what).toBe(says);
        expect(detail.differences).toEqual([]); // nothing has been read, so nothing is known to differ
      });
    });

    it(`${does}: it is read again as soon as the bank is right`, () => {
      const { fault, mend } = outOfOrder(wrong);
      return withClient(fault, async (client) => {
        const connectionId = await failToRead(client);
        mend();

        const detail = await client.window.get('readConsentAgain', { connectionId });

        expect(detail).toMatchObject({ status: 'ACTIVE', access: 'held', notRead: null, accountCount: 1 });
        expect(detail.readAtMs).not.toBeNull();
      });
    });

    it(`${does}: it is stopped while the bank is wrong, and both tokens are given back`, () => {
      const { fault } = outOfOrder(wrong);
      return withClient(fault, async (client) => {
        const connectionId = await failToRead(client);

        const { detail } = await client.window.get('revokeConsent', { connectionId });

        expect(detail).toMatchObject({
          status: 'REVOKED',
          access: 'not-held',
          stopReport: { refreshToken: 'revoked', accessToken: 'revoked' },
        });
        const [refreshToken, accessToken] = revocations(client.provider);
        const given = client.provider.secrets.tokens;
        const place = given.indexOf(accessToken ?? '');
        expect(given.slice(place, place + 2)).toEqual([accessToken, refreshToken]);
      });
    });

    it(`${does}: it cannot be forgotten before it was stopped`, () => {
      const { fault } = outOfOrder(wrong);
      return withClient(fault, async (client) => {
        const connectionId = await failToRead(client);

        expect(await client.window.ask('forgetConsent', { connectionId })).toMatchObject({ ok: false });
        expect(client.recipient.services.connections.get(connectionId)).not.toBeNull();
      });
    });
  }
});

describe('accounts that could not be read the first time', () => {
  it('are not called none: the consent is known, and how many accounts there are is not', () => {
    const { fault, mend } = outOfOrder({ accounts: empty(500) });
    return withClient(fault, async (client) => {
      const connectionId = await failToRead(client);
      const before = await client.window.get('getConsent', { connectionId });
      expect(before).toMatchObject({ status: 'ACTIVE', accountCount: null });
      expect(onScreen(before.notRead!.failure).what).toBe(SAYS.noAccounts);
      mend();

      const after = await client.window.get('readConsentAgain', { connectionId });
      expect(after).toMatchObject({ status: 'ACTIVE', accountCount: 1, notRead: null });
    });
  });
});
