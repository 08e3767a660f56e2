import { describe, expect, it } from 'vitest';

import type { TlsProblem } from '../../preload/contract/failure';
import { expectOf, runAgainst } from '../helpers/hostile-case';
import type { HostileCase } from '../helpers/hostile-case';
import { hostileProvider } from '../helpers/hostile-provider';
import type { Fault } from '../helpers/hostile-provider';
import { oauthError, withMembers, withStatus, withText } from '../helpers/provider-answer';
import type { Answer } from '../helpers/provider-answer';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import type { Endpoint } from '../helpers/right-provider';

const TO_THE_TOKEN = ['discovery', 'par', 'token'] as const;
const TO_THE_CONSENT = [...TO_THE_TOKEN, 'consent'] as const;
const TO_THE_ACCOUNTS = [...TO_THE_CONSENT, 'accounts'] as const;

function at(endpoint: Endpoint, change: (right: Answer) => Answer | 'hang-up'): Fault {
  return { answers: { [endpoint]: change } };
}

/** The request of the tests with another member, as granted. */
function granted(change: Readonly<Record<string, unknown>>, type = 'fdx_v1.0'): readonly unknown[] {
  return [{ type, consentRequest: { ...TUTORIAL_REQUEST[0].consentRequest, ...change } }];
}

const misbehaved = (stage: 'token' | 'consent' | 'accounts') =>
  ({ kind: 'provider-misbehaved', providerName: 'Hostile Bank', stage }) as const;

const TOKEN_ANSWERS: readonly HostileCase[] = [
  {
    does: 'gives tokens of another kind',
    because: 'RFC 6750: Bearer is all this client can use',
    fault: at('token', withMembers({ token_type: 'mac' })),
    asked: TO_THE_TOKEN,
    failure: misbehaved('token'),
  },
  {
    does: 'spells Bearer its own way',
    because: 'RFC 6749 section 5.1: token_type is case insensitive',
    fault: at('token', withMembers({ token_type: 'bEARER' })),
    asked: TO_THE_ACCOUNTS,
    failure: null,
  },
  {
    does: 'puts a line break into the access token',
    because: 'RFC 6750 section 2.1: it would become a header of its own',
    fault: at('token', withMembers({ access_token: 'abc\r\nx-evil: 1' })),
    asked: TO_THE_TOKEN,
    failure: misbehaved('token'),
  },
  {
    does: 'names a consent that is a path upwards',
    because: 'the id stands in a path',
    fault: at('token', withMembers({ grant_id: '../accounts' })),
    asked: TO_THE_TOKEN,
    failure: misbehaved('token'),
  },
  {
    does: 'names no consent',
    because: 'lawful: then authorization_details tell what was granted, and the consent is not asked for',
    fault: at('token', withMembers({ grant_id: undefined })),
    asked: [...TO_THE_TOKEN, 'accounts'],
    failure: null,
  },
  {
    does: 'names the consent fdxConsentId',
    because: 'FDX 6: it is seen in the field',
    fault: {
      answers: {
        token: (right, { grantId }) => withMembers({ grant_id: undefined, fdxConsentId: grantId })(right),
      },
    },
    asked: TO_THE_ACCOUNTS,
    failure: null,
  },
  {
    does: 'grants a longer look back than was asked for',
    because: 'RFC 9396 section 7: the person did not agree to it, so the tokens are given back',
    fault: at('token', withMembers({ authorization_details: granted({ lookbackPeriod: 61 }) })),
    asked: [...TO_THE_TOKEN, 'revocation'],
    failure: { ...misbehaved('token'), detail: 'wider: lookbackPeriod 61' },
  },
  {
    does: 'grants something of another type',
    because: 'RFC 9396 section 7: an unknown type is no permission',
    fault: at('token', withMembers({ authorization_details: granted({}, 'payment_initiation') })),
    asked: [...TO_THE_TOKEN, 'revocation'],
    failure: misbehaved('token'),
  },
  {
    does: 'does not repeat what was granted',
    because: 'the consent itself tells',
    fault: at('token', withMembers({ authorization_details: undefined })),
    asked: TO_THE_ACCOUNTS,
    failure: null,
  },
  {
    does: 'does not say how long the token lasts',
    because: 'RFC 6749 section 5.1: expires_in is only recommended',
    fault: at('token', withMembers({ expires_in: undefined })),
    asked: TO_THE_ACCOUNTS,
    failure: null,
  },
  {
    does: 'says that the token lasts longer than the sun',
    because: 'an absurd number does no harm',
    fault: at('token', withMembers({ expires_in: 1e300 })),
    asked: TO_THE_ACCOUNTS,
    failure: null,
  },
  {
    does: 'says that the code is not good',
    because: 'RFC 6749 section 5.2: the code is not sent again',
    fault: at('token', oauthError(400, 'invalid_grant', 'grant request is invalid')),
    asked: TO_THE_TOKEN,
    failure: { kind: 'provider-refused', stage: 'token', status: 400, code: 'invalid_grant' },
  },
  {
    does: 'breaks the connection over the code',
    because: 'RFC 6749 section 4.1.2: a code is sent once',
    fault: at('token', () => 'hang-up'),
    asked: TO_THE_TOKEN,
    failure: { kind: 'provider-unreachable', stage: 'token', reason: 'reset' },
  },
  {
    does: 'sends the code on to another place',
    because: 'RFC 9700 section 4.12: a POST is never replayed',
    fault: at('token', withStatus(307, { location: 'https://127.0.0.1:1/token' })),
    asked: TO_THE_TOKEN,
    failure: misbehaved('token'),
  },
];

