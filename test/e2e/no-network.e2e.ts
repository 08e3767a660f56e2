import { expect } from '@playwright/test';

import { startOutsideBank } from '../helpers/outside-bank';
import { CONSENT_NAME, type Countersign, test } from './countersign';
import { addByIssuer, askFarBank, catchBrowser, shareAt } from './far-bank';

const PASSPHRASE = 'four quiet words here';

async function unlock(countersign: Countersign): Promise<void> {
  await countersign.goTo('Settings');
  await countersign.window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await countersign.button('Unlock').click();
  await countersign.window.getByText('Sealed by your passphrase').waitFor();
}

/** The machine sleeps for so many minutes, as the app hears of it: its clock is ahead, and the system says so. */
async function sleep(countersign: Countersign, minutes: number): Promise<void> {
  await countersign.moveClock(minutes * 60_000);
  await countersign.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
}

test('[S80] a start without a way to the bank shows what was last read, and reading again says what is wrong', async ({
  countersign,
}) => {
  const bank = await startOutsideBank();
  const openedPage = await catchBrowser(countersign);
  await countersign.setPassphrase(PASSPHRASE);
  await countersign.goTo('Welcome');
  await addByIssuer(countersign, bank);
  await countersign.button('Register now').click();
  await askFarBank(countersign);
  await fetch(await shareAt(bank, await openedPage()));
  await countersign.heading('Far Bank: Personal finance view').waitFor();
  await bank.close();

  await countersign.restart();

  const { window } = countersign;
  await expect(window.getByText('$3,322.10').first()).toBeVisible();
  await unlock(countersign);
  await countersign.goTo('Consents');
  await expect(window.getByRole('columnheader', { name: 'Last read' })).toBeVisible();
  await window.getByRole('button', { name: /^Far Bank, Personal/ }).click();
  await expect(window.getByText('Last read')).toBeVisible();
  await countersign.button('Read again').click();

  const { host } = new URL(bank.descriptor.issuer);
  await expect(window.getByText(`Far Bank does not answer at ${host}.`)).toBeVisible();
  await expect(window.getByText('Try again in a minute.')).toBeVisible();
  await expect(window.getByText('$3,322.10').first()).toBeVisible();
  await expect(window.getByText('Active', { exact: true })).toBeVisible();
});

test('[S80] a machine that wakes up after the time for the bank’s page says so, closes it, and can try again', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  const closed = bank.waitForEvent('close');

  await sleep(countersign, 6);

  await closed;
  await expect(countersign.heading('The request ran out')).toBeVisible();
  await countersign.button('Try again').click();
  await expect(countersign.heading('Review before you agree')).toBeVisible();
});

test('[S80] a consent that came to its end in a sleep is shown as ended when the machine wakes up', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  await countersign.goTo('Consents');
  const consent = countersign.window.getByRole('row', { name: /Personal finance view/ });
  await expect(consent).toContainText('Active');

  await sleep(countersign, 400 * 24 * 60);

  await expect(consent).toContainText('Ended');
  await consent.getByRole('button').click();
  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
});
