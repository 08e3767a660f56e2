import { describe, expect, it } from 'vitest';

import { callback, metadata } from '../helpers/faults';
import type { Fault, OwnFacts } from '../helpers/hostile-provider';
import { SAYS } from '../helpers/on-screen';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { CLIENT_ID } from '../helpers/right-provider';
import { runScreenCases, type ScreenCase, withClient } from '../helpers/screen-case';
import { signedJwt, type Signing } from '../helpers/signed-jwt';

const BEFORE = ['discovery', 'par'] as const;
const SIGNED = ['discovery', 'par', 'jwks'] as const;
const AFTER = ['token', 'consent', 'accounts'] as const;

const PLAIN: readonly ScreenCase[] = [
  {
    shows: ['S20'],
    does: 'sends the browser back in the name of another issuer (RFC 9207 section 2.4)',
    fault: callback((query) => query.set('iss', 'https://honest-bank.example')),
    asked: BEFORE,
    says: SAYS.otherIssuer,
    technical: 'RFC 9207 2.4',
  },
  {
    shows: ['S20'],
    does: 'sends the browser back without its name',
    fault: callback((query) => query.delete('iss')),
    asked: BEFORE,
    says: SAYS.otherIssuer,
  },
  {
    shows: ['S19', 'S21'],
    does: 'sends two states (RFC 6749 section 3.1)',
    fault: callback((query) => query.append('state', 'another')),
    asked: BEFORE,
    says: SAYS.otherAnswer,
  },
  {
    shows: ['S21'],
    does: 'sends two codes (RFC 6749 section 3.1)',
    fault: callback((query) => query.append('code', 'another')),
    asked: BEFORE,
    says: SAYS.otherAnswer,
  },
  {
    shows: ['S21'],
    does: 'sends a code and an error',
    fault: callback((query) => query.set('error', 'access_denied')),
    asked: BEFORE,
    says: SAYS.otherAnswer,
  },
  {
    shows: ['S21'],
    does: 'sends an empty code',
    fault: callback((query) => query.set('code', '')),
    asked: BEFORE,
    says: SAYS.malformed,
  },
  {
    shows: ['S22'],
    does: 'says that the person declined',
    fault: callback((query) => {
      query.delete('code');
      query.set('error', 'access_denied');
    }),
    asked: BEFORE,
    says: SAYS.declined,
  },
  {
    shows: ['S24'],
    does: 'ends the sign-in with an error in its own words',
    fault: callback((query) => {
      query.delete('code');
      query.set('error', 'server_error');
      query.set('error_description', 'Down\u202E for\u0007tea');
    }),
    asked: BEFORE,
    says: SAYS.noSignIn,
    quotes: 'It said: “Down for tea”',
  },
  {
    shows: ['S21'],
    does: 'sends parameters that nobody has heard of (RFC 6749 section 4.1.2)',
    fault: callback((query) => query.set('session_state', 'x'.repeat(500))),
    asked: [...BEFORE, ...AFTER],
    says: null,
  },
];

/** Answers by a JWT, as it should be but for a change. @see JARM section 2.4 */
function signedAnswer(
  change: (own: OwnFacts) => Readonly<Record<string, unknown>> = () => ({}),
  signing: Signing = 'right',
): Fault {
  const signs = metadata(() => ({
    response_modes_supported: ['query', 'jwt'],
    authorization_response_iss_parameter_supported: undefined,
    authorization_signing_alg_values_supported: ['ES256', 'RS256', 'HS256', 'none'],
  }));
  const back = callback((query, own) => {
    const plain = Object.fromEntries(query);
    for (const name of Object.keys(plain)) query.delete(name);
    const exp = Math.floor(Date.now() / 1000) + 300;
    const claims = { ...plain, iss: own.issuer, aud: CLIENT_ID, exp, ...change(own) };
    query.set('response', signedJwt(claims, signing));
  });
  return { ...signs, ...back };
}

const past = () => ({ exp: Math.floor(Date.now() / 1000) - 3600 });