const FDX_ANSWERS: readonly HostileCase[] = [
  {
    does: 'shows another consent',
    because: 'its id is the grant_id of the token answer',
    fault: at('consent', withMembers({ id: 'of-somebody-else' })),
    asked: TO_THE_CONSENT,
    failure: misbehaved('consent'),
  },
  {
    does: 'shows a web page in place of the consent',
    because: 'HTML is never parsed nor shown',
    fault: at('consent', withText('<script>alert(1)</script>', 'text/html')),
    asked: TO_THE_CONSENT,
    failure: misbehaved('consent'),
  },
  {
    does: 'nests the consent a thousand deep',
    because: 'CWE-674: depth is counted before parsing',
    fault: at('consent', withText(`{"id":${'['.repeat(1000)}${']'.repeat(1000)}}`)),
    asked: TO_THE_CONSENT,
    failure: misbehaved('consent'),
  },
  {
    does: 'knows a status that FDX does not',
    because: 'unknown is not ACTIVE, so no accounts are read',
    fault: at('consent', withMembers({ status: 'PAUSED' })),
    asked: TO_THE_CONSENT,
    failure: null,
  },
  {
    does: 'does not know the token',
    because: 'RFC 6750 section 3.1: one refresh, one more try, and then its reason is told',
    fault: at('consent', withStatus(401, { 'www-authenticate': 'Bearer error="invalid_token"' })),
    asked: [...TO_THE_CONSENT, 'token', 'consent'],
    failure: { kind: 'provider-refused', stage: 'consent', status: 401, code: 'invalid_token' },
  },
  {
    does: 'sends the token on to another place',
    because: 'RFC 9700 section 4.9: it goes to URLs below the FDX base only',
    fault: at('accounts', withStatus(302, { location: 'https://127.0.0.1:1/accounts' })),
    asked: TO_THE_ACCOUNTS,
    failure: { kind: 'provider-misbehaved', stage: 'accounts', breach: 'redirected' },
  },
  {
    does: 'has accounts that are no list',
    because: 'FDX Core API',
    fault: at('accounts', withMembers({ accounts: { length: 3 } })),
    asked: TO_THE_ACCOUNTS,
    failure: misbehaved('accounts'),
  },
  {
    does: 'refuses the accounts in the words of FDX',
    because: 'the code is what a person can look up',
    fault: at('accounts', (right) => ({
      ...withText('{"code":"602","message":"Customer not authorized"}')(right),
      status: 403,
    })),
    asked: TO_THE_ACCOUNTS,
    failure: { kind: 'provider-refused', stage: 'accounts', status: 403, code: '602' },
  },
];

describe('at a provider whose token answer is odd', () => {
  for (const one of TOKEN_ANSWERS) it(`one that ${one.does} (${one.because})`, () => expectOf(one));
});

describe('at a provider whose FDX answers are odd', () => {
  for (const one of FDX_ANSWERS) it(`one that ${one.does} (${one.because})`, () => expectOf(one));

  it('one that granted more than the token answer said: the consent is shown as wider than asked for', () =>
    runAgainst(at('consent', withMembers({ lookbackPeriod: 999 })), async ({ flow, window }) => {
      const detail = await window.get('getConsent', { connectionId: flow.connectionId ?? '' });
      expect(detail.differences).toMatchObject([
        { what: 'lookbackPeriod', requested: '60', granted: '999', direction: 'wider' },
      ]);
    }));

  it('one that hides members for JavaScript in its JSON: no object learns anything from it', () =>
    runAgainst(
      at(
        'accounts',
        withText('{"__proto__":{"polluted":1},"accounts":[{"accountId":"a","__proto__":{"nickname":"x"}}]}'),
      ),
      async ({ flow, window }) => {
        const detail = await window.get('getConsent', { connectionId: flow.connectionId ?? '' });
        expect(detail.accounts).toMatchObject([{ accountId: 'a', name: 'a' }]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      },
    ));
});

const CERTIFICATES: ReadonlyArray<{
  readonly what: string;
  readonly problem: TlsProblem;
  readonly fault: Fault;
}> = [
  { what: 'has expired', problem: 'expired', fault: { certificate: { endsInDays: -1 } } },
  { what: 'is not good yet', problem: 'not-yet-valid', fault: { certificate: { beginsInDays: 1 } } },
  { what: 'is for another host', problem: 'other-name', fault: { certificate: { ip: '127.0.0.9' } } },
  { what: 'was made by nobody we trust', problem: 'unknown-authority', fault: { isImpostor: true } },
  {
    what: 'comes with TLS 1.1',
    problem: 'old-version',
    fault: { tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } },
  },
];

describe('a provider that cannot prove who it is gets no request at all', () => {
  for (const { what, problem, fault } of CERTIFICATES) {
    it(`when its certificate ${what} (BCP 195)`, async () => {
      const provider = await hostileProvider(fault);
      const recipient = await startRecipient(provider);

      expect(await recipient.services.openSandbox()).toMatchObject({
        ok: false,
        error: { kind: 'no-secure-connection', stage: 'registration', problem },
      });
      expect(provider.requests()).toEqual([]);
      await recipient.close();
    });
  }
});
