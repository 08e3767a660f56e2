import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { html } from '../../sandbox/pages/html';
import { bankCustomer } from '../helpers/bank-customer';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { NINETY_DAYS } from './consent-to-accounts';
import { call, consentRequest, TestClient } from './test-client';

let bank: TestBank;
let client: TestClient;

beforeAll(async () => {
  bank = await startTestBank();
  client = await TestClient.register(bank.descriptor);
});

afterAll(() => bank.close());

async function arrive(request = NINETY_DAYS) {
  const { authorizeUrl } = await client.push(request);
  const customer = bankCustomer(bank.descriptor);
  await customer.open(authorizeUrl);
  return customer;
}

describe('the sign-in page', () => {
  it('offers every customer as a button, and a password that is filled in', async () => {
    const { html: page } = (await arrive()).page();

    for (const name of ['Alex Rivera', 'Sam Okafor', 'Kim Larsen', 'Inés Álvarez Quintanilla']) {
      expect(page).toContain(`>Sign in as ${name}</button>`);
    }
    expect(page).toMatch(/<label for="password">Password<\/label>/);
    expect(page).toMatch(/<input id="password"[^>]*value="sandbox"/);
    expect(page).toContain('Checking, savings and a Visa card');
  });

  it('says by the field that a password is wrong, and goes on where it was', async () => {
    const customer = await arrive();

    const page = await customer.signInAs('Alex Rivera', 'Sandbox');

    expect(page).toMatchObject({ status: 422, heading: 'Sign in to continue' });
    expect(page.html).toMatch(/aria-describedby="password-hint password-error" aria-invalid="true"/);
    expect(page.html).toContain('That is not the password.');
    expect(await customer.signInAs('Alex Rivera')).toMatchObject({ status: 200 });
    expect(await customer.share()).toContain('code=');
  });

  it('can be opened again, and the customer can change', async () => {
    const customer = await arrive();
    const signInUrl = customer.page().url;
    await customer.signInAs('Alex Rivera');

    await customer.open(signInUrl);
    const page = await customer.signInAs('Kim Larsen');

    expect(page.html).toContain('Signed in as <strong>Kim Larsen</strong>');
    expect(page.html).toContain('30-Year Fixed Mortgage');
    expect(page.html).not.toContain('Everyday Checking <span class="digits">••••4821');
  });
});

