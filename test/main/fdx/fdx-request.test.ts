import { describe, expect, it } from 'vitest';

import { callFdx, type FdxCall } from '../../../main/fdx/fdx-request';
import { allScopes, scopesFor } from '../../../main/fdx/scopes';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import { answering, jsonAnswer } from '../oauth/fake-http';
import { vector } from './vector';

const CALL: FdxCall = { method: 'GET', path: ['consents', 'c1'], stage: 'consent', maxBytes: 100 };

function ask(
  answer: Parameters<typeof answering>[0],
  call: Partial<FdxCall> = {},
  baseUrl = 'https://api.bank.example/fdx/v6',
) {
  const http = answering(answer);
  let id = 0;
  const newInteractionId = () => `interaction-${(id += 1)}`;
  const api = {
    http,
    providerName: 'A Bank',
    baseUrl,
    accessToken: 'the-token',
    dpop: null,
    newInteractionId,
  };
  return { http, result: callFdx(api, { ...CALL, ...call }) };
}

const GOOD = () => jsonAnswer(200, { id: 'c1' });

describe('a call of the FDX API', () => {
  it('[S31][S83] carries the token in its header, an interaction id and who acts (RFC 6750 section 2.1, FDX)', async () => {
    const { http, result } = ask(GOOD);

    expect(await result).toMatchObject({ ok: true, value: { status: 200, text: '{"id":"c1"}' } });
    expect(http.calls).toEqual([
      {
        url: 'https://api.bank.example/fdx/v6/consents/c1',
        method: 'GET',
        headers: {
          authorization: 'Bearer the-token',
          accept: 'application/json',
          'x-fapi-interaction-id': 'interaction-1',
          'fdx-api-actor-type': 'USER',
          'user-agent': expect.stringContaining('openid-client') as string,
        },
        maxBytes: 100,
      },
    ]);
  });

  for (const { path, baseUrl, url } of [
    { path: ['consents', '../accounts'], url: 'https://api.bank.example/fdx/v6/consents/..%2Faccounts' },
    { path: ['consents', 'a/b?c#d'], url: 'https://api.bank.example/fdx/v6/consents/a%2Fb%3Fc%23d' },
    { path: ['consents', 'ä b'], url: 'https://api.bank.example/fdx/v6/consents/%C3%A4%20b' },
    { path: ['consents', '@evil.example'], url: 'https://api.bank.example/fdx/v6/consents/%40evil.example' },
    {
      path: ['accounts'],
      baseUrl: 'https://api.bank.example/fdx/v6/',
      url: 'https://api.bank.example/fdx/v6/accounts',
    },
    { path: ['accounts'], baseUrl: 'https://api.bank.example', url: 'https://api.bank.example/accounts' },
  ]) {
    it(`for ${path.join(' and ')} goes to ${url}, and nowhere else`, async () => {
      const { http, result } = ask(GOOD, { path }, baseUrl);
      await result;

      expect(http.calls[0]?.url).toBe(url);
    });
  }

  it('carries a body as JSON, and a query encoded', async () => {
    const { http, result } = ask(GOOD, {
      method: 'PUT',
      body: { reason: 'USER_ACTION' },
      query: { a: 'b&c' },
    });
    await result;

    expect(http.calls[0]).toMatchObject({
      url: 'https://api.bank.example/fdx/v6/consents/c1?a=b%26c',
      body: '{"reason":"USER_ACTION"}',
      headers: { 'content-type': 'application/json' },
    });
  });
});

