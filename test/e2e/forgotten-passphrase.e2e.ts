import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { axeFindings } from './axe';
import { CONSENT_NAME, test } from './countersign';

const PASSPHRASE = 'four quiet words here';

test('who forgot the passphrase starts afresh: nothing is deleted, consents stay, and connecting works', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  await countersign.setPassphrase(PASSPHRASE);
  await countersign.restart();
  const { window } = countersign;
  await countersign.goTo('Settings');

  await countersign.button('Forgot it? Start afresh').click();
  const sheet = window.getByRole('alertdialog', { name: 'Start without what is locked?' });
  await expect(sheet.getByText('moved aside, into a file that is kept')).toBeVisible();
  await expect(sheet.getByText('Your consents stay listed')).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
  await sheet.getByRole('button', { name: 'Keep trying' }).click();
  await expect(window.getByText('Locked', { exact: true })).toBeVisible();

  await countersign.button('Forgot it? Start afresh').click();
  await sheet.getByRole('button', { name: 'Start afresh' }).click();

  await expect(window.getByText(/^Started afresh\./)).toBeVisible();
  await expect(window.getByText('In memory only')).toBeVisible();
  await expect(window.locator('.settings-news')).toBeFocused();
  const kept = await readdir(join(countersign.profileFolder, 'countersign', 'vault'));
  expect(kept.filter((name) => name.startsWith('vault.sealed.corrupt-'))).toHaveLength(1);

  await countersign.goTo('Consents');
  await expect(window.getByRole('button', { name: /^Sandbox Bank, Personal/ })).toBeVisible();
  await countersign.goTo('Home');
  await countersign.giveConsent();
  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
});