describe('the consent page', () => {
  it('says in the words of the app what is shared, for how long, and how to stop', async () => {
    const customer = await arrive();

    const { html: page } = await customer.signInAs('Alex Rivera');

    expect(page).toContain('your accounts and their balances');
    expect(page).toContain('your transactions of the last 60 days');
    expect(page).toContain('your name, address, email and phone');
    expect(page).toMatch(/The access ends on \w+ \d+, \d{4}\./);
    expect(page).toMatch(/History goes back 60 days, to /);
    expect(page).toContain('It cannot move money');
    expect(page).toContain('You can stop it at any time, in Countersign or at Sandbox Bank.');
    expect(page).toContain('>Share</button>');
    expect(page).toContain('>Decline</button>');
  });

  it('shows balances with the currency and a true minus sign', async () => {
    expect((await (await arrive()).signInAs('Alex Rivera')).html).toContain('−$1,204.00');
    expect((await (await arrive()).signInAs('Inés Álvarez Quintanilla')).html).toContain('€1,280.00');
  });

  it('has switches for all but the accounts themselves', async () => {
    const { html: page } = await (await arrive()).signInAs('Alex Rivera');

    const switches = [...page.matchAll(/role="switch"[^>]*value="(\w+)"/g)].map(([, cluster]) => cluster);
    expect(switches).toEqual(['TRANSACTIONS', 'STATEMENTS', 'CUSTOMER_CONTACT']);
  });

  it('can be loaded again', async () => {
    const customer = await arrive();
    const { url } = await customer.signInAs('Alex Rivera');

    expect(await customer.open(url)).toMatchObject({ status: 200, url });
    expect(await customer.share()).toContain('code=');
  });

  it('wants at least one account, and loses nothing of the choice', async () => {
    const customer = await arrive();
    await customer.signInAs('Alex Rivera');

    const page = await customer.tryToShare({ accounts: [], switchOff: ['STATEMENTS'] });

    expect(page.status).toBe(422);
    expect(page.html).toContain('Choose at least one account, or choose Decline.');
    expect(page.html).toMatch(/value="TRANSACTIONS" checked/);
    expect(page.html).not.toMatch(/value="STATEMENTS" checked/);
    expect(await customer.share({ accounts: ['Household'] })).toContain('code=');
  });

  it('wants at least one item where all can be switched off', async () => {
    const onlyContact = consentRequest({
      resources: [{ resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] }],
    });
    const customer = await arrive(onlyContact);
    const consentPage = await customer.signInAs('Sam Okafor');
    expect(consentPage.html).not.toContain('From which accounts');

    const page = await customer.tryToShare({ switchOff: ['CUSTOMER_CONTACT'] });

    expect(page.status).toBe(422);
    expect(page.html).toContain('Leave at least one item on, or choose Decline.');
  });

  it('shares no account of another customer, and no item that was not asked for', async () => {
    const customer = await arrive(
      consentRequest({ resources: [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC'] }] }),
    );
    const { url } = await customer.signInAs('Alex Rivera');
    const alexCookies = customer; // only this browser may post

    await expect(alexCookies.share({ accounts: ['Sam and Robin'] })).rejects.toThrow('the page offers no');
    await expect(alexCookies.share({ switchOff: ['BILLS'] })).rejects.toThrow('the page offers no');
    expect(url).toMatch(/\/consent$/);
  });
});

describe('Share pressed twice', () => {
  it('gives one code', async () => {
    const customer = await arrive();
    await customer.signInAs('Alex Rivera');

    const [first, second] = await Promise.allSettled([customer.share(), customer.share()]);

    const codes = [first, second].flatMap((press) =>
      press.status === 'fulfilled' ? [new URL(press.value).searchParams.get('code')] : [],
    );
    // a code is given once; the press that comes late finds the request answered
    expect(codes).toHaveLength(1);
  });
});

describe('the pages as a target', () => {
  it('carry no script and allow none, and let a form lead only back to the app', async () => {
    const { headers, html: page } = (await arrive()).page();

    expect(page).not.toContain('<script');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:49152; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('show the name of an app as text, whatever it holds', async () => {
    const nasty = await TestClient.register(bank.descriptor, { client_name: '<img src=x> & "Co"' });
    const { authorizeUrl } = await nasty.push();
    const customer = bankCustomer(bank.descriptor);

    const signIn = await customer.open(authorizeUrl);
    const consent = await customer.signInAs('Alex Rivera');

    for (const page of [signIn, consent]) {
      expect(page.html).toContain('&lt;img src=x&gt; &amp; &quot;Co&quot;');
      expect(page.html).not.toContain('<img src=x>');
    }
  });

  it('do nothing for a form that another site sends', async () => {
    const customer = await arrive();
    const { url } = customer.page();

    const answer = await call(bank.descriptor, null, `${url}/sign-in`, {
      form: { customer: 'customer-1001', password: 'sandbox' },
      headers: { origin: 'https://127.0.0.1:9', accept: 'text/html' },
    });

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This did not come from our page');
  });

  it('are of no use to a browser that did not come with the request', async () => {
    const { url } = (await arrive()).page();

    const page = await bankCustomer(bank.descriptor).open(url);

    expect(page).toMatchObject({ status: 400, heading: 'This request has ended' });
  });

  it('are of no use once there is an answer: going back explains it', async () => {
    const customer = await arrive();
    const { url } = await customer.signInAs('Alex Rivera');
    await customer.share();

    expect(await customer.open(url)).toMatchObject({ status: 400, heading: 'This request has ended' });
  });
});

describe('what goes wrong, in words', () => {
  it('is a page of the bank for an address that does not exist', async () => {
    const customer = bankCustomer(bank.descriptor);

    expect(await customer.open(`${bank.descriptor.issuer}/nowhere`)).toMatchObject({
      status: 404,
      heading: 'There is no such page',
    });
  });

  it('is a page of the bank for a request that is unknown, and it names no machinery', async () => {
    const page = await bankCustomer(bank.descriptor).open(
      client.authorizeUrl('urn:ietf:params:oauth:request_uri:made-up'),
    );

    expect(page).toMatchObject({ status: 400, heading: 'This request has ended' });
    expect(page.html).toContain('<title>This request has ended · Sandbox Bank</title>');
    expect(page.html).not.toContain('oidc-provider');
  });

  it('is a page of the bank, not a redirect, for an app that is unknown', async () => {
    const url = `${bank.descriptor.issuer}/authorize?client_id=nobody&redirect_uri=https%3A%2F%2Fevil.example&response_type=code`;

    expect(await bankCustomer(bank.descriptor).open(url)).toMatchObject({
      status: 400,
      heading: 'The bank can’t take this request',
    });
  });

  it('never leads to an address that the app did not register', async () => {
    const { authorizeUrl } = await client.push();

    const customer = bankCustomer(bank.descriptor);
    await customer.open(`${authorizeUrl}&redirect_uri=https%3A%2F%2Fevil.example`);
    await customer.signInAs('Alex Rivera').catch(() => undefined);

    expect(customer.page().html).not.toContain('evil.example');
  });
});

describe('markup', () => {
  it('escapes every value but markup', () => {
    const text = `<&>"'`;

    expect(html`<p title="${text}">${html`<b>${text}</b>`}${null}${[html`${1}`]}</p>`.text).toBe(
      '<p title="&lt;&amp;&gt;&quot;&#39;"><b>&lt;&amp;&gt;&quot;&#39;</b>1</p>',
    );
  });
});
