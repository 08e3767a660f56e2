import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { axeFindings } from './axe';
import { test } from './countersign';

test('after a consent the wire shows the pushed request decoded, with its secrets masked', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.giveConsent();
  await window.getByRole('button', { name: 'Show on the wire' }).click();
  await countersign.heading('Wire').waitFor();

  const list = window.getByRole('table', { name: 'Exchanges' });
  await expect(list.getByRole('row')).toHaveCount(8); // the columns' names, and seven exchanges
  await expect(list.getByRole('row', { name: /Pushed request/ })).toContainText('201');
  await list.getByRole('button', { name: /^Pushed request: POST / }).click();

  const panel = window.getByRole('region', { name: /^Pushed request 201/ });
  await expect(panel.getByRole('row', { name: /authorization_details .*RFC 9396 2/ })).toContainText(
    '"lookbackPeriod": 60',
  );
  const state = panel.getByRole('row', { name: /^state / });
  await expect(state.locator('code')).toHaveText(/^..•••..$/);
  await state.getByRole('button', { name: 'Reveal state' }).click();
  await expect(state.locator('code')).toHaveText(/^[\w-]{43}$/);
  await state.getByRole('button', { name: 'Hide state' }).click();
  await expect(state.locator('code')).toHaveText(/^..•••..$/);
});

test('a revealed value hides itself after 30 seconds', async ({ countersign }) => {
  const { window } = countersign;
  await countersign.giveConsent();
  await countersign.goTo('Wire');
  await window.getByRole('button', { name: /^Tokens: POST / }).click();
  const token = window.getByRole('row', { name: /^access_token / });
  await window.clock.install();
  await token.getByRole('button', { name: 'Reveal access_token' }).click();
  await expect(token.locator('code')).not.toContainText('•••');

  await window.clock.fastForward(30_000);

  await expect(token.locator('code')).toContainText('•••');
});

test('the list is searched in what is shown, and copied as curl without a secret', async ({
  countersign,
}) => {
  const { app, window } = countersign;
  await countersign.giveConsent();
  await countersign.goTo('Wire');
  await window.getByRole('textbox', { name: 'Search' }).fill('code_verifier');
  await expect(window.getByRole('table', { name: 'Exchanges' }).getByRole('row')).toHaveCount(2);
  await window.getByRole('button', { name: /^Tokens: POST / }).click();
  await countersign.button('Copy as curl').click();
  await expect(window.getByText('Copied, with secrets masked.')).toBeVisible();

  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain("curl --request 'POST' 'https://");
  expect(copied).toContain('code_verifier=');
  expect(copied).not.toMatch(/code_verifier=[\w-]{43}/);
});

test('a session is saved without a secret, as HAR and to be opened again read-only', async ({
  countersign,
}) => {
  const { app, window, profileFolder } = countersign;
  const chosen = { har: join(profileFolder, 'a.har'), trace: join(profileFolder, 'a.cstrace') };
  // The system's own dialogs cannot be driven from a test; what they return can.
  await app.evaluate(({ dialog }, { har, trace }) => {
    dialog.showSaveDialog = async (...input: unknown[]) => {
      const isHar = JSON.stringify(input).includes('countersign.har');
      return { canceled: false, filePath: isHar ? har : trace };
    };
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [trace] });
  }, chosen);
  await countersign.giveConsent();
  await countersign.goTo('Wire');
  await countersign.button('Save as HAR').click();
  await expect(window.getByText('Saved as a.har. Secrets in it are masked.')).toBeVisible();
  await countersign.button('Save session').click();
  await expect(window.getByText('Saved as a.cstrace. Secrets in it are masked.')).toBeVisible();

  for (const path of Object.values(chosen)) {
    const text = await readFile(path, 'utf8');
    expect(text).toContain('lookbackPeriod');
    expect(text).not.toMatch(/(?:code_verifier|access_token)"?[=:]\s*"?[\w-]{20}/);
  }
  await countersign.restart();
  await countersign.app.evaluate(({ dialog }, { trace }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [trace] });
  }, chosen);
  await countersign.goTo('Wire');
  await countersign.button('Open a saved session').click();

  await countersign.heading('Saved session: a.cstrace').waitFor();
  await countersign.window.getByRole('button', { name: /^Tokens: POST / }).click();
  await expect(countersign.window.getByRole('row', { name: /^access_token / })).toContainText('•••');
  await expect(countersign.window.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);
  await countersign.button('Close the saved session').click();
  await countersign.heading('Wire').waitFor();
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing in any part of an exchange in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window } = countersign;
    await window.getByText(theme, { exact: true }).click();
    await countersign.giveConsent();
    await countersign.goTo('Wire');
    await window.getByRole('button', { name: /^Pushed request: POST / }).click();

    for (const part of ['Parameters', 'Headers', 'Body', 'TLS', 'Differences']) {
      await window.getByRole('tab', { name: part }).click();
      await window.getByRole('tabpanel', { name: part }).waitFor();
      expect(await axeFindings(window), part).toEqual([]);
    }
    await window.getByRole('button', { name: /Compare with/ }).click();
    await window.getByRole('option', { name: /Tokens/ }).click();
    await window.getByRole('table', { name: 'Differences' }).waitFor();
    expect(await axeFindings(window), 'two exchanges compared').toEqual([]);
  });
}