describe('an answer of the FDX API', () => {
  it('of 204 has no content, and that is good', async () => {
    expect(await ask(() => new Response(null, { status: 204 })).result).toEqual({
      ok: true,
      value: { status: 204, text: '', json: null },
    });
  });

  it('of 206 is good: some members are missing, as FDX has it', async () => {
    expect(await ask(() => jsonAnswer(206, {})).result).toMatchObject({ ok: true, value: { status: 206 } });
  });

  it.each([
    { type: 'application/json; charset=utf-8', ok: true },
    { type: 'application/fdx+json', ok: true },
    { type: 'APPLICATION/JSON', ok: true },
    { type: 'text/html', ok: false },
    { type: 'text/plain', ok: false },
    { type: 'application/jsonp', ok: false },
    { type: '', ok: false },
  ])('of the type "$type" is taken: $ok', async ({ type, ok }) => {
    const { result } = ask(() => new Response('{}', { headers: { 'content-type': type } }));

    expect((await result).ok).toBe(ok);
  });

  for (const { answer, error, because } of [
    {
      answer: () => new Response(vector('error.602.json'), { status: 403 }),
      error: { status: 403, code: '602', description: 'Customer not authorized' },
      because: 'FDX says so with a code',
    },
    {
      answer: () => jsonAnswer(400, { code: 401, message: 'Invalid consentId' }),
      error: { status: 400, code: '401', description: 'Invalid consentId' },
      because: 'FDX 5 has the code as a number',
    },
    {
      answer: () =>
        new Response('', { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
      error: { status: 401, code: 'invalid_token', description: null },
      because: 'RFC 6750 section 3 says so in a header',
    },
    {
      answer: () => new Response('<h1>Bad Gateway</h1>', { status: 502 }),
      error: { status: 502, code: '502', description: null },
      because: 'a gateway says so in its own way',
    },
    {
      answer: () => jsonAnswer(500, { code: 'x'.repeat(500), message: '\u202Eevil\n'.repeat(500) }),
      error: { status: 500, code: `${'x'.repeat(63)}…` },
      because: 'whatever it says is cut',
    },
    { answer: () => jsonAnswer(201, {}), error: { status: 201 }, because: 'nothing was to be created' },
  ]) {
    it(`is a refusal: ${because}`, async () => {
      const { http, result } = ask(answer);

      expect(await result).toMatchObject({
        ok: false,
        error: { kind: 'provider-refused', stage: 'consent', ...error },
      });
      // A gateway is asked twice more: reading once more harms nothing.
      expect(http.calls).toHaveLength(error.status === 502 || error.status === 503 ? 3 : 1);
    });
  }

  it('that points elsewhere is a broken rule, and is not followed (RFC 9700 section 4.12)', async () => {
    const headers = { location: 'https://elsewhere.example/' };
    const { http, result } = ask(() => new Response('', { status: 301, headers }));

    expect(await result).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', stage: 'consent', violation: 'redirected' },
    });
    expect(http.calls).toHaveLength(1);
  });

  it('that never came is said to be so', async () => {
    expect(await ask(() => ({ kind: 'unreachable', reason: 'timeout' })).result).toEqual({
      ok: false,
      error: {
        kind: 'provider-unreachable',
        providerName: 'A Bank',
        host: 'api.bank.example',
        stage: 'consent',
        reason: 'timeout',
      },
    });
  });
});

describe('scopes (FDX API 6.x)', () => {
  it('are those of the clusters that have one, each once, in the order of the request', () => {
    const details = JSON.parse(vector('authorization-details.json')) as AuthorizationDetails;

    expect(scopesFor(details)).toBe(
      'fdx:accountdetailed:read fdx:transactions:read fdx:statements:read fdx:investments:read fdx:customercontact:read',
    );
  });

  it('are none for a cluster that nobody knows', () => {
    const details = JSON.parse(vector('authorization-details.json')) as AuthorizationDetails;
    const resources = [{ resourceType: 'ACCOUNT', dataClusters: ['HOROSCOPE', 'toString', '__proto__'] }];

    expect(scopesFor([{ ...details[0], consentRequest: { ...details[0].consentRequest, resources } }])).toBe(
      '',
    );
  });

  it('of a registration are all of them, each once', () => {
    expect(new Set(allScopes()).size).toBe(12);
  });
});