const BY_JWT: readonly ScreenCase[] = [
  {
    shows: ['S20'],
    does: 'answers as it should',
    fault: signedAnswer(),
    asked: [...SIGNED, ...AFTER],
    says: null,
  },
  ...(
    [
      ['is signed by a stranger', 'stranger', SIGNED],
      ['was changed after it was signed', 'tampered', SIGNED],
      ['is not signed', 'none', BEFORE],
      ['is signed with RS256 (FAPI 2.0 section 5.4)', 'RS256', BEFORE],
      ['is signed with the public key as a secret (RFC 8725 section 2.1)', 'HS256', BEFORE],
      ['brings the key that it was signed with (RFC 8725 section 3.10)', 'own-jwk', SIGNED],
    ] as const
  ).map(
    ([does, signing, asked]): ScreenCase => ({
      shows: ['S20'],
      does,
      fault: signedAnswer(() => ({}), signing),
      asked,
      says: SAYS.signature,
    }),
  ),
  ...(
    [
      ['has another issuer', () => ({ iss: 'https://honest-bank.example' }), SAYS.otherIssuer],
      ['has no issuer', () => ({ iss: undefined }), SAYS.otherIssuer],
      ['is for another client', () => ({ aud: 'somebody-else' }), SAYS.otherAnswer],
      ['is for nobody', () => ({ aud: undefined }), SAYS.otherAnswer],
      ['has ended', past, SAYS.otherAnswer],
      ['never ends', () => ({ exp: undefined }), SAYS.otherAnswer],
    ] as const
  ).map(
    ([does, change, says]): ScreenCase => ({
      shows: ['S20'],
      does,
      fault: signedAnswer(change),
      asked: BEFORE,
      says,
    }),
  ),
  {
    shows: ['S20'],
    does: 'comes without a signature, though one was asked for',
    fault: { ...signedAnswer(), sendsBack: (right) => right.href },
    asked: BEFORE,
    says: SAYS.signature,
    technical: 'JARM 2.3',
  },
];

describe('a provider that sends the browser back wrongly', () => runScreenCases(PLAIN));

describe('a provider whose signed answer', () => runScreenCases(BY_JWT));

/** What comes to the waiting place and does not carry our state. @see ADR 0017 */
const FOREIGN: ReadonlyArray<{
  readonly is: string;
  readonly fault?: Fault;
  readonly forge: (right: URL) => string;
}> = [
  { is: 'an error', forge: () => '?error=access_denied&state=guessed' },
  { is: 'a code with another state', forge: (right) => `?code=stolen&state=x&iss=${issuerOf(right)}` },
  { is: 'a code without a state', forge: (right) => `?code=stolen&iss=${issuerOf(right)}` },
  {
    is: 'the right code with another state',
    forge: (right) => right.search.replace(/state=[^&]*/, 'state=x'),
  },
  { is: 'two codes', forge: () => '?code=a&code=b&state=x' },
  { is: 'a code beside an error', forge: () => '?code=a&error=access_denied&state=x' },
  { is: 'nothing', forge: () => '' },
  {
    is: 'a signed answer of a stranger with another state',
    fault: signedAnswer(),
    forge: () => `?response=${signedJwt({ code: 'a', state: 'x' }, 'stranger')}`,
  },
  {
    is: 'a well signed answer to another request',
    fault: signedAnswer(),
    forge: () => `?response=${signedJwt({ code: 'a', state: 'x' })}`,
  },
  {
    is: 'a plain code where a signed answer was asked for',
    fault: signedAnswer(),
    forge: () => '?code=a&state=x',
  },
  { is: 'no JWT at all', fault: signedAnswer(), forge: () => '?response=hello' },
];

function issuerOf(right: URL): string {
  return encodeURIComponent(right.searchParams.get('iss') ?? '');
}

describe('what another page puts into the person’s browser', () => {
  for (const { is, fault = {}, forge } of FOREIGN) {
    it(`[S19][S22][S23] as ${is} changes nothing but a count, and the bank’s own answer is used, once`, () =>
      withClient(fault, async ({ provider, recipient }) => {
        const counts: number[] = [];
        const flow = await recipient.giveConsent(TUTORIAL_REQUEST, async (page) => {
          const right = new URL((await provider.person(page)) ?? '');
          const forged = await fetch(`${right.origin}${right.pathname}${forge(right)}`);
          expect(await forged.text()).toContain('This answer is not expected');
          const waiting = recipient.services.flows.get(recipient.lastFlowId());
          if (waiting.ok) counts.push(waiting.value.foreignAnswers);
          return right.href;
        });

        expect(flow).toMatchObject({ phase: 'done', failure: null });
        expect(counts).toEqual([1]);
        expect(provider.asked().filter((endpoint) => endpoint === 'token')).toHaveLength(1);
      }));
  }
});
