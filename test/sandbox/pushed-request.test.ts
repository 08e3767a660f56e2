import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { call, consentRequest, makeCredential, registration, TestClient } from './test-client';

const PAR = 'pushed_authorization_request_endpoint';
let bank: TestBank;
let client: TestClient;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor);
});

afterAll(() => bank.close());

describe('what the bank says about itself (RFC 8414, RFC 8705 section 5)', () => {
  it('says the same at both well-known places', async () => {
    const { issuer } = bank.descriptor;

    const openid = await call(bank.descriptor, null, `${issuer}/.well-known/openid-configuration`);
    const oauth = await call(bank.descriptor, null, `${issuer}/.well-known/oauth-authorization-server`);

    expect(oauth.body).toEqual(openid.body);
    expect(openid.body).toMatchObject({
      issuer,
      registration_endpoint: bank.descriptor.registrationEndpoint,
      require_pushed_authorization_requests: true,
      code_challenge_methods_supported: ['S256'],
      authorization_details_types_supported: ['fdx_v1.0'],
      token_endpoint_auth_methods_supported: ['self_signed_tls_client_auth'],
      tls_client_certificate_bound_access_tokens: true,
      authorization_response_iss_parameter_supported: true,
      scopes_supported: expect.arrayContaining(['openid', 'fdx:transactions:read']),
    });
  });

  it('sends clients to the other listener for everything that needs their certificate', async () => {
    const names = ['pushed_authorization_request', 'token', 'revocation', 'introspection'];

    for (const name of names) {
      expect(new URL(client.endpoint(`${name}_endpoint`)).origin).toBe(
        new URL(bank.descriptor.fdxBaseUrl).origin,
      );
    }
  });
});

describe('a pushed authorization request (RFC 9126)', () => {
  it('is answered with 201 and a handle for a minute', async () => {
    const { answer } = await client.push();

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ request_uri: expect.stringMatching(/^urn:/), expires_in: 60 });
  });

  it('takes any port of a loopback address that is registered (RFC 8252 section 7.3)', async () => {
    const { answer } = await client.push(consentRequest(), { redirect_uri: 'http://127.0.0.1:1/callback' });

    expect(answer.status).toBe(201);
  });

  it.each([
    {
      because: 'a cluster is unknown',
      form: {
        authorization_details: JSON.stringify([
          {
            type: 'fdx_v1.0',
            consentRequest: consentRequest({
              resources: [{ resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS', 'CRYSTAL_BALL'] }],
            }),
          },
        ]),
      },
      error: 'invalid_authorization_details',
      says: /^consentRequest\.resources\[0\]\.dataClusters\[1\]: CRYSTAL_BALL is not offered by this bank$/,
    },
    {
      because: 'the details have another type',
      form: { authorization_details: '[{"type":"payment_initiation"}]' },
      error: 'invalid_authorization_details',
      says: /^type: must be fdx_v1\.0, not payment_initiation$/,
    },
    {
      because: 'the details are no array',
      form: { authorization_details: '{}' },
      error: 'invalid_authorization_details',
      says: /^authorization_details: must be a JSON array$/,
    },
    {
      because: 'the details are an empty array',
      form: { authorization_details: '[]' },
      error: 'invalid_authorization_details',
      says: /^authorization_details: /,
    },
    {
      because: 'there are no details',
      form: { authorization_details: '' },
      error: 'invalid_authorization_details',
      says: /^authorization_details: is required$/,
    },
    {
      because: 'there is no PKCE',
      form: { code_challenge: '', code_challenge_method: '' },
      error: 'invalid_request',
      says: /PKCE/,
    },
    {
      because: 'PKCE is plain',
      form: { code_challenge_method: 'plain' },
      error: 'invalid_request',
      says: /code_challenge_method/,
    },
    {
      because: 'the scope asks for more',
      form: { scope: 'fdx:bills:read' },
      error: 'invalid_scope',
      says: /^scope: fdx:bills:read goes with no data cluster/,
    },
    {
      because: 'the way back is another',
      form: { redirect_uri: 'http://127.0.0.1:49152/elsewhere' },
      error: 'invalid_request',
      says: /redirect_uri/,
    },
    {
      because: 'it wants a token at once',
      form: { response_type: 'token' },
      error: 'unsupported_response_type',
      says: /response_type/,
    },
  ])('is refused with its reason because $because', async ({ form, error, says }) => {
    const { answer } = await client.push(consentRequest(), form);

    expect(answer).toMatchObject({ status: 400, body: { error } });
    expect(answer.body['error_description']).toMatch(says);
  });

  it('is refused for what the client did not register for', async () => {
    const narrow = await TestClient.register(bank.descriptor, { scope: 'fdx:accountbasic:read' });

    const { answer } = await narrow.push();

    expect(answer.body).toMatchObject({
      error: 'invalid_scope',
      error_description: 'scope: this client did not register for fdx:accountdetailed:read',
    });
  });
});

describe('the certificate of a client (RFC 8705 section 2.2)', () => {
  const push = { response_type: 'code' };

  it('is needed', async () => {
    const answer = await call(bank.descriptor, null, client.endpoint(PAR), {
      form: { ...push, client_id: client.clientId },
    });

    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(answer.body['error_description']).toMatch(/^no client certificate was shown/);
  });

  it('is needed also where the pages are', async () => {
    const answer = await call(bank.descriptor, client.credential, `${bank.descriptor.issuer}/par`, {
      form: { ...push, client_id: client.clientId },
    });

    expect(answer.body['error_description']).toMatch(/mtls_endpoint_aliases/);
  });

  it('must be the registered one', async () => {
    const answer = await client.post(PAR, push, await makeCredential());

    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(answer.body['error_description']).toBe('unregistered client certificate provided');
  });

  it('must not have expired since', async () => {
    const bankOfLastYear = await startTestBank();
    const credential = await makeCredential(2);
    const { descriptor, clock } = bankOfLastYear;
    const { body } = await call(descriptor, null, descriptor.registrationEndpoint, {
      json: registration(credential),
    });
    const old = await TestClient.at(descriptor, credential, String(body['client_id']));

    clock.advance(3 * 86_400_000);
    const { answer } = await old.push();
    await bankOfLastYear.close();

    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(answer.body['error_description']).toMatch(/^the client certificate can't be used, it expired on/);
  });

  it('is not asked for by the pages, or a browser would show a picker', async () => {
    const answer = await call(bank.descriptor, null, `${bank.descriptor.issuer}/`);

    expect(answer.status).toBe(200);
  });
});

describe('both listeners', () => {
  it('answer to no other name, which a page of another site could point here', async () => {
    for (const origin of [bank.descriptor.issuer, new URL(bank.descriptor.fdxBaseUrl).origin]) {
      expect(await statusUnderAnotherName(origin)).toBe(421);
    }
  });
});

function statusUnderAnotherName(origin: string): Promise<number | undefined> {
  const { caPem: ca } = bank.descriptor;
  return new Promise((resolve, reject) => {
    const asked = request(
      `${origin}/`,
      { ca, servername: '', headers: { host: 'evil.example' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}
