import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { test } from './countersign';

test('a request that the bank refuses comes back to the builder with the member named', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.openBuilder();
  await window.getByRole('tab', { name: 'Exact request' }).click();
  const editor = window.getByRole('textbox', { name: 'Exact request' });
  const text = await editor.inputValue();
  await editor.fill(text.replace('"TRANSACTIONS"', '"TRANSACTIONS", "CRYSTAL_BALL"'));
  await countersign.button('Review').click();
  await countersign.button('Agree and go to Sandbox Bank').click();

  await countersign.button('Change the request').click();
  await expect(window.getByText('Sandbox Bank refused this request')).toBeVisible();
  await expect(window.getByText(/CRYSTAL_BALL is not offered/).first()).toBeVisible();
});

test('an error in the exact request is named with its line, and nothing can be sent until it is fixed', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.openBuilder();
  await window.getByRole('tab', { name: 'Exact request' }).click();
  const editor = window.getByRole('textbox', { name: 'Exact request' });
  const text = await editor.inputValue();
  await editor.fill(text.replace('"lookbackPeriod": 60', '"lookbackPeriod": "60"'));

  await expect(window.getByText('This must be a whole number.').first()).toBeVisible();
  await expect(countersign.button('Review')).toBeDisabled();
  await expect(window.getByText(/The exact request has an error in line \d+/)).toBeVisible();
  await editor.fill(text);
  await countersign.button('Review').click();
  await expect(countersign.heading('Review before you agree')).toBeVisible();
});

test('files that cannot be read are moved aside and explained at start, and nothing of them is lost', async ({
  countersign,
}) => {
  await countersign.quit();
  const folder = join(countersign.profileFolder, 'countersign');
  await mkdir(join(folder, 'vault'), { recursive: true });
  await writeFile(join(folder, 'consents.json'), '{"version": 1, "connections": [');
  await writeFile(join(folder, 'preferences.json'), 'not json');
  await writeFile(join(folder, 'vault', 'vault.sealed'), Buffer.alloc(64));

  await countersign.start();

  const notices = countersign.window.getByText(/could not be read, so Countersign moved it aside/);
  await expect(notices).toHaveCount(3);
  expect((await readdir(folder)).filter((name) => name.includes('.corrupt-'))).toHaveLength(2);
  await countersign.button('Dismiss').first().click();
  await expect(notices).toHaveCount(2);
});

test('without a keychain the app says so, and a passphrase keeps access over a restart', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  await countersign.goTo('Settings');
  await expect(countersign.window.getByText('In memory only')).toBeVisible();
  await countersign.window.getByLabel('Passphrase', { exact: true }).fill('four quiet words here');
  await countersign.window.getByLabel('The passphrase again').fill('four quiet words here');
  await countersign.button('Set passphrase').click();
  await expect(countersign.window.getByText('Sealed by your passphrase')).toBeVisible();

  await countersign.restart();
  await countersign.goTo('Settings');
  await countersign.window.getByLabel('Passphrase', { exact: true }).fill('not that one');
  await countersign.button('Unlock').click();
  await expect(countersign.window.getByRole('alert')).toBeVisible();
  await countersign.window.getByLabel('Passphrase', { exact: true }).fill('four quiet words here');
  await countersign.button('Unlock').click();
  await expect(countersign.window.getByText('Sealed by your passphrase')).toBeVisible();

  await countersign.goTo('Consents');
  await countersign.window.getByRole('button', { name: /^Sandbox Bank, Personal/ }).click();
  await countersign.button('Read again').click();
  await expect(countersign.window.getByText('Read again just now.')).toBeVisible();
});
