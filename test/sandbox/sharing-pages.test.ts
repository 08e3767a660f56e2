import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bankCustomer, type BankCustomer } from '../helpers/bank-customer';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { obtainConsent } from './consent-to-accounts';
import { call, consentRequest, TestClient } from './test-client';

const DAY_MS = 86_400_000;

let bank: TestBank;
let client: TestClient;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor);
});

afterAll(() => bank.close());

async function signedIn(name = 'Alex Rivera'): Promise<BankCustomer> {
  const customer = bankCustomer(bank.descriptor);
  await customer.open(bank.descriptor.siteUrl);
  await customer.signInAs(name);
  return customer;
}

/** The session cookie of a sign-in by hand, with everything that the bank said of it. */
async function sessionCookie(): Promise<string> {
  const { issuer, siteUrl } = bank.descriptor;
  const { headers } = await call(bank.descriptor, null, `${siteUrl}/sign-in`, {
    form: { customer: 'customer-1001', password: 'sandbox' },
    headers: { origin: issuer },
  });
  return headers.get('set-cookie') ?? '';
}

describe('the way to the page', () => {
  it('leads from the front door, and the descriptor names it', async () => {
    const { issuer, siteUrl } = bank.descriptor;
    const home = await bankCustomer(bank.descriptor).open(issuer);

    expect(siteUrl).toBe(`${issuer}/consents`);
    expect(home).toMatchObject({ status: 200, heading: 'Sandbox Bank is open' });
    expect(home.html).toContain('<a href="/consents">See what you share, and stop it</a>');
  });

  it('asks who it is before it shows anything', async () => {
    const customer = bankCustomer(bank.descriptor);
    const { grantId } = await obtainConsent(client);

    for (const path of ['', `/${grantId}/stop`, `/${grantId}/stopped`]) {
      const page = await customer.open(`${bank.descriptor.siteUrl}${path}`);
      expect(page.heading).toBe('What you share');
      expect(page.html).toContain('>Sign in as Alex Rivera</button>');
      expect(page.html).not.toContain('Countersign');
    }
    expect(await customer.signInAs('Alex Rivera', 'Sandbox')).toMatchObject({ status: 422 });
    expect(customer.page().html).toContain('That is not the password.');
  });
});

describe('what a customer shares', () => {
  it('is said in the words in which it was agreed to', async () => {
    await obtainConsent(client, { customer: 'Kim Larsen', accounts: ['House'] });

    const { html } = (await signedIn('Kim Larsen')).page();

    expect(html).toContain('Signed in as <strong>Kim Larsen</strong>');
    expect(html).toMatch(/<h2 id="[\w-]+-who">Countersign<\/h2>/);
    expect(html).toContain('Shared now');
    expect(html).toContain('<li>your transactions of the last 60 days</li>');
    expect(html).toMatch(/<li>House <span class="digits">/);
    expect(html).not.toContain('Index funds');
    expect(html).toMatch(/<dt>Since<\/dt><dd id="[\w-]+-since">\w+ \d+, \d{4} at /);
    expect(html).toMatch(/<dt>Until<\/dt><dd>\w+ \d+, \d{4} at /);
    expect(html).toContain('History goes back 60 days');
  });

  it('is nothing for who shares nothing', async () => {
    const { html } = (await signedIn('Sam Okafor')).page();

    expect(html).toContain('You share nothing now.');
    expect(html).not.toContain('Stop sharing');
  });

  it('lasts until it is stopped where it has no end, and shows what came to its end', async () => {
    const own = await startTestBank();
    const other = await TestClient.register(own.descriptor);
    await obtainConsent(other, { request: consentRequest({ durationType: 'PERSISTENT' }) });
    await obtainConsent(other, { request: consentRequest() });
    own.clock.advance(2 * DAY_MS);

    const customer = bankCustomer(own.descriptor);
    await customer.open(own.descriptor.siteUrl);
    const { html } = await customer.signInAs('Alex Rivera');

    expect(html).toContain('<dt>Until</dt><dd>You stop it</dd>');
    expect(html).toMatch(/No longer shared[^]*Ended by itself on \w+ \d/);
    expect(html.match(/>Stop sharing</g)).toHaveLength(1);
    await own.close();
  });

  it('shows the name of an app as text, whatever it holds', async () => {
    const nasty = await TestClient.register(bank.descriptor, { client_name: '<img src=x> & "Co"' });
    await obtainConsent(nasty, { customer: 'Inés Álvarez Quintanilla' });
    const customer = await signedIn('Inés Álvarez Quintanilla');

    for (const { html } of [customer.page(), await customer.press('Stop sharing')]) {
      expect(html).toContain('&lt;img src=x&gt; &amp; &quot;Co&quot;');
      expect(html).not.toContain('<img src=x>');
    }
  });
});

