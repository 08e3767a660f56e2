import { describe, expect, it } from 'vitest';

import type { Failure } from '../../preload/contract/failure';
import { afterTheFirst, at, onlyAt } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { onScreen, SAYS } from '../helpers/on-screen';
import { oauthError, withMembers, withStatus, withText } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import type { Endpoint } from '../helpers/right-provider';
import { connect, withClient } from '../helpers/screen-case';

const HOUR_MS = 3_600_000;

interface RefreshCase {
  readonly shows: string;
  /** Reads as "one that …". */
  readonly does: string;
  readonly fault: () => Fault;
  /** What the client asks when the consent is read again, an hour later. */
  readonly asked: readonly Endpoint[];
  readonly says: string | null;
  readonly technical?: string;
  /** Whether the refresh token is held afterwards. */
  readonly isHeld: boolean;
}

const later = (change: Parameters<typeof afterTheFirst>[0]) => () => at('token', afterTheFirst(change));
const READ = ['consent', 'accounts'] as const;

const CASES: readonly RefreshCase[] = [
  {
    shows: '[S35]',
    does: 'says that the grant has ended (RFC 6749 section 5.2)',
    fault: later(oauthError(400, 'invalid_grant')),
    asked: ['discovery', 'token'],
    says: SAYS.stopped,
    isHeld: true, // it opens nothing, and the person may still forget it
  },
  {
    shows: '[S35]',
    does: 'is broken inside: nothing is lost',
    fault: later(withStatus(500)),
    asked: ['discovery', 'token'],
    says: SAYS.noAccess,
    technical: 'HTTP 500',
    isHeld: true,
  },
  {
    shows: '[S35]',
    does: 'hangs up twice: the old token is sent once more, and nothing is lost',
    fault: later(() => 'hang-up'),
    asked: ['discovery', 'token', 'token'],
    says: SAYS.brokenOff,
    isHeld: true,
  },
  {
    shows: '[S35]',
    does: 'does not know this client any more: nothing is lost',
    fault: later(oauthError(401, 'invalid_client')),
    asked: ['discovery', 'token'],
    says: SAYS.noAccess,
    technical: 'invalid_client',
    isHeld: true,
  },
  {
    shows: '[S35][S50]',
    does: 'is busy for two hours: nothing is lost, and the person is told when to come back',
    fault: later(withStatus(503, { 'retry-after': '7200' })),
    asked: ['discovery', 'token'],
    says: SAYS.busy,
    isHeld: true,
  },
  {
    shows: '[S34]',
    does: 'is busy once: the same refresh token is sent again',
    fault: () =>
      at(
        'token',
        onlyAt(
          (count) => count === 2,
          () => ({ status: 429, headers: {}, body: '' }),
        ),
      ),
    asked: ['discovery', 'token', 'token', ...READ],
    says: null,
    isHeld: true,
  },
  {
    shows: '[S36]',
    does: 'gives tokens of another consent (RFC 6749 section 6)',
    fault: later(withMembers({ grant_id: 'of-somebody-else' })),
    asked: ['discovery', 'token', 'revocation', 'revocation'], // they are given back, both of them
    says: SAYS.otherConsent,
    technical: 'names another consent',
    isHeld: true,
  },
  {
    shows: '[S36]',
    does: 'gives tokens of another kind',
    fault: later(withMembers({ token_type: 'DPoP' })),
    asked: ['discovery', 'token', 'revocation'], // the access token; the refresh token is needed to stop it
    says: SAYS.unsafe,
    isHeld: true,
  },
  {
    shows: '[S36]',
    does: 'adds a scope (RFC 6749 section 6)',
    fault: () =>
      at('token', (right) => {
        scopes += 1;
        return withMembers({ scope: scopes % 2 === 1 ? 'accounts' : 'accounts payments' })(right);
      }),
    asked: ['discovery', 'token', 'revocation'], // the access token; the refresh token is needed to stop it
    says: SAYS.wider,
    technical: 'added: payments',
    isHeld: true,
  },
  {
    shows: '[S26][S36]',
    does: 'grants more than the person agreed to',
    fault: later(
      withMembers({
        authorization_details: [
          {
            type: 'fdx_v1.0',
            consentRequest: { ...TUTORIAL_REQUEST[0].consentRequest, lookbackPeriod: 999 },
          },
        ],
      }),
    ),
    asked: ['discovery', 'token', 'revocation'], // the access token; the refresh token is needed to stop it
    says: SAYS.wider,
    technical: 'lookbackPeriod 999',
    isHeld: true,
  },
  {
    shows: '[S25][S47]',
    does: 'answers with a page',
    fault: later(withText('<h1>Sign in</h1>', 'text/html')),
    asked: ['discovery', 'token'],
    says: SAYS.notJson,
    isHeld: true,
  },
  {
    shows: '[S34]',
    does: 'brings no new refresh token: the old one stays good',
    fault: later(withMembers({ refresh_token: undefined })),
    asked: ['discovery', 'token', ...READ],
    says: null,
    isHeld: true,
  },
];

