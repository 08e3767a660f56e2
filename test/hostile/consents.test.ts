import { describe, expect, it } from 'vitest';

import { at, onlyAt } from '../helpers/faults';
import type { Fault } from '../helpers/hostile-provider';
import { onScreen, SAYS } from '../helpers/on-screen';
import { json, type JsonObject, withMembers, withStatus, withText } from '../helpers/provider-answer';
import { connect, runScreenCases, type ScreenCase, withClient } from '../helpers/screen-case';

const TOKEN = ['discovery', 'par', 'token'] as const;
const CONSENT = [...TOKEN, 'consent'] as const;
const ACCOUNTS = [...CONSENT, 'accounts'] as const;

/** Accounts whose pages, counted from 1, lead on as they say. */
function pagesOf(more: (count: number) => JsonObject): Fault {
  let count = 0;
  return at('accounts', (right) => {
    count += 1;
    return withMembers(more(count))(right);
  });
}

const CASES: readonly ScreenCase[] = [
  {
    shows: ['S37'],
    does: 'shows another consent',
    fault: at('consent', withMembers({ id: 'of-somebody-else' })),
    asked: CONSENT,
    says: SAYS.otherConsent,
  },
  {
    shows: ['S37'],
    does: 'knows a status that FDX does not: it is not active, so no accounts are read',
    fault: at('consent', withMembers({ status: 'ALMOST_ACTIVE' })),
    asked: CONSENT,
    says: null,
  },
  {
    shows: ['S47'],
    does: 'shows a page in place of the consent',
    fault: at('consent', withText('<script>alert(1)</script>', 'text/html')),
    asked: CONSENT,
    says: SAYS.notJson,
  },
  {
    shows: ['S45'],
    does: 'nests the consent a thousand deep (CWE-674)',
    fault: at('consent', withText(`{"id":${'['.repeat(1000)}${']'.repeat(1000)}}`)),
    asked: CONSENT,
    says: SAYS.oversized,
    technical: 'at most 32 deep',
  },
  {
    shows: ['S25'],
    does: 'refuses the consent without a word',
    fault: at('consent', () => ({ status: 403, headers: {}, body: '' })),
    asked: CONSENT,
    says: SAYS.noConsent,
    technical: 'HTTP 403',
  },
  {
    shows: ['S10', 'S31'],
    does: 'sends the token on to another place (RFC 9700 section 4.9)',
    fault: at('accounts', withStatus(302, { location: 'https://127.0.0.1:1/accounts' })),
    asked: ACCOUNTS,
    says: SAYS.redirected,
    technical: 'HTTP 302',
  },
  {
    shows: ['S24'],
    does: 'refuses the accounts in the words of FDX',
    fault: at('accounts', () => json(403, { code: '602', message: 'Customer\u0000not authorized' })),
    asked: ACCOUNTS,
    says: SAYS.noAccounts,
    technical: '602',
    quotes: 'It said: “Customer not authorized”',
  },
  {
    shows: ['S32'],
    does: 'has its accounts on two pages, by a key (FDX API 6.3)',
    fault: () => pagesOf((count) => (count === 1 ? { page: { nextPageKey: 'pk_2' } } : {})),
    asked: [...ACCOUNTS, 'accounts'],
    says: null,
  },
  {
    shows: ['S32', 'S31'],
    does: 'has the second page of its accounts at another host (RFC 9700 section 4.9)',
    fault: () => pagesOf(() => ({ links: { next: { href: 'https://127.0.0.1:1/accounts?offset=2' } } })),
    asked: ACCOUNTS,
    says: SAYS.redirected,
  },
  {
    shows: ['S32'],
    does: 'has a next page that is the one before',
    fault: () => pagesOf(() => ({ page: { nextOffset: 'same' } })),
    asked: [...ACCOUNTS, 'accounts'],
    says: SAYS.oversized,
  },
  {
    shows: ['S32'],
    does: 'has pages without an end',
    fault: () => pagesOf((count) => ({ page: { nextOffset: String(count) } })),
    asked: [...CONSENT, ...Array.from({ length: 50 }, () => 'accounts' as const)],
    says: SAYS.oversized,
  },
  {
    shows: ['S39'],
    does: 'has accounts that are no list',
    fault: at('accounts', withMembers({ accounts: { length: 3 } })),
    asked: ACCOUNTS,
    says: SAYS.malformed,
  },
  {
    shows: ['S45'],
    does: 'sends more than ten million bytes of accounts (CWE-400)',
    fault: at('accounts', withMembers({ padding: 'x'.repeat(10_000_001) })),
    asked: ACCOUNTS,
    says: SAYS.oversized,
    technical: 'at most 10000000 bytes',
  },
  {
    shows: ['S50'],
    does: 'is busy once with the accounts',
    fault: () =>
      at(
        'accounts',
        onlyAt((count) => count === 1, withStatus(429, { 'retry-after': '1' })),
      ),
    asked: [...ACCOUNTS, 'accounts'],
    says: null,
  },
  {
    shows: ['S50'],
    does: 'has a gateway that never finds the accounts',
    fault: at('accounts', () => ({ status: 504, headers: {}, body: '' })),
    asked: [...ACCOUNTS, 'accounts', 'accounts'],
    says: SAYS.noAccounts,
    technical: 'HTTP 504',
  },
  {
    shows: ['S39'],
    does: 'says by 206 that something is missing (FDX)',
    fault: at('accounts', withStatus(206)),
    asked: ACCOUNTS,
    says: null,
  },
];

