import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { type Granted, obtainConsent } from './consent-to-accounts';
import { call, makeCredential, TestClient } from './test-client';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
let bank: TestBank;
let client: TestClient;
let granted: Granted;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor);
  granted = await obtainConsent(client);
});

afterAll(() => bank.close());

describe('who may call', () => {
  const path = () => `${bank.descriptor.fdxBaseUrl}/accounts`;

  it.each([
    { because: 'there is no token', bearer: undefined, says: 'an access token is needed' },
    { because: 'the token is made up', bearer: 'made-up', says: 'unknown, has expired or was revoked' },
  ])('is refused with 401 because $because', async ({ bearer, says }) => {
    const answer = await call(
      bank.descriptor,
      client.credential,
      path(),
      bearer === undefined ? {} : { bearer },
    );

    expect(answer).toMatchObject({ status: 401, body: { code: '603', message: 'Authentication failed' } });
    expect(answer.body['debugMessage']).toContain(says);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="Sandbox Bank", error="invalid_token"/,
    );
  });

  it('is refused with 401 without a certificate, and with another one (RFC 8705 section 3)', async () => {
    const bearer = granted.accessToken;

    const without = await call(bank.descriptor, null, path(), { bearer });
    const another = await call(bank.descriptor, await makeCredential(), path(), { bearer });

    expect(without).toMatchObject({
      status: 401,
      body: { debugMessage: expect.stringContaining('no client certificate') },
    });
    expect(another).toMatchObject({
      status: 401,
      body: { debugMessage: expect.stringContaining('bound to another') },
    });
  });

  it('is not asked in the query: a token there is no token', async () => {
    const answer = await call(
      bank.descriptor,
      client.credential,
      `${path()}?access_token=${granted.accessToken}`,
    );

    expect(answer.status).toBe(401);
  });
});

describe('every answer', () => {
  it('carries the interaction id that was sent, or a new one', async () => {
    const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const sent = await client.fdx('/accounts', granted.accessToken, {
      headers: { 'x-fapi-interaction-id': id },
    });
    const absent = await client.fdx('/accounts', granted.accessToken);
    const refused = await client.fdx('/accounts', 'made-up', { headers: { 'x-fapi-interaction-id': id } });
    const malformed = await client.fdx('/accounts', granted.accessToken, {
      headers: { 'x-fapi-interaction-id': '<b>' },
    });

    expect(sent.headers.get('x-fapi-interaction-id')).toBe(id);
    expect(absent.headers.get('x-fapi-interaction-id')).toMatch(UUID);
    expect(refused.headers.get('x-fapi-interaction-id')).toBe(id);
    expect(malformed).toMatchObject({ status: 400, body: { code: '401' } });
    expect(malformed.headers.get('x-fapi-interaction-id')).toMatch(UUID);
  });

  it.each([
    { because: 'the path is unknown', path: '/payments', method: 'GET', status: 404, code: '404' },
    { because: 'the method is not allowed', path: '/accounts', method: 'DELETE', status: 405, code: '1206' },
    { because: 'the version is another', path: '/../v5/accounts', method: 'GET', status: 501, code: '1106' },
  ])('is an FDX error when $because', async ({ path, method, status, code }) => {
    const answer = await client.fdx(path, granted.accessToken, { method });

    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String) } });
  });

  it('leaves no token, code or verifier in the log', async () => {
    const { accessToken, refreshToken, verifier, callbackUrl } = await obtainConsent(client);
    await client.exchange(callbackUrl, verifier);
    await client.fdx('/accounts', accessToken);
    const code = new URL(callbackUrl).searchParams.get('code') ?? '';

    const log = bank.logLines.join('\n');

    expect(log).not.toBe('');
    for (const secret of [accessToken, refreshToken, verifier, code]) expect(log).not.toContain(secret);
  });
});
