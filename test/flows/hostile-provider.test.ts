import { describe, expect, it } from 'vitest';

import { expectOf } from '../helpers/hostile-case';
import type { HostileCase } from '../helpers/hostile-case';
import { hostileProvider } from '../helpers/hostile-provider';
import type { Fault, OwnFacts } from '../helpers/hostile-provider';
import { oauthError, withMembers, withStatus, withText } from '../helpers/provider-answer';
import type { Answer } from '../helpers/provider-answer';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';

/** Changes members of the metadata. */
function metadata(change: (own: OwnFacts) => Readonly<Record<string, unknown>>): Fault {
  return { answers: { discovery: (right, own) => withMembers(change(own))(right) } };
}

function par(change: (right: Answer) => Answer): Fault {
  return { answers: { par: change } };
}

/** Changes the query of the address that the browser is sent back to. */
function callback(change: (query: URLSearchParams) => void): Fault {
  return {
    sendsBack: (right) => {
      const back = new URL(right);
      change(back.searchParams);
      return back.href;
    },
  };
}

const misbehaved = (stage: 'discovery' | 'par' | 'authorize') =>
  ({ kind: 'provider-misbehaved', providerName: 'Hostile Bank', stage }) as const;
const unsuitable = (missing: string) => ({ kind: 'provider-unsuitable', missing: [missing] }) as const;

type Named = Omit<HostileCase, 'asked'>;

const AT_DISCOVERY: readonly Named[] = [
  {
    does: 'is another issuer by a slash at the end',
    because: 'RFC 8414 section 3.3 compares character by character',
    fault: metadata(({ issuer }) => ({ issuer: `${issuer}/` })),
    failure: misbehaved('discovery'),
  },
  {
    does: 'speaks for another issuer',
    because: 'RFC 8414 section 6.2: it would be impersonating that one',
    fault: metadata(() => ({ issuer: 'https://honest-bank.example' })),
    failure: misbehaved('discovery'),
  },
  {
    does: 'shows a web page in place of metadata',
    because: 'HTML is never parsed',
    fault: { answers: { discovery: withText('<!doctype html><title>Welcome</title>', 'text/html') } },
    failure: misbehaved('discovery'),
  },
  {
    does: 'redirects to its metadata',
    because: 'RFC 9700 section 4.12: no redirect is followed',
    fault: {
      answers: {
        discovery: (right, { issuer }) => withStatus(302, { location: `${issuer}/register` })(right),
      },
    },
    failure: misbehaved('discovery'),
  },
  {
    does: 'has no pushed authorization requests',
    because: 'FAPI 2.0 section 5.3.3: there is no fallback to the front channel',
    fault: metadata(({ mtlsOrigin }) => ({
      pushed_authorization_request_endpoint: undefined,
      mtls_endpoint_aliases: { token_endpoint: `${mtlsOrigin}/token` },
    })),
    failure: unsuitable('pushed_authorization_request_endpoint over https (RFC 9126)'),
  },
  {
    does: 'wants the person sent over plain http',
    because: 'FAPI 2.0 section 5.2.1: TLS everywhere',
    fault: metadata(() => ({ authorization_endpoint: 'http://bank.example/authorize' })),
    failure: unsuitable('authorization_endpoint over https'),
  },
  {
    does: 'wants a script opened in the browser',
    because: 'Electron security checklist, item 15',
    fault: metadata(() => ({ authorization_endpoint: 'javascript:alert(1)' })),
    failure: unsuitable('authorization_endpoint over https'),
  },
  {
    does: 'knows only plain PKCE',
    because: 'RFC 7636 section 4.2: S256 is mandatory to implement',
    fault: metadata(() => ({ code_challenge_methods_supported: ['plain'] })),
    failure: unsuitable('PKCE S256 (RFC 7636)'),
  },
  {
    does: 'does not name itself in its answers',
    because: 'RFC 9207: without iss, answers of two banks can be mixed up',
    fault: metadata(() => ({ authorization_response_iss_parameter_supported: undefined })),
    failure: unsuitable('iss in the authorization response (RFC 9207)'),
  },
  {
    does: 'sends more metadata than anybody needs',
    because: 'CWE-400: the size is capped before it is parsed',
    fault: metadata(() => ({ padding: 'x'.repeat(1_000_001) })),
    failure: { ...misbehaved('discovery'), rule: 'an answer holds at most 1000000 bytes' },
  },
];

