import { describe, expect, it } from 'vitest';

import {
  authorizeUrl,
  pushedParameters,
  pushRequest,
  type RequestToPush,
} from '../../../main/oauth/pushed-request';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };
import { answering, identityOf, jsonAnswer, METADATA } from './fake-http';

const NOW_MS = Date.UTC(2026, 4, 1);
const DETAILS = exampleDetails as unknown as AuthorizationDetails;

const REQUEST: RequestToPush = {
  redirectUri: 'http://127.0.0.1:51234/callback',
  scope: 'fdx:accountdetailed:read fdx:transactions:read',
  authorizationDetails: DETAILS,
};

/** @see RFC 7636 appendix B */
const ATTEMPT = {
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  state: 'state-of-the-attempt',
  nonce: 'nonce-of-the-attempt',
};

describe('the parameters of a pushed request', () => {
  it('are these and nothing else (RFC 9126 section 2.1, RFC 9396 section 2)', async () => {
    const parameters = await pushedParameters(REQUEST, ATTEMPT);

    expect([...parameters]).toEqual([
      ['response_type', 'code'],
      ['redirect_uri', 'http://127.0.0.1:51234/callback'],
      ['scope', 'fdx:accountdetailed:read fdx:transactions:read'],
      ['state', 'state-of-the-attempt'],
      ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
      ['code_challenge_method', 'S256'],
      ['authorization_details', JSON.stringify(exampleDetails)],
    ]);
  });

  it('have the challenge of the published verifier (RFC 7636 appendix B)', async () => {
    const parameters = await pushedParameters(REQUEST, ATTEMPT);

    expect(parameters.get('code_challenge')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    expect(parameters.toString()).not.toContain(ATTEMPT.codeVerifier);
  });

  it('have authorization_details as a JSON array, spelled exactly (RFC 9396 section 2)', async () => {
    const parameters = await pushedParameters(REQUEST, ATTEMPT);

    expect(parameters.get('authorization_details')).toBe(
      '[{"type":"fdx_v1.0","consentRequest":{"durationType":"TIME_BOUND","durationPeriod":365,"lookbackPeriod":730,' +
        '"resources":[{"resourceType":"ACCOUNT","dataClusters":["ACCOUNT_DETAILED","TRANSACTIONS","STATEMENTS","INVESTMENTS"]},' +
        '{"resourceType":"CUSTOMER","dataClusters":["CUSTOMER_CONTACT"]}]}}]',
    );
  });

  it('have no scope when no cluster has one', async () => {
    expect((await pushedParameters({ ...REQUEST, scope: '' }, ATTEMPT)).has('scope')).toBe(false);
  });

  it.each([
    { scope: 'openid offline_access', prompt: 'consent', because: 'the scope is dropped without it' },
    { scope: 'openid', prompt: null, because: 'nobody asked for lasting access' },
    { scope: 'offline_access', prompt: null, because: 'OpenID Connect has no say in it' },
  ])(
    'have prompt=$prompt for "$scope", because $because (OpenID Connect Core section 11)',
    async ({ scope, prompt }) => {
      expect((await pushedParameters({ ...REQUEST, scope }, ATTEMPT)).get('prompt')).toBe(prompt);
    },
  );

  it.each(['jwt', 'query.jwt', null] as const)(
    'name the response mode %s (JARM section 2.3)',
    async (mode) => {
      expect((await pushedParameters(REQUEST, ATTEMPT, mode)).get('response_mode')).toBe(mode);
    },
  );
});

describe('the address that the browser gets', () => {
  it('[S12] has exactly client_id and request_uri, encoded (RFC 9126 section 4)', () => {
    const url = authorizeUrl(
      METADATA,
      'a&client',
      'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c',
    );

    expect(url.href).toBe(
      'https://bank.example/authorize?client_id=a%26client' +
        '&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A6esc_11ACC5bwc014ltc14eY22c',
    );
  });

  it('keeps a query of the endpoint’s own (RFC 6749 section 3.1)', () => {
    const metadata = { ...METADATA, authorization_endpoint: 'https://bank.example/authorize?brand=blue' };

    expect(authorizeUrl(metadata, 'c', 'urn:x').search).toBe('?brand=blue&client_id=c&request_uri=urn%3Ax');
  });
});

function push(answer: () => Response) {
  const http = answering(answer);
  const context = {
    http,
    metadata: METADATA,
    identity: identityOf(),
    providerName: 'A Bank',
    nowMs: () => NOW_MS,
  };
  return { http, result: pushRequest(context, REQUEST, ATTEMPT) };
}

describe('a pushed request', () => {
  it('goes to the mTLS alias as a form with client_id, and says where the browser goes and until when', async () => {
    const { http, result } = push(() => jsonAnswer(201, { request_uri: 'urn:x', expires_in: 60 }));

    expect(await result).toEqual({
      ok: true,
      value: {
        authorizeUrl: new URL('https://bank.example/authorize?client_id=countersign&request_uri=urn%3Ax'),
        expiresAtMs: NOW_MS + 60_000,
      },
    });
    expect(http.calls.map(({ url, method }) => `${method} ${url}`)).toEqual([
      'POST https://mtls.bank.example/par',
    ]);
    expect(new URLSearchParams(http.calls[0]?.body).get('client_id')).toBe('countersign');
  });

  it('is believed for ten minutes at most (FAPI 2.0 section 5.3.2.2)', async () => {
    const { result } = push(() => jsonAnswer(201, { request_uri: 'urn:x', expires_in: 86_400 }));

    expect(await result).toMatchObject({ ok: true, value: { expiresAtMs: NOW_MS + 600_000 } });
  });

  it.each([
    { status: 200, body: { request_uri: 'urn:x', expires_in: 60 }, because: 'the status is 201' },
    { status: 201, body: { expires_in: 60 }, because: 'there is a request_uri' },
    { status: 201, body: { request_uri: '', expires_in: 60 }, because: 'it is not empty' },
    { status: 201, body: { request_uri: ['urn:x'], expires_in: 60 }, because: 'it is text' },
    { status: 201, body: { request_uri: 'urn:x' }, because: 'there is an expires_in' },
    { status: 201, body: { request_uri: 'urn:x', expires_in: 0 }, because: 'it is positive' },
    { status: 201, body: { request_uri: 'urn:x', expires_in: -60 }, because: 'it is positive' },
    { status: 201, body: { request_uri: 'urn:x', expires_in: 'soon' }, because: 'it is a number' },
    { status: 201, body: 'urn:x', because: 'the body is an object' },
  ])(
    'is refused when the answer is $status $body, because $because (RFC 9126 section 2.2)',
    async ({ status, body }) => {
      expect(await push(() => jsonAnswer(status, body)).result).toMatchObject({
        ok: false,
        error: {
          kind: 'protocol-violation',
          stage: 'par',
          rule: expect.stringContaining('RFC 9126 2.2') as string,
        },
      });
    },
  );

  it('that the provider refuses names the member that it did not like', async () => {
    const description = 'consentRequest.lookbackPeriod: must be at most 730 days at this bank, not 3650';
    const error = 'invalid_authorization_details';
    const { result } = push(() => jsonAnswer(400, { error, error_description: description }));

    expect(await result).toEqual({
      ok: false,
      error: {
        kind: 'provider-refused',
        providerName: 'A Bank',
        stage: 'par',
        status: 400,
        code: error,
        description,
        member: 'consentRequest.lookbackPeriod',
      },
    });
  });
});