describe('a provider whose FDX answers are wrong', () => runScreenCases(CASES));

describe('what is shown of a grant that differs', () => {
  it('[S37] one that looks back further than was asked for is shown as wider', () =>
    withClient(at('consent', withMembers({ lookbackPeriod: 999 })), async (client) => {
      const connectionId = await connect(client);
      const { differences } = await client.window.get('getConsent', { connectionId });
      expect(differences).toMatchObject([{ what: 'lookbackPeriod', granted: '999', direction: 'wider' }]);
    }));

  it('[S27] scopes that nobody asked for are shown as wider (RFC 6749 section 3.3)', () =>
    withClient(
      at('token', withMembers({ scope: 'fdx:accountdetailed:read payments:write' })),
      async (client) => {
        const connectionId = await connect(client);
        const { differences } = await client.window.get('getConsent', { connectionId });
        expect(differences).toMatchObject([{ what: 'scope', granted: 'payments:write', direction: 'wider' }]);
      },
    ));
});

describe('a provider that is asked to end a consent', () => {
  const STOPPING = [
    {
      does: 'refuses, but takes the tokens back (RFC 7009)',
      fault: at('consent-revocation', () => ({ status: 404, headers: {}, body: '' })),
      asked: ['discovery', 'consent-revocation', 'revocation', 'revocation'],
      confirmed: false,
    },
    {
      does: 'says that it had ended already (FDX: 409)',
      fault: at('consent-revocation', () => json(409, { code: '409', message: 'revoked' })),
      asked: ['discovery', 'consent-revocation', 'consent', 'revocation', 'revocation'],
      confirmed: true,
    },
    {
      does: 'names no consent: its tokens are all that can be taken back',
      fault: at('token', withMembers({ grant_id: undefined })),
      asked: ['discovery', 'revocation', 'revocation'],
      confirmed: true,
    },
  ] as const;

  for (const { does, fault, asked, confirmed } of STOPPING) {
    it(`[S53] one that ${does}: the tokens are gone here, and it is said what it confirmed`, () =>
      withClient(fault, async (client) => {
        const connectionId = await connect(client);
        const before = client.provider.asked().length;

        const { confirmedByProvider, detail } = await client.window.get('revokeConsent', { connectionId });

        expect(client.provider.asked().slice(before)).toEqual(asked);
        expect(confirmedByProvider).toBe(confirmed);
        expect(detail).toMatchObject({ status: 'REVOKED', access: 'not-held' });
        expect(client.provider.broken()).toEqual([]);
      }));
  }

  it('[S53] one that will not hear of it at all: nothing changes here, and it can be tried again', () => {
    const refuses = () => ({ status: 500, headers: {}, body: '' });
    return withClient({ answers: { 'consent-revocation': refuses, revocation: refuses } }, async (client) => {
      const connectionId = await connect(client);

      const reply = await client.window.ask('revokeConsent', { connectionId });

      expect(reply.ok ? null : onScreen(reply.error).what).toBe(SAYS.notEnded);
      const held = client.recipient.services.vault.tokens.get(connectionId);
      expect(held.ok && held.value !== null).toBe(true);
    });
  });
});

describe('what a provider shows beyond what it said', () => {
  it('[S37] as a consent that is wider than its token answer is marked as wider than asked for', () =>
    withClient(at('consent', withMembers({ lookbackPeriod: 999 })), async (client) => {
      const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

      expect(detail.differences).toMatchObject([
        { what: 'lookbackPeriod', requested: '60', granted: '999', direction: 'wider' },
      ]);
    }));

  it('[S40] as members for JavaScript is learnt by no object (CWE-1321)', () =>
    withClient(
      at(
        'accounts',
        withText('{"__proto__":{"polluted":1},"accounts":[{"accountId":"a","__proto__":{"nickname":"x"}}]}'),
      ),
      async (client) => {
        const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

        expect(detail.accounts).toMatchObject([{ accountId: 'a', name: 'a' }]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      },
    ));
});