const AT_PAR: readonly Named[] = [
  {
    does: 'answers 200 to a pushed request',
    because: 'RFC 9126 section 2.2: 201 it is',
    fault: par(withStatus(200)),
    failure: misbehaved('par'),
  },
  {
    does: 'gives no request_uri',
    because: 'RFC 9126 section 2.2',
    fault: par(withMembers({ request_uri: undefined })),
    failure: misbehaved('par'),
  },
  {
    does: 'gives a request_uri that ended before it began',
    because: 'RFC 9126 section 2.2: expires_in is a positive integer',
    fault: par(withMembers({ expires_in: 0 })),
    failure: misbehaved('par'),
  },
  {
    does: 'asks for the pushed request to be sent elsewhere',
    because: 'RFC 9700 section 4.12: a POST is never replayed',
    fault: {
      answers: {
        par: (right, { mtlsOrigin }) => withStatus(307, { location: `${mtlsOrigin}/token` })(right),
      },
    },
    failure: misbehaved('par'),
  },
  {
    does: 'refuses in a text that is long, turned around and in control characters',
    because: 'a provider’s text is shown cut, plain and as text',
    fault: par(oauthError(400, 'invalid_request', `\u202Eevil\u0000\u001B[2J${'x'.repeat(5000)}`)),
    failure: {
      kind: 'provider-refused',
      status: 400,
      code: 'invalid_request',
      description: expect.stringMatching(/^evil \[2Jx{291}…$/) as string,
    },
  },
];

const AT_THE_BROWSER: readonly Named[] = [
  {
    does: 'sends the browser back with another state',
    because: 'RFC 6749 section 10.12: the answer may be somebody else’s',
    fault: callback((query) => query.set('state', 'of-somebody-else')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends the browser back without a state',
    because: 'RFC 6749 section 10.12',
    fault: callback((query) => query.delete('state')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends the browser back in the name of another issuer',
    because: 'RFC 9207 section 2.4: a mix-up',
    fault: callback((query) => query.set('iss', 'https://honest-bank.example')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends the browser back without its name',
    because: 'RFC 9207 section 2.4: it said that it would give it',
    fault: callback((query) => query.delete('iss')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends two states',
    because: 'RFC 6749 section 3.1: no parameter twice',
    fault: callback((query) => query.append('state', 'another')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends two codes',
    because: 'RFC 6749 section 3.1: no parameter twice',
    fault: callback((query) => query.append('code', 'another')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends a code and an error',
    because: 'RFC 6749 section 4.1.2: one or the other',
    fault: callback((query) => query.set('error', 'access_denied')),
    failure: misbehaved('authorize'),
  },
  {
    does: 'sends an empty code',
    because: 'RFC 6749 section 4.1.2',
    fault: callback((query) => query.set('code', '')),
    failure: misbehaved('authorize'),
  },
];

const STAGES = [
  { name: 'in its metadata', cases: AT_DISCOVERY, asked: ['discovery'] },
  { name: 'at the pushed request', cases: AT_PAR, asked: ['discovery', 'par'] },
  { name: 'in the browser', cases: AT_THE_BROWSER, asked: ['discovery', 'par'] },
] as const;

for (const { name, cases, asked } of STAGES) {
  describe(`the flow stops, and nothing further is asked, at a provider that is wrong ${name}`, () => {
    for (const one of cases) {
      it(`one that ${one.does} (${one.because})`, () => expectOf({ ...one, asked }));
    }
  });
}

describe('an error that somebody else put into the person’s browser', () => {
  it('does not end the waiting, and the bank’s own answer is still taken (RFC 9207 section 2.3)', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider);

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, async (page) => {
      const right = await provider.person(page);
      const forged = new URL(right ?? '');
      forged.search = '?error=access_denied&state=guessed&iss=https%3A%2F%2Fhonest-bank.example';
      expect((await fetch(forged)).status).toBe(200);
      expect(recipient.services.flows.get(recipient.lastFlowId())).toMatchObject({
        value: { phase: 'at-provider' },
      });
      return right;
    });

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    await recipient.close();
  });
});
