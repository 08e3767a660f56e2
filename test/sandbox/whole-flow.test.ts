import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { bankCustomer } from '../helpers/bank-customer';
import { sandboxBank } from '../helpers/sandbox-bank';
import { NINETY_DAYS, obtainConsent } from './consent-to-accounts';
import { consentRequest, REDIRECT_URI, TestClient } from './test-client';

describe('a consent, over real TLS', () => {
  it('goes from the pushed request to the accounts, and ends when it is revoked', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);
    const customer = bankCustomer(descriptor);

    const { answer, authorizeUrl, verifier, state } = await client.push(NINETY_DAYS);
    expect(answer.status).toBe(201);

    expect(await customer.open(authorizeUrl)).toMatchObject({ status: 200, heading: 'Sign in to continue' });
    expect(await customer.signInAs('Alex Rivera')).toMatchObject({
      status: 200,
      heading: 'Countersign asks Sandbox Bank to share, for 90 days:',
    });
    const callback = new URL(await customer.share());
    expect(`${callback.origin}${callback.pathname}`).toBe(REDIRECT_URI);
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      code: expect.any(String),
      state,
      iss: descriptor.issuer,
    });

    const token = await client.exchange(callback.href, verifier);
    expect(token.status).toBe(200);
    expect(token.body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'fdx:accountdetailed:read fdx:transactions:read fdx:statements:read fdx:customercontact:read',
      grant_id: expect.stringMatching(/^[\w-]{43}$/),
      authorization_details: [{ type: 'fdx_v1.0', consentRequest: NINETY_DAYS }],
    });
    const { grant_id: grantId, access_token: accessToken, refresh_token: refreshToken } = token.body;

    const consent = await client.fdx(`/consents/${grantId}`, accessToken);
    expect(consent).toMatchObject({ status: 200, body: { id: grantId, status: 'ACTIVE' } });

    const accounts = await client.fdx('/accounts?resultType=details', accessToken);
    expect(accounts.text).toContain('"currentBalance":3322.10,');
    expect(accounts.body['accounts'].map(({ nickname }: { nickname: string }) => nickname)).toEqual([
      'Household',
      'Rainy day',
      'Groceries card',
    ]);

    const revoked = await client.fdx(`/consents/${grantId}/revocation`, accessToken, {
      method: 'PUT',
      json: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' },
    });
    expect(revoked).toMatchObject({ status: 204, text: '' });
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
    expect(await client.refresh(refreshToken)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('binds the token to the certificate (RFC 8705 section 3)', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);
    const { accessToken, grantId } = await obtainConsent(client);

    const { body } = await client.post('introspection_endpoint', { token: accessToken });

    const der = Buffer.from(client.credential.publicJwk.x5c[0]!, 'base64');
    expect(body).toMatchObject({
      active: true,
      client_id: client.clientId,
      sub: 'customer-1001',
      fdxConsentId: grantId,
      cnf: { 'x5t#S256': createHash('sha256').update(der).digest('base64url') },
    });
  });

  it('gives what the customer left on, and says so everywhere', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);

    const { token, grantId, accessToken } = await obtainConsent(client, {
      accounts: ['Rainy day'],
      switchOff: ['STATEMENTS', 'CUSTOMER_CONTACT'],
    });

    const narrowed = { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'] };
    expect(token.body).toMatchObject({
      scope: 'fdx:accountdetailed:read fdx:transactions:read',
      authorization_details: [
        { type: 'fdx_v1.0', consentRequest: { ...NINETY_DAYS, resources: [narrowed] } },
      ],
    });
    const consent = await client.fdx(`/consents/${grantId}`, accessToken);
    expect(consent.body['resources']).toEqual([{ ...narrowed, resourceId: 'acct-Kd83LsWv' }]);
    const accounts = await client.fdx('/accounts', accessToken);
    expect(accounts.body['accounts']).toMatchObject([{ accountId: 'acct-Kd83LsWv' }]);
  });

  it('sends the browser back with access_denied when the customer declines, before or after signing in', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);

    for (const signIn of [false, true]) {
      const { authorizeUrl, state } = await client.push();
      const customer = bankCustomer(descriptor);
      await customer.open(authorizeUrl);
      if (signIn) await customer.signInAs('Kim Larsen');

      const callback = new URL(await customer.decline());

      expect(callback.href).toMatch(REDIRECT_URI);
      expect(Object.fromEntries(callback.searchParams)).toEqual({
        error: 'access_denied',
        error_description: 'the customer declined',
        state,
        iss: descriptor.issuer,
      });
    }
  });

  it('can be given twice in one browser, by two customers, and both stay', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);
    const browser = bankCustomer(descriptor);
    const give = async (name: string) => {
      const { authorizeUrl, verifier } = await client.push();
      await browser.open(authorizeUrl);
      await browser.signInAs(name);
      return (await client.exchange(await browser.share(), verifier)).body;
    };

    const first = await give('Alex Rivera');
    const second = await give('Alex Rivera');
    const third = await give('Sam Okafor');

    expect(new Set([first['grant_id'], second['grant_id'], third['grant_id']]).size).toBe(3);
    for (const { access_token: token, grant_id: grantId } of [first, second, third]) {
      expect(await client.fdx(`/consents/${grantId}`, token)).toMatchObject({ body: { status: 'ACTIVE' } });
      expect(await client.fdx('/accounts', token)).toMatchObject({ status: 200 });
    }
  });

  it('begins with a pushed request and nothing else', async () => {
    const { descriptor } = await sandboxBank();
    const client = await TestClient.register(descriptor);
    const query = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      state: 'a-state',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      authorization_details: JSON.stringify([{ type: 'fdx_v1.0', consentRequest: consentRequest() }]),
    });
    const url = `${descriptor.issuer}/authorize?${query.toString()}`;

    const refused = await bankCustomer(descriptor)
      .open(url)
      .catch((cause: Error) => cause.message);

    // the address is a registered one, so the error may go there; no page of the bank is shown
    expect(refused).toContain('the bank sent the browser away to http://127.0.0.1:49152');
  });
});
