import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bankCustomer } from '../helpers/bank-customer';
import { sandboxBank, startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { obtainConsent } from './consent-to-accounts';
import { consentRequest, makeCredential, TestClient } from './test-client';

const DAY_MS = 86_400_000;
let bank: TestBank;
let client: TestClient;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor);
});

afterAll(() => bank.close());

/** Read with a token of the client itself, which does not end with the consent. */
const readConsent = async (grantId: string) =>
  (await client.fdx(`/consents/${grantId}`, await client.ownToken())).body;

describe('the code (RFC 6749 section 4.1.2)', () => {
  it('works once: used again it ends the consent that it gave', async () => {
    const { callbackUrl, verifier, accessToken, grantId } = await obtainConsent(client);

    const again = await client.exchange(callbackUrl, verifier);

    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
    expect(await readConsent(grantId)).toMatchObject({ status: 'REVOKED' });
  });

  it.each([
    { because: 'the verifier is another', change: { code_verifier: 'a'.repeat(43) }, says: /code_verifier/ },
    {
      because: 'the way back is another',
      change: { redirect_uri: 'http://127.0.0.1:1/callback' },
      says: /redirect_uri/,
    },
    { because: 'it is not a code', change: { code: 'made-up' }, says: /not found/ },
  ])('is worth nothing when $because', async ({ change, says }) => {
    const { authorizeUrl, verifier } = await client.push();
    const customer = bankCustomer(bank.descriptor);
    await customer.open(authorizeUrl);
    await customer.signInAs('Sam Okafor');
    const code = new URL(await customer.share()).searchParams.get('code') ?? '';

    const answer = await client.post('token_endpoint', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://127.0.0.1:49152/callback',
      code_verifier: verifier,
      ...change,
    });

    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(answer.body['error_description']).toMatch(says);
  });

  it('is worth nothing with another certificate', async () => {
    const { authorizeUrl, verifier } = await client.push();
    const customer = bankCustomer(bank.descriptor);
    await customer.open(authorizeUrl);
    await customer.signInAs('Sam Okafor');
    const callbackUrl = await customer.share();

    const answer = await client.exchange(callbackUrl, verifier, await makeCredential());

    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });
});

describe('the refresh token', () => {
  it('brings a new access token for the same consent, and stays the same', async () => {
    const { refreshToken, grantId } = await obtainConsent(client);

    const { status, body } = await client.refresh(refreshToken);

    expect(status).toBe(200);
    expect(body).toMatchObject({ grant_id: grantId, refresh_token: refreshToken, expires_in: 900 });
    expect(body['authorization_details']).toHaveLength(1);
    expect(await client.fdx('/accounts', String(body['access_token']))).toMatchObject({ status: 200 });
  });

  it('is not given for ONE_TIME', async () => {
    const { token } = await obtainConsent(client, { request: consentRequest() });

    expect(token.body).toMatchObject({ access_token: expect.any(String), grant_id: expect.any(String) });
    expect(token.body).not.toHaveProperty('refresh_token');
  });

  it('is not given to a client that did not ask to have one', async () => {
    const withoutRefresh = await TestClient.register(bank.descriptor, {
      grant_types: ['authorization_code'],
    });

    const { token } = await obtainConsent(withoutRefresh);

    expect(token.body).not.toHaveProperty('refresh_token');
  });

  it('is worth nothing with another certificate', async () => {
    const { refreshToken } = await obtainConsent(client);

    expect(await client.refresh(refreshToken, await makeCredential())).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });

  it('ends the consent when it is revoked (RFC 7009)', async () => {
    const { refreshToken, accessToken, grantId } = await obtainConsent(client);

    const revoked = await client.post('revocation_endpoint', { token: refreshToken });

    expect(revoked.status).toBe(200);
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
    expect(await readConsent(grantId)).toMatchObject({ status: 'REVOKED' });
  });

  it('can be revoked by its own client only', async () => {
    const { refreshToken, grantId } = await obtainConsent(client);
    const stranger = await TestClient.register(bank.descriptor);

    await stranger.post('revocation_endpoint', { token: refreshToken });

    expect(await readConsent(grantId)).toMatchObject({ status: 'ACTIVE' });
    const { body } = await stranger.post('introspection_endpoint', { token: refreshToken });
    expect(body).toEqual({ active: false });
  });
});

describe('time', () => {
  it('ends a time-bound consent on its day: no data, no refresh, and the consent says EXPIRED', async () => {
    const { clock, descriptor } = await sandboxBank();
    const own = await TestClient.register(descriptor);
    const { accessToken, refreshToken, grantId } = await obtainConsent(own, {
      request: consentRequest({ durationType: 'TIME_BOUND', durationPeriod: 10 }),
    });

    clock.advance(10 * DAY_MS - 60_000);
    expect(await own.refresh(refreshToken)).toMatchObject({ status: 200, body: { grant_id: grantId } });

    clock.advance(60_000);
    expect(await own.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
    expect(await own.refresh(refreshToken)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const { body } = await own.fdx(`/consents/${grantId}`, await own.ownToken());
    expect(body).toMatchObject({ status: 'EXPIRED', updatedTime: body['expirationTime'] });
  });

  it('ends a ONE_TIME consent after a day', async () => {
    const { clock, descriptor } = await sandboxBank();
    const own = await TestClient.register(descriptor);
    const { grantId } = await obtainConsent(own, { request: consentRequest() });

    clock.advance(DAY_MS);

    const { body } = await own.fdx(`/consents/${grantId}`, await own.ownToken());
    expect(body).toMatchObject({ status: 'EXPIRED' });
  });

  it('does not end a persistent consent', async () => {
    const { clock, descriptor } = await sandboxBank();
    const own = await TestClient.register(descriptor);
    const { refreshToken } = await obtainConsent(own, {
      request: consentRequest({ durationType: 'PERSISTENT' }),
    });

    clock.advance(20 * DAY_MS);
    const { status, body } = await own.refresh(refreshToken);

    expect(status).toBe(200);
    const consent = await own.fdx(`/consents/${body['grant_id']}`, String(body['access_token']));
    expect(consent.body).toMatchObject({ status: 'ACTIVE', durationType: 'PERSISTENT' });
    expect(consent.body).not.toHaveProperty('expirationTime');
  });

  it('ends an access token after a quarter of an hour', async () => {
    const { clock, descriptor } = await sandboxBank();
    const own = await TestClient.register(descriptor);
    const { accessToken } = await obtainConsent(own);

    clock.advance(900_000);

    expect(await own.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
  });

  it('ends a pushed request when the bank says so', async () => {
    const { clock, descriptor } = await sandboxBank({ requestUriSeconds: 5 });
    const own = await TestClient.register(descriptor);
    const { answer, authorizeUrl } = await own.push();
    expect(answer.body['expires_in']).toBe(5);

    clock.advance(5000);
    const page = await bankCustomer(descriptor).open(authorizeUrl);

    expect(page).toMatchObject({ status: 400, heading: 'This request has ended' });
  });
});
