import { expect } from '@playwright/test';

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
