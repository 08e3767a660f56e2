import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { type Granted, NINETY_DAYS, obtainConsent } from './consent-to-accounts';
import { consentRequest, TestClient } from './test-client';

let bank: TestBank;
let client: TestClient;
let granted: Granted;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor, { client_uri: 'https://countersign.example' });
  granted = await obtainConsent(client);
});

afterAll(() => bank.close());

describe('GET /consents/{id} (FDX 6, getConsentGrant)', () => {
  it('describes the consent: parties, times, resources by account, links', async () => {
    const { body } = await client.fdx(`/consents/${granted.grantId}`, granted.accessToken);

    const dataClusters = ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'];
    expect(body).toEqual({
      id: granted.grantId,
      status: 'ACTIVE',
      parties: [
        expect.objectContaining({
          name: 'Countersign',
          type: 'DATA_RECIPIENT',
          homeUri: 'https://countersign.example',
          registry: 'PRIVATE',
          registeredEntityName: 'Countersign',
          registeredEntityId: client.clientId,
        }),
        expect.objectContaining({ name: 'Sandbox Bank', type: 'DATA_PROVIDER' }),
      ],
      createdTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      expirationTime: expect.any(String),
      updatedTime: body['createdTime'],
      durationType: 'TIME_BOUND',
      durationPeriod: 90,
      lookbackPeriod: 60,
      resources: [
        { resourceType: 'ACCOUNT', resourceId: 'acct-7Qm2xR4c', dataClusters },
        { resourceType: 'ACCOUNT', resourceId: 'acct-Kd83LsWv', dataClusters },
        { resourceType: 'ACCOUNT', resourceId: 'acct-pT61bNzE', dataClusters },
        { resourceType: 'CUSTOMER', resourceId: 'customer-1001', dataClusters: ['CUSTOMER_CONTACT'] },
      ],
      links: [
        expect.objectContaining({ rel: 'self', action: 'GET' }),
        expect.objectContaining({ rel: 'revocation', action: 'PUT' }),
      ],
    });
    const days = (Date.parse(body['expirationTime']) - Date.parse(body['createdTime'])) / 86_400_000;
    expect(days).toBe(90);
  });

  it('answers 404 for a consent of another token, as for one that does not exist', async () => {
    const other = await obtainConsent(client);

    const notThisOne = await client.fdx(`/consents/${other.grantId}`, granted.accessToken);
    const notAny = await client.fdx('/consents/made-up', granted.accessToken);

    expect(notThisOne).toMatchObject({ status: 404, body: { code: '404', message: 'Not found' } });
    expect(notAny.body).toEqual(notThisOne.body);
  });

  it('answers a token of the client itself, for its own consents', async () => {
    const stranger = await TestClient.register(bank.descriptor);

    expect(await client.fdx(`/consents/${granted.grantId}`, await client.ownToken())).toMatchObject({
      status: 200,
    });
    expect(await stranger.fdx(`/consents/${granted.grantId}`, await stranger.ownToken())).toMatchObject({
      status: 404,
    });
  });
});

