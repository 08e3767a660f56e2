import { expect } from '@playwright/test';

import { axeFindings } from './axe';
import { test } from './countersign';

test('what the bank made up is found by a few letters, and opened by keyboard', async ({ countersign }) => {
  await countersign.giveConsent();
  await countersign.goTo('Transactions');
  const { window } = countersign;
  const grid = window.getByRole('grid', { name: 'Transactions, newest first' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await expect(window.getByText('Sandbox: made-up money')).toBeVisible();

  const field = window.getByRole('searchbox', { name: 'Find' });
  await field.fill('payr');
  await expect(window.getByText(/^\d+ transactions found$/)).toBeVisible();
  await expect(grid.getByRole('row').nth(1)).toContainText('Larkfield Studio');

  await grid.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const detail = window.getByRole('complementary', { name: 'Details' });
  await expect(detail.getByText('"debitCreditMemo": "CREDIT"')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(detail).toBeHidden();

  await field.fill('no such words');
  await expect(window.getByRole('heading', { name: 'No transaction matches' })).toBeVisible();
  await countersign.button('Clear the search').click();
  await expect(window.getByText(/^\d+ transactions$/)).toBeVisible();
});

test('the list of transactions can be used by everyone, in both themes', async ({ countersign }) => {
  await countersign.giveConsent();
  await countersign.goTo('Transactions');
  await countersign.window.getByRole('row').nth(2).click();
  await expect(countersign.window.getByRole('heading', { name: 'The bank’s record' })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await countersign.window.emulateMedia({ colorScheme: theme });
    expect(await axeFindings(countersign.window)).toEqual([]);
  }
});
