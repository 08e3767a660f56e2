import { createServer } from 'node:net';
import { expect } from '@playwright/test';

import { type OutsideBank, startOutsideBank } from '../helpers/outside-bank';
import { test } from './countersign';
import { addByIssuer, askFarBank, catchBrowser, shareAt } from './far-bank';

/** The port of the tutorial's redirect URI. */
const TUTORIAL_PORT = 3005;

let bank: OutsideBank;
test.beforeAll(async () => {
  bank = await startOutsideBank();
});
test.afterAll(() => bank.close());

test('a provider that the app was never told of: added by its issuer, registered, and a consent given in the system browser', async ({
  countersign,
}) => {
  const { window } = countersign;
  const openedPage = await catchBrowser(countersign);
  await addByIssuer(countersign, bank);
  await expect(window.getByText('Far Bank has not told this client’s id yet')).toBeVisible();
  await expect(countersign.button('Connect')).toBeDisabled();
  await expect(window.getByText('It offers all that Countersign needs.')).toBeVisible();

  await countersign.button('Register now').click();
  await expect(window.getByText(/^Registered\. The provider calls this client /)).toBeVisible();
  await askFarBank(countersign);
  const page = await openedPage();
  expect(page).toMatch(/^https:\/\//);
  expect([...new URL(page).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  const last = await fetch(await shareAt(bank, page));

  expect(new URL(last.url).search).toBe('');
  await expect(countersign.heading('Far Bank: Personal finance view')).toBeVisible();
  await expect(window.getByText('$3,322.10')).toBeVisible();
  await countersign.goTo('Consents');
  await expect(window.getByRole('button', { name: /^Far Bank, Personal/ })).toBeVisible();
});

test('the answer can be pasted when the browser cannot come back, and only the right one is taken', async ({
  countersign,
}) => {
  const { window } = countersign;
  const openedPage = await catchBrowser(countersign);
  await addByIssuer(countersign, bank);
  await countersign.button('Register now').click();
  await askFarBank(countersign);
  const back = await shareAt(bank, await openedPage());

  await window.getByText('The browser could not come back?').click();
  const field = window.getByLabel('Address from the browser');
  await field.fill('https://evil.example/callback?code=1');
  await countersign.button('Use this address').click();
  await expect(window.getByText('That address is not the one that this request waits for.')).toBeVisible();
  await field.fill(back);
  await countersign.button('Use this address').click();

  await expect(countersign.heading('Far Bank: Personal finance view')).toBeVisible();
});

test('the tutorial’s redirect works, from a profile as JSON, and a busy port 3005 is named', async ({
  countersign,
}) => {
  const { window } = countersign;
  const { issuer, fdxBaseUrl, caPem } = bank.descriptor;
  const openedPage = await catchBrowser(countersign);
  const redirect = { host: 'localhost', port: TUTORIAL_PORT, path: '/response-par' };
  const profile = { name: 'Far Bank', issuer, fdxBaseUrl, caPem, redirect };
  await countersign.goTo('Providers');
  await countersign.button('Add a provider').click();
  await window.getByRole('tab', { name: 'From a profile' }).click();
  const text = window.getByLabel('Profile as JSON');
  await text.fill(JSON.stringify({ ...profile, issuer: 'http://bank.example', privateKeyPem: 'x' }));
  await countersign.button('Use this profile').click();
  await expect(window.getByText('2 things in the profile are not right')).toBeVisible();
  await expect(window.getByText(/A profile holds no secret/)).toBeVisible();
  await text.fill(JSON.stringify(profile));
  await countersign.button('Use this profile').click();
  await expect(window.getByText(/The profile says that the issuer is/)).toBeVisible();
  await countersign.button('Save provider').click();
  await expect(window.getByText('http://localhost:3005/response-par', { exact: true })).toBeVisible();
  await countersign.button('Register now').click();

  const squatter = createServer().listen(TUTORIAL_PORT, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  await askFarBank(countersign);
  await expect(
    window.getByText('Another program uses port 3005, on which the bank sends you back.'),
  ).toBeVisible();
  await new Promise((resolve) => squatter.close(resolve));

  await countersign.button('Try again').click();
  await countersign.button('Agree and go to Far Bank').click();
  const back = await shareAt(bank, await openedPage());
  expect(back).toMatch(/^http:\/\/localhost:3005\/response-par\?/);
  await fetch(back);
  await expect(countersign.heading('Far Bank: Personal finance view')).toBeVisible();
});

test('deleting a provider says what goes with it, and takes it all', async ({ countersign }) => {
  const { window } = countersign;
  const openedPage = await catchBrowser(countersign);
  await addByIssuer(countersign, bank);
  await countersign.button('Register now').click();
  await askFarBank(countersign);
  await fetch(await shareAt(bank, await openedPage()));
  await countersign.heading('Far Bank: Personal finance view').waitFor();

  await countersign.goTo('Providers');
  await window.getByRole('button', { name: /^Far Bank, https/ }).click();
  await countersign.button('Delete').click();
  const sheet = window.getByRole('alertdialog');
  await expect(sheet.getByText(/Its one consent goes/)).toBeVisible();
  await expect(sheet.getByText(/One is still active/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Delete' }).click();

  await expect(window.getByText('No provider yet')).toBeVisible();
  await countersign.goTo('Consents');
  await expect(window.getByText('No consent yet')).toBeVisible();
});
