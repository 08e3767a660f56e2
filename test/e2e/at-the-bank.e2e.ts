import { expect, type Page } from '@playwright/test';

import { axeFindings } from './axe';
import { type Countersign, test } from './countersign';

/** More stops than any of these pages has. */
const MAX_STOPS = 20;

/** From the bank's list through its question to the page that says that it is over. */
async function stopAtBank(site: Page): Promise<void> {
  await site.getByRole('button', { name: 'Stop sharing' }).click();
  await site.getByRole('heading', { level: 1, name: 'Stop sharing with Countersign?' }).waitFor();
  await site.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(site.getByRole('heading', { level: 1 })).toHaveText('You no longer share with Countersign');
}

async function confirm(countersign: Countersign, name: string): Promise<void> {
  await countersign.window.getByRole('alertdialog').getByRole('button', { name }).click();
}

test('what is stopped on the bank’s own page is seen to have ended, and can be forgotten', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.giveConsent();
  const site = await countersign.signInAtBankSite();
  await stopAtBank(site);
  await site.getByRole('link', { name: 'Back to what you share' }).click();
  await expect(site.getByText('You share nothing now.')).toBeVisible();

  await countersign.button('Read again').click();

  await expect(window.getByText('This consent was stopped.')).toBeVisible();
  await expect(window.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(window.getByText('Found to have ended')).toBeVisible();
  await expect(window.locator('.consent-news')).toBeFocused();
  await expect(countersign.button('Stop sharing')).toHaveCount(0);
  // The end was concluded from a refusal, which may have been a slip: the bank can be asked again, and says the same.
  await countersign.button('Read again').click();
  await expect(window.getByText('This consent was stopped.')).toBeVisible();

  await countersign.restart();
  await countersign.goTo('Consents');
  await expect(countersign.window.getByText('Stopped', { exact: true })).toBeVisible();
  await countersign.window.getByRole('button', { name: /^Sandbox Bank, Personal/ }).click();
  await countersign.button('Forget').click();
  await confirm(countersign, 'Forget');
  await expect(countersign.window.getByText('No consent yet')).toBeVisible();
});

test('what is stopped on the bank’s own page is seen here when that page is closed', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  const site = await countersign.signInAtBankSite();
  await stopAtBank(site);

  await countersign.closeBankWindow();

  await expect(countersign.window.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(countersign.button('Stop sharing')).toHaveCount(0);
});

test('the bank’s own page stays when a flow ends, and asks anew who it is when it was closed', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  const site = await countersign.signInAtBankSite();
  await countersign.goTo('Home');
  await countersign.giveConsent();

  await site.reload();
  await expect(site.getByRole('button', { name: 'Stop sharing' })).toHaveCount(2);

  const again = await countersign.bankAfter(() =>
    countersign.button('Open Sandbox Bank’s own page').first().click(),
  );
  await expect(again.getByRole('button', { name: 'Sign in as Alex Rivera' })).toBeVisible();
  expect(site.isClosed()).toBe(true);
});

test('without access a consent is stopped by the way that the notice offers', async ({ countersign }) => {
  await countersign.giveConsent();
  await countersign.restart();
  await countersign.goTo('Consents');
  await countersign.window.getByRole('button', { name: /^Sandbox Bank, Personal/ }).click();
  await expect(
    countersign.window.getByText('Countersign can’t read from Sandbox Bank any more'),
  ).toBeVisible();
  const notice = countersign.window.locator('.notice').getByRole('button', { name: /own page$/ });
  const site = await countersign.bankAfter(() => notice.click());
  await site.getByRole('button', { name: 'Sign in as Alex Rivera' }).click();
  await stopAtBank(site);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing on the bank’s own pages in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    await countersign.window.getByText(theme, { exact: true }).click();
    await countersign.giveConsent();
    const site = await countersign.bankAfter(() =>
      countersign.button('Open Sandbox Bank’s own page').first().click(),
    );
    const stop = site.getByRole('button', { name: 'Stop sharing' });
    await site.getByRole('button', { name: 'Sign in as Alex Rivera' }).waitFor();
    expect(await axeFindings(site), 'Sign in').toEqual([]);
    await site.getByRole('button', { name: 'Sign in as Alex Rivera' }).click();
    await stop.waitFor();
    expect(await axeFindings(site), 'List').toEqual([]);
    await stop.click();
    await site.getByRole('button', { name: 'Keep sharing' }).waitFor();
    expect(await axeFindings(site), 'Question').toEqual([]);
    await stop.click();
    await site.getByRole('link', { name: 'Back to what you share' }).waitFor();
    expect(await axeFindings(site), 'Stopped').toEqual([]);
    await site.getByRole('link', { name: 'Back to what you share' }).click();
    await site.getByText('No longer shared').waitFor();
    expect(await axeFindings(site), 'Ended').toEqual([]);
    await site.goto(new URL('/', site.url()).href);
    expect(await axeFindings(site), 'Front door').toEqual([]);
  });
}

test('the bank’s own pages work by keyboard alone', async ({ countersign }) => {
  await countersign.giveConsent();
  const site = await countersign.bankAfter(() =>
    countersign.button('Open Sandbox Bank’s own page').first().click(),
  );
  const way = [
    { press: 'Sign in as Alex Rivera', to: 'What you share' },
    { press: 'Stop sharing', to: 'Stop sharing with Countersign?' },
    { press: 'Stop sharing', to: 'You no longer share with Countersign' },
    { press: 'Sign out', to: 'What you share: sign in' },
  ];
  for (const { press, to } of way) {
    const button = site.getByRole('button', { name: press });
    await button.waitFor();
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await site.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await site.keyboard.press('Enter');
    await expect(site).toHaveTitle(`${to} · Sandbox Bank`);
  }
});
