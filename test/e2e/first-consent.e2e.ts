import { expect } from '@playwright/test';

import { CONSENT_NAME, test } from './countersign';

test('the first consent is six clicks away, shows money, and is still there after a restart', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.button('Try the sandbox bank').click(); // 1
  await countersign.button('Review').click(); // 2
  const bank = await countersign.bankAfter(() => countersign.button('Agree and go to Sandbox Bank').click()); // 3
  await bank.getByRole('button', { name: 'Sign in as Alex Rivera' }).click(); // 4
  await bank.getByRole('button', { name: 'Share', exact: true }).click({ noWaitAfter: true }); // 5

  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
  await expect(window.getByText('$3,322.10')).toBeVisible();
  await expect(window.getByText('Active', { exact: true })).toBeVisible();
  await expect(window.getByText('The bank granted exactly what was asked for.')).toBeVisible();

  await countersign.restart();

  await expect(countersign.window.getByText('$3,322.10')).toBeVisible();
  await countersign.goTo('Consents');
  await expect(countersign.window.getByRole('button', { name: /^Sandbox Bank, Personal/ })).toBeVisible();
});

test('a customer who declines shares nothing and can try again with the request kept', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  await countersign.window.getByText('Statements', { exact: true }).click();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  await countersign.leaveBank(bank, 'Decline');

  await expect(countersign.heading('You declined')).toBeVisible();
  await expect(countersign.window.getByText('Nothing was shared.').first()).toBeVisible();
  await countersign.button('Change the request').click();
  await expect(countersign.window.getByRole('checkbox', { name: 'Statements' })).toBeChecked();
});

test('what the customer takes out is shown as less than asked for', async ({ countersign }) => {
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  await bank.getByText('Your transactions of the last 60 days').click();
  await countersign.leaveBank(bank, 'Share');

  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
  await expect(countersign.window.getByText('One thing differs from what was asked for.')).toBeVisible();
  await expect(countersign.window.getByText('Less than asked')).toBeVisible();
  await expect(
    countersign.window.getByText('You shared less than was asked for: no transactions.'),
  ).toBeVisible();
  await countersign.window.getByText('The page that you agreed to, word for word').click();
  await expect(countersign.window.getByText('How to stop', { exact: true })).toBeVisible();
});

test('stopping the sharing is confirmed by the bank, and the consent can then be forgotten', async ({
  countersign,
}) => {
  const { window } = countersign;
  await countersign.giveConsent();
  await countersign.button('Stop sharing').click();
  await window
    .getByRole('alertdialog')
    .or(window.getByRole('dialog'))
    .getByRole('button', { name: 'Stop sharing' })
    .click();

  await expect(window.getByText('Sandbox Bank confirmed that the sharing has ended.')).toBeVisible();
  await expect(window.getByText('Stopped', { exact: true }).first()).toBeVisible();
  await countersign.button('Forget').click();
  await window
    .getByRole('alertdialog')
    .or(window.getByRole('dialog'))
    .getByRole('button', { name: 'Forget' })
    .click();
  await expect(window.getByText('No consent yet')).toBeVisible();
});