let scopes = 0;

describe('a provider that is wrong when access is refreshed', () => {
  for (const one of CASES) {
    it(`${one.shows} one that ${one.does}`, async () => {
      let aheadMs = 0;
      await withClient(
        one.fault(),
        async (client) => {
          const connectionId = await connect(client);
          const before = client.provider.asked().length;
          aheadMs = HOUR_MS;

          const reply = await client.window.ask('readConsentAgain', { connectionId });

          expect(client.provider.asked().slice(before)).toEqual(one.asked);
          const words = reply.ok ? null : onScreen(reply.error);
          expect(words?.what ?? null).toBe(one.says);
          if (one.technical !== undefined) expect(words?.technical).toContain(one.technical);
          const held = client.recipient.services.vault.tokens.get(connectionId);
          expect(held.ok && held.value !== null).toBe(one.isHeld);
          // What was read before is kept, whatever became of the access.
          const detail = await client.window.get('getConsent', { connectionId });
          expect(detail.accounts).toHaveLength(1);
        },
        { nowMs: () => Date.now() + aheadMs },
      );
    });
  }
});

describe('an access token that is refused though it is in time', () => {
  const isRefused = withStatus(401, { 'www-authenticate': 'Bearer error="invalid_token"' });

  it('[S34] is refreshed once, and the call is made once more', () =>
    withClient(
      at(
        'accounts',
        onlyAt((count) => count === 2, isRefused),
      ),
      async (client) => {
        const connectionId = await connect(client);
        const before = client.provider.asked().length;

        await client.window.get('readConsentAgain', { connectionId });

        expect(client.provider.asked().slice(before)).toEqual([
          'discovery',
          'consent',
          'accounts',
          'token',
          'accounts',
        ]);
        expect(client.provider.broken()).toEqual([]);
      },
    ));

  it('[S34][S36] is refreshed with the new refresh token when the first new access token is refused too', () =>
    withClient(
      at(
        'accounts',
        onlyAt((count) => count === 2 || count === 3, isRefused),
      ),
      async (client) => {
        const connectionId = await connect(client);
        const before = client.provider.asked().length;

        await client.window.get('readConsentAgain', { connectionId });

        const asked = ['discovery', 'consent', 'accounts', 'token', 'accounts', 'token', 'accounts'];
        expect(client.provider.asked().slice(before)).toEqual(asked);
        expect(client.provider.broken()).toEqual([]);
      },
    ));

  it('[S33] is not asked with for ever: a token that is bound elsewhere ends in a refusal (RFC 8705 section 3)', () =>
    withClient(at('consent', isRefused), async ({ provider, recipient }) => {
      const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

      expect(provider.asked().slice(3)).toEqual(['token', 'consent', 'token', 'consent', 'token', 'consent']);
      expect(onScreen(flow.failure as Failure).what).toBe(SAYS.noConsent);
    }));

  it('[S34] is refreshed once though two readings were refused at the same time', () =>
    withClient(
      at(
        'consent',
        onlyAt((count) => count === 2 || count === 3, isRefused),
      ),
      async (client) => {
        const connectionId = await connect(client);

        await Promise.all([
          client.window.get('readConsentAgain', { connectionId }),
          client.window.get('readConsentAgain', { connectionId }),
        ]);

        expect(client.provider.asked().filter((endpoint) => endpoint === 'token')).toHaveLength(2);
        expect(client.provider.broken()).toEqual([]);
      },
    ));
});