describe('stopping', () => {
  it('asks once, then ends the grant and its tokens, as done by the customer', async () => {
    const { grantId, accessToken, refreshToken } = await obtainConsent(client);
    const customer = await signedIn();

    const question = await customer.press('Stop sharing');
    expect(question.heading).toBe('Stop sharing with Countersign?');
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 200 });
    const stopped = await customer.press('Stop sharing');

    expect(stopped.heading).toBe('You no longer share with Countersign');
    expect(stopped.html).toContain('Stopped by you on');
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 401 });
    expect(await client.refresh(refreshToken)).toMatchObject({ body: { error: 'invalid_grant' } });
    const own = await client.ownToken();
    expect((await client.fdx(`/consents/${grantId}`, own)).body).toMatchObject({ status: 'REVOKED' });
    expect((await client.fdx(`/consents/${grantId}/revocation`, own)).body).toMatchObject({
      revocations: [{ reason: 'USER_ACTION', initiator: 'INDIVIDUAL' }],
    });
  });

  it('can be thought over', async () => {
    const { accessToken } = await obtainConsent(client);
    const customer = await signedIn();

    const question = await customer.press('Stop sharing');

    expect(question.html).toContain('<form id="keep" method="get" action="/consents">');
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 200 });
  });

  it('has been done when the question is opened again, and stays done', async () => {
    await obtainConsent(client);
    const customer = await signedIn();
    const { url } = await customer.press('Stop sharing');
    await customer.press('Stop sharing');

    expect(await customer.open(url)).toMatchObject({
      status: 200,
      heading: 'You no longer share with Countersign',
    });
  });

  it('is no way to another customer’s consent', async () => {
    const { grantId, accessToken } = await obtainConsent(client);
    const stranger = await signedIn('Sam Okafor');

    expect(await stranger.open(`${bank.descriptor.siteUrl}/${grantId}/stop`)).toMatchObject({
      status: 404,
      heading: 'There is no such page',
    });
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 200 });
  });
});

describe('the session', () => {
  it('is a cookie of these pages alone that ends with the browser and no script can read', async () => {
    const attributes = (await sessionCookie()).split('; ').slice(1);

    expect(attributes).toEqual(['Path=/consents', 'HttpOnly', 'Secure', 'SameSite=Strict']);
  });

  it('ends with Sign out, at the bank as well as in the browser', async () => {
    const customer = await signedIn();

    const page = await customer.press('Sign out');

    expect(page.html).toContain('>Sign in as Alex Rivera</button>');
    expect(await customer.open(bank.descriptor.siteUrl)).toMatchObject({ heading: 'What you share' });
    expect(customer.page().html).not.toContain('Signed in as');
  });

  it('ends by itself after a while', async () => {
    const own = await startTestBank();
    const customer = bankCustomer(own.descriptor);
    await customer.open(own.descriptor.siteUrl);
    await customer.signInAs('Alex Rivera');
    own.clock.advance(DAY_MS);

    expect((await customer.open(own.descriptor.siteUrl)).html).toContain('>Sign in as Alex Rivera</button>');
    await own.close();
  });
});

describe('the pages as a target', () => {
  it('carry no script, allow none, and are in no frame', async () => {
    const { headers, html } = (await signedIn()).page();

    expect(html).not.toContain('<script');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    { name: 'of another site', headers: { origin: 'https://127.0.0.1:9' } },
    { name: 'that does not say where it comes from', headers: {} },
    { name: 'of our own address, but without the mark of the session', headers: 'own' as const },
  ])('do nothing for a form $name', async ({ headers }) => {
    const { issuer, siteUrl } = bank.descriptor;
    const { grantId, accessToken } = await obtainConsent(client);
    const [cookie = ''] = (await sessionCookie()).split(';');

    const answer = await call(bank.descriptor, null, `${siteUrl}/${grantId}/stop`, {
      form: { 'form-key': '' },
      headers: { cookie, ...(headers === 'own' ? { origin: issuer } : headers) },
    });

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This did not come from our page');
    expect(await client.fdx('/accounts', accessToken)).toMatchObject({ status: 200 });
  });

  it('sign nobody in for a form of another site', async () => {
    const answer = await call(bank.descriptor, null, `${bank.descriptor.siteUrl}/sign-in`, {
      form: { customer: 'customer-1001', password: 'sandbox' },
      headers: { origin: 'https://127.0.0.1:9' },
    });

    expect(answer.status).toBe(403);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });
});
