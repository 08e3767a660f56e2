import type { ServerMetadata as AuthorizationServer } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { endpoint, signedResponseMode } from '../../../main/oauth/discovery';
import { discover, whatIsMissing } from '../../../main/oauth/suitable-provider';
import { answering, jsonAnswer, METADATA } from './fake-http';

const TARGET = {
  providerName: 'A Bank',
  issuer: 'https://bank.example',
  authorizationDetailsType: 'fdx_v1.0',
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  issuerInAnswer: 'required',
  authorizationDetails: 'sent' as const,
  requestObject: 'as-announced',
  signingAlgorithm: 'ES256',
} as const;

const WITHOUT_ALIASES = { ...METADATA, mtls_endpoint_aliases: {} };

const MISSING: ReadonlyArray<{
  readonly lacks: string;
  readonly change: Readonly<Record<string, unknown>>;
  readonly because: string;
}> = [
  {
    lacks: 'authorization_endpoint over https',
    change: { authorization_endpoint: undefined },
    because: 'there is nowhere to send the person',
  },
  {
    lacks: 'authorization_endpoint over https',
    change: { authorization_endpoint: 'http://bank.example/authorize' },
    because: 'plain http can be read and changed on the way',
  },
  {
    lacks: 'authorization_endpoint over https',
    change: { authorization_endpoint: 'file:///etc/passwd' },
    because: 'the browser is handed web pages only',
  },
  {
    lacks: 'authorization_endpoint over https',
    change: { authorization_endpoint: '/authorize' },
    because: 'RFC 8414 section 2 wants a whole URL',
  },
  {
    lacks: 'token_endpoint over https',
    change: { token_endpoint: 'http://bank.example/token' },
    because: 'a code must not travel in the clear',
  },
  {
    lacks: 'token_endpoint over https',
    change: { mtls_endpoint_aliases: { token_endpoint: 'http://mtls.bank.example/token' } },
    because: 'the alias is what would be used',
  },
  {
    lacks: 'pushed_authorization_request_endpoint over https (RFC 9126)',
    change: { pushed_authorization_request_endpoint: undefined },
    because: 'FAPI 2.0 section 5.3.3 has no other way to ask',
  },
  {
    lacks: 'PKCE S256 (RFC 7636)',
    change: { code_challenge_methods_supported: ['plain'] },
    because: 'plain protects nothing',
  },
  {
    lacks: 'PKCE S256 (RFC 7636)',
    change: { code_challenge_methods_supported: undefined },
    because: 'RFC 8414 section 2: absent means that PKCE is not supported',
  },
  {
    lacks: 'self_signed_tls_client_auth (RFC 8705)',
    change: { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
    because: 'there is no secret to fall back to',
  },
  {
    lacks: 'iss in the authorization response (RFC 9207)',
    change: { authorization_response_iss_parameter_supported: false },
    because: 'answers of two banks could be mixed up',
  },
  {
    lacks: 'authorization_details of type fdx_v1.0 (RFC 9396)',
    change: { authorization_details_types_supported: ['payment_initiation'] },
    because: 'the consent request would mean nothing to it',
  },
];

describe('what a provider must have before anything is sent to it', () => {
  it('is all there at a FAPI 2.0 provider with FDX consents', () => {
    expect(whatIsMissing(METADATA, TARGET)).toEqual([]);
  });

  for (const { lacks, change, because } of MISSING) {
    it(`includes ${lacks}, because ${because}: ${JSON.stringify(change)}`, () => {
      const metadata = { ...WITHOUT_ALIASES, ...change } as AuthorizationServer;
      expect(whatIsMissing(metadata, TARGET)).toEqual([lacks]);
    });
  }

  it('does not include a list of authorization_details types, which is optional (RFC 9396 section 10)', () => {
    const { authorization_details_types_supported: _left, ...silent } = METADATA;
    expect(whatIsMissing(silent, TARGET)).toEqual([]);
  });

  it('is named all at once, so that a bank can fix it at once', () => {
    expect(whatIsMissing({ issuer: 'https://bank.example' }, TARGET)).toHaveLength(6);
  });
});

const WITH_ALIASES = { use_mtls_endpoint_aliases: true };

describe('the endpoint for a client with a certificate', () => {
  it('is the alias where there is one, and the plain one where there is none (RFC 8705 section 5)', () => {
    expect(endpoint(METADATA, 'token_endpoint', WITH_ALIASES)).toBe('https://mtls.bank.example/token');
    expect(endpoint(METADATA, 'revocation_endpoint', WITH_ALIASES)).toBe('https://bank.example/revoke');
    expect(endpoint({ issuer: 'https://bank.example' }, 'token_endpoint', WITH_ALIASES)).toBeUndefined();
  });
});

describe('discovery', () => {
  it('asks the well-known document of the issuer and nobody else (OpenID Connect Discovery section 4)', async () => {
    const http = answering(() => jsonAnswer(200, METADATA));

    expect(await discover(http, TARGET)).toMatchObject({ ok: true, value: METADATA });

    expect(http.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://bank.example/.well-known/openid-configuration',
    ]);
  });

  it.each([
    { issuer: 'https://bank.example/', because: 'a slash at the end' },
    { issuer: 'https://BANK.example', because: 'capital letters' },
    { issuer: 'https://bank.example:443', because: 'a port that needs no saying' },
    { issuer: 'https://evil.example', because: 'another host' },
    { issuer: 7, because: 'not even text' },
    { issuer: undefined, because: 'none at all' },
  ])('refuses an issuer that differs by $because (RFC 8414 section 3.3)', async ({ issuer }) => {
    const http = answering(() => jsonAnswer(200, { ...METADATA, issuer }));

    expect(await discover(http, TARGET)).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', stage: 'discovery', providerName: 'A Bank' },
    });
  });

  it.each([
    { answer: () => jsonAnswer(200, ['a list']), because: 'it is no object' },
    {
      answer: () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      because: 'it is cut off',
    },
    {
      answer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      because: 'it is a page',
    },
  ])('refuses metadata when $because', async ({ answer }) => {
    expect(await discover(answering(answer), TARGET)).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', stage: 'discovery' },
    });
  });

  it('asks the location of RFC 8414 where the OpenID one has nothing (RFC 8414 section 3)', async () => {
    const http = answering(({ url }) =>
      url.includes('oauth-authorization-server') ? jsonAnswer(200, METADATA) : jsonAnswer(404, {}),
    );

    expect(await discover(http, TARGET)).toMatchObject({ ok: true, value: METADATA });
    expect(http.calls.map(({ url }) => url)).toEqual([
      'https://bank.example/.well-known/openid-configuration',
      'https://bank.example/.well-known/oauth-authorization-server',
    ]);
  });

  it('looks nowhere else when the document names another issuer, or the provider is ill', async () => {
    for (const [status, body] of [
      [200, { ...METADATA, issuer: 'https://evil.example' }],
      [503, {}],
    ] as const) {
      const http = answering(() => jsonAnswer(status, body));

      expect(await discover(http, TARGET)).toMatchObject({ ok: false });
      expect(new Set(http.calls.map(({ url }) => url))).toEqual(
        new Set(['https://bank.example/.well-known/openid-configuration']),
      );
    }
  });

  it('takes a provider that cannot name itself only where its profile says so (RFC 9207 section 2.4)', async () => {
    const silent = { ...METADATA, authorization_response_iss_parameter_supported: undefined };
    const http = answering(() => jsonAnswer(200, silent));

    expect(await discover(http, TARGET)).toMatchObject({ ok: false, error: { kind: 'provider-unsuitable' } });
    expect(await discover(http, { ...TARGET, issuerInAnswer: 'may-be-missing' })).toMatchObject({ ok: true });
  });

  it('says which host could not be reached', async () => {
    const http = answering(() => ({ kind: 'unreachable', reason: 'not-found' }));

    expect(await discover(http, TARGET)).toEqual({
      ok: false,
      error: {
        kind: 'provider-unreachable',
        providerName: 'A Bank',
        host: 'bank.example',
        stage: 'discovery',
        reason: 'not-found',
      },
    });
  });
});

describe('an answer that is to be signed (JARM section 2.3)', () => {
  it.each([
    { modes: undefined, namesItself: true, mode: null, because: 'a plain answer names its issuer' },
    { modes: ['query', 'jwt'], namesItself: true, mode: null, because: 'a plain answer is enough' },
    { modes: ['jwt'], namesItself: true, mode: 'jwt', because: 'there is no plain answer' },
    { modes: ['query', 'jwt'], namesItself: false, mode: 'jwt', because: 'a plain answer names nobody' },
    { modes: ['query', 'query.jwt'], namesItself: false, mode: 'query.jwt', because: 'it goes by that name' },
    { modes: ['query', 'form_post.jwt'], namesItself: false, mode: null, because: 'we have no form to post' },
  ])('is asked for by $mode, because $because', ({ modes, namesItself, mode }) => {
    const metadata = {
      ...METADATA,
      ...(modes === undefined ? {} : { response_modes_supported: modes }),
      authorization_response_iss_parameter_supported: namesItself,
    };

    expect(signedResponseMode(metadata)).toBe(mode);
  });
});
