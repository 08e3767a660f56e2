import { describe, expect, it } from 'vitest';

import { afterTheFirst, at, onlyAt } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { onScreen, SAYS } from '../helpers/on-screen';
import { withMembers } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { connect, withClient } from '../helpers/screen-case';

const empty = (status: number) => () => ({ status, headers: {}, body: '' });
const HOUR_MS = 3_600_000;

/** A clock that the test moves. */
function movingClock() {
  let nowMs = Date.now();
  return {
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('a reading that fails after one that went well', () => {
  const CASES: ReadonlyArray<{ readonly does: string; readonly fault: Fault; readonly says: string }> = [
    { does: 'at the consent', fault: at('consent', afterTheFirst(empty(500))), says: SAYS.noConsent },
    { does: 'at the accounts', fault: at('accounts', afterTheFirst(empty(500))), says: SAYS.noAccounts },
    { does: 'at the door', fault: at('discovery', afterTheFirst(empty(500))), says: SAYS.noMetadata },
    {
      does: 'by a 401 after each refresh that worked: it has not ended (RFC 6749 section 5.2)',
      fault: at('consent', afterTheFirst(empty(401))),
      says: SAYS.noConsent,
    },
    {
      does: 'because the number of the consent is not found, though access goes on',
      fault: at('consent', afterTheFirst(empty(404))),
      says: 'Hostile Bank does not find this consent by its number, but still gives access by it.',
    },
  ];

  for (const { does, fault, says } of CASES) {
    it(`${does}: leaves what was read with its old time, says why, and can be tried again`, () => {
      const clock = movingClock();
      return withClient(
        fault,
        async (client) => {
          const connectionId = await connect(client);
          const before = await client.window.get('getConsent', { connectionId });
          clock.pass(60_000);

          const reply = await client.window.ask('readConsentAgain', { connectionId });

          const after = await client.window.get('getConsent', { connectionId });
          expect(reply).toEqual({ ok: false, error: after.notRead?.failure });
          expect(after.notRead === null ? null : onScreen(after.notRead.failure).what).toBe(says);
          expect(after).toMatchObject({ status: 'ACTIVE', access: 'held', readAtMs: before.readAtMs });
          expect(after.accounts).toEqual(before.accounts);
        },
        { nowMs: clock.nowMs },
      );
    });
  }

  it('is forgotten by one that goes well', () =>
    withClient(
      at(
        'accounts',
        onlyAt((count) => count === 2, empty(500)),
      ),
      async (client) => {
        const connectionId = await connect(client);
        await client.window.ask('readConsentAgain', { connectionId });

        expect(await client.window.get('readConsentAgain', { connectionId })).toMatchObject({
          notRead: null,
        });
      },
    ));
});

describe('a consent that the bank does not find any more, and that opens nothing', () => {
  for (const status of [404, 410]) {
    it(`has ended, and nobody says how (${status})`, () =>
      withClient(
        { answers: { consent: afterTheFirst(empty(status)), accounts: afterTheFirst(empty(403)) } },
        async (client) => {
          const connectionId = await connect(client);

          const reply = await client.window.ask('readConsentAgain', { connectionId });

          expect(reply).toEqual({ ok: false, error: { kind: 'consent-ended', how: 'gone' } });
          expect(await client.window.get('getConsent', { connectionId })).toMatchObject({
            status: 'EXPIRED',
            notRead: null,
          });
        },
      ));
  }
});

describe('a consent that has come to its own end', () => {
  const END = new Date(Date.now() + HOUR_MS);
  const ends = withMembers({ expirationTime: END.toISOString() });

  it('is not asked for any more, nor are its accounts', () => {
    const clock = movingClock();
    return withClient(
      at('consent', ends),
      async (client) => {
        const connectionId = await connect(client);
        const before = client.provider.asked().length;
        clock.pass(2 * HOUR_MS);

        const reply = await client.window.ask('readConsentAgain', { connectionId });

        expect(reply).toEqual({ ok: false, error: { kind: 'consent-ended', how: 'expired' } });
        expect(client.provider.asked().slice(before)).toEqual([]);
      },
      { nowMs: clock.nowMs },
    );
  });

  it('is not read further when the end comes between two pages', () => {
    const clock = movingClock();
    const accounts = at('accounts', (right) => {
      clock.pass(2 * HOUR_MS);
      return withMembers({ page: { nextPageKey: 'more' } })(right);
    });
    return withClient(
      { answers: { consent: ends, ...accounts.answers } },
      async (client) => {
        const flow = await client.recipient.giveConsent(TUTORIAL_REQUEST, client.provider.person);

        expect(flow.failure).toEqual({ kind: 'consent-ended', how: 'expired' });
        expect(client.provider.asked().filter((endpoint) => endpoint === 'accounts')).toHaveLength(1);
      },
      { nowMs: clock.nowMs },
    );
  });

  it('is not read when the bank still calls it active after its own end', () =>
    withClient(at('consent', withMembers({ expirationTime: '2020-01-01T00:00:00Z' })), async (client) => {
      const flow = await client.recipient.giveConsent(TUTORIAL_REQUEST, client.provider.person);

      expect(flow).toMatchObject({ phase: 'done' });
      expect(client.provider.asked()).not.toContain('accounts');
    }));
});

describe('a refresh whose answer is refused', () => {
  const later = (change: Parameters<typeof afterTheFirst>[0]) => at('token', afterTheFirst(change));
  const tokensGiven = (requests: ReadonlyArray<{ readonly target: string; readonly body: string }>) =>
    requests
      .filter(({ target }) => target === '/revoke')
      .map(({ body }) => new URLSearchParams(body).get('token'));

  it('marks the consent when it names another grant, and gives its tokens back', () => {
    const clock = movingClock();
    return withClient(
      later(withMembers({ grant_id: 'of-somebody-else' })),
      async (client) => {
        const connectionId = await connect(client);
        clock.pass(HOUR_MS);

        await client.window.ask('readConsentAgain', { connectionId });

        const { notRead } = await client.window.get('getConsent', { connectionId });
        expect(notRead === null ? null : onScreen(notRead.failure).what).toBe(SAYS.otherConsent);
        const given = client.provider.secrets.tokens;
        expect(tokensGiven(client.provider.requests())).toEqual([given.at(-1), given.at(-2)]);
      },
      { nowMs: clock.nowMs },
    );
  });

  it('does not end another consent of the same person by giving its tokens back', () => {
    const clock = movingClock();
    let first = '';
    const change = onlyAt(
      (count) => count > 1,
      (right, { grantId }) => {
        first = grantId;
        return withMembers({ grant_id: `${grantId}-2` })(right);
      },
    );
    return withClient(
      at('token', change),
      async (client) => {
        const connectionId = await connect(client);
        const record = client.recipient.services.connections.get(connectionId)!;
        const other = { ...record, connectionId: 'other', consentId: `${client.provider.grantId}-2` };
        await client.recipient.services.connections.put(other);
        clock.pass(HOUR_MS);

        await client.window.ask('readConsentAgain', { connectionId });

        expect(first).toBe(client.provider.grantId);
        expect(tokensGiven(client.provider.requests())).toEqual([]);
      },
      { nowMs: clock.nowMs },
    );
  });

  it('does not cost the grant its refresh token, so that it can still be stopped', () => {
    const clock = movingClock();
    return withClient(
      later(withMembers({ token_type: 'DPoP' })),
      async (client) => {
        const connectionId = await connect(client);
        clock.pass(HOUR_MS);
        await client.window.ask('readConsentAgain', { connectionId });
        const newest = client.provider.secrets.tokens.at(-1);

        await client.window.get('revokeConsent', { connectionId });

        expect(newest).toBeDefined();
        expect(client.provider.broken()).toEqual([]); // no old refresh token was ever sent again
      },
      { nowMs: clock.nowMs },
    );
  });
});