describe('PUT and GET /consents/{id}/revocation', () => {
  it('ends the consent once, says 409 the second time, and keeps the story', async () => {
    const { grantId, accessToken } = await obtainConsent(client);
    const path = `/consents/${grantId}/revocation`;
    expect((await client.fdx(path, accessToken)).body).toEqual({ revocations: [] });

    const first = await client.fdx(path, accessToken, {
      method: 'PUT',
      json: { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' },
    });
    const own = await client.ownToken();
    const second = await client.fdx(path, own, { method: 'PUT', json: {} });
    const story = await client.fdx(path, own);
    const consent = await client.fdx(`/consents/${grantId}`, own);

    expect(first.status).toBe(204);
    expect(second).toMatchObject({
      status: 409,
      body: { code: '409', debugMessage: 'the consent is REVOKED' },
    });
    expect(story.body).toEqual({
      revocations: [
        {
          status: 'REVOKED',
          reason: 'USER_ACTION',
          initiator: 'INDIVIDUAL',
          updatedTime: expect.any(String),
        },
      ],
    });
    expect(consent.body).toMatchObject({
      status: 'REVOKED',
      updatedTime: story.body['revocations'][0].updatedTime,
    });
  });

  it.each([
    { because: 'the reason is unknown', json: { reason: 'BORED' }, says: 'reason: ' },
    { because: 'the initiator is unknown', json: { initiator: 'ME' }, says: 'initiator: ' },
    { because: 'the body is a list', json: [], says: 'the body must be a JSON object' },
  ])('refuses a revocation because $because', async ({ json, says }) => {
    const answer = await client.fdx(`/consents/${granted.grantId}/revocation`, granted.accessToken, {
      method: 'PUT',
      json,
    });

    expect(answer).toMatchObject({
      status: 400,
      body: { code: '401', debugMessage: expect.stringContaining(says) },
    });
  });
});

describe('GET /accounts (FDX 6, searchForAccounts)', () => {
  const accountsOf = async (customer: string, clusters: readonly string[], query = '') => {
    const request = { ...NINETY_DAYS, resources: [{ resourceType: 'ACCOUNT', dataClusters: clusters }] };
    const { accessToken } = await obtainConsent(client, { customer, request });
    return client.fdx(`/accounts${query}`, accessToken);
  };

  it('names the accounts and no balances, unless details are asked for', async () => {
    const { body } = await client.fdx('/accounts', granted.accessToken);

    expect(body).toMatchObject({ page: { totalElements: 3 } });
    expect(body['accounts'][0]).toEqual({
      accountCategory: 'DEPOSIT_ACCOUNT',
      accountId: 'acct-7Qm2xR4c',
      accountType: 'CHECKING',
      accountNumberDisplay: '****4821',
      productName: 'Everyday Checking',
      nickname: 'Household',
      status: 'OPEN',
      currency: { currencyCode: 'USD' },
    });
  });

  it('gives balances for ACCOUNT_DETAILED only', async () => {
    const basic = await accountsOf('Alex Rivera', ['ACCOUNT_BASIC'], '?resultType=details');

    expect(basic.status).toBe(200);
    expect(basic.text).not.toMatch(/balance|creditLine/i);
  });

  it('gives holdings and bills for their own clusters only', async () => {
    const without = await accountsOf('Kim Larsen', ['ACCOUNT_DETAILED'], '?resultType=details');
    const holdings = await accountsOf(
      'Kim Larsen',
      ['ACCOUNT_DETAILED', 'INVESTMENTS'],
      '?resultType=details',
    );
    const bills = await accountsOf('Alex Rivera', ['ACCOUNT_DETAILED', 'BILLS'], '?resultType=details');

    expect(without.text).not.toContain('holdings');
    expect(holdings.text).toContain('"holdingName":"Whole Market Index Fund"');
    expect(bills.text).toContain('"minimumPaymentDue":40.00');
  });

  it('writes every category of account', async () => {
    const { body } = await accountsOf('Kim Larsen', ['ACCOUNT_DETAILED'], '?resultType=details');

    expect(
      body['accounts'].map(({ accountCategory }: { accountCategory: string }) => accountCategory),
    ).toEqual([
      'DEPOSIT_ACCOUNT',
      'LOAN_ACCOUNT',
      'INVESTMENT_ACCOUNT',
      'INSURANCE_ACCOUNT',
      'ANNUITY_ACCOUNT',
    ]);
    expect(body['accounts'][1]['nextPaymentDate']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('takes a list of accounts, and shows none beyond the consent', async () => {
    const { body } = await client.fdx(
      '/accounts?accountIds=acct-Kd83LsWv,acct-Wf29hJcY',
      granted.accessToken,
    );

    expect(body['accounts']).toMatchObject([{ accountId: 'acct-Kd83LsWv' }]);
  });

  it('answers 403 with code 602 where the consent does not cover accounts', async () => {
    const { accessToken } = await obtainConsent(client, {
      request: consentRequest({
        resources: [{ resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] }],
      }),
    });

    expect(await client.fdx('/accounts', accessToken)).toMatchObject({
      status: 403,
      body: { code: '602', message: 'Customer not authorized' },
    });
    expect(await client.fdx('/accounts', await client.ownToken())).toMatchObject({
      status: 403,
      body: { code: '602' },
    });
  });

  it('answers 400 for a result type that FDX does not have', async () => {
    expect(await client.fdx('/accounts?resultType=all', granted.accessToken)).toMatchObject({
      status: 400,
      body: { code: '401', debugMessage: 'resultType must be lightweight or details' },
    });
  });
});
