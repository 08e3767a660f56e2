import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { type Countersign, test } from './countersign';

/** As long as a provider's name may be, and with nowhere to break. */
const PROVIDER = 'W'.repeat(120);
const ARABIC = 'حساب التوفير العائلي للعطلات الصيفية';

function account(index: number, change: object): object {
  return {
    accountCategory: 'DEPOSIT_ACCOUNT',
    accountId: `a${index}`,
    nickname: `Account ${index}`,
    accountNumberDisplay: '****4821',
    status: 'OPEN',
    currency: { currencyCode: 'USD' },
    balanceAsOf: '2026-11-25T00:00:00.000Z',
    balanceType: 'ASSET',
    currentBalance: 1,
    ...change,
  };
}

/** Three hundred accounts, as JSON: an amount of 20 digits is no number that JavaScript can write. */
function accountsText(): string {
  const odd = [
    account(0, { nickname: ARABIC, productName: 'توفير', currentBalance: '123456789012345678.99' }),
    account(1, { nickname: 'X'.repeat(200), currency: { currencyCode: 'JPY' }, currentBalance: 1234567 }),
    account(2, { nickname: 'Dinar', currency: { currencyCode: 'BHD' }, currentBalance: 1234.567 }),
  ];
  const rest = Array.from({ length: 297 }, (_, index) => account(index + 3, {}));
  return JSON.stringify({ accounts: [...odd, ...rest] }).replace(/"(\d{18}\.\d\d)"/, '$1');
}

/** Puts what a provider may lawfully answer into the consent that is there. */
async function makeOdd({ profileFolder }: Countersign): Promise<void> {
  const path = join(profileFolder, 'countersign', 'consents.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as { connections: object[] };
  const connections = file.connections.map((connection) => ({
    ...connection,
    providerName: PROVIDER,
    accountsText: accountsText(),
  }));
  await writeFile(path, JSON.stringify({ ...file, connections }));
}

/** Whatever is wider than the place that it stands in, and not meant to scroll. */
function whatOverflows({ window }: Countersign): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const isBox = element.clientWidth > 1 && display !== 'inline' && !(element instanceof SVGElement);
        const mayScroll = overflowX === 'auto' && element.tagName !== 'MAIN';
        return isBox && !mayScroll && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

async function zoom({ app }: Countersign, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(to);
  }, factor);
}

test('long names, big amounts and 300 accounts are shown whole at 100 % and at 200 %', async ({
  countersign,
}) => {
  await countersign.giveConsent();
  await countersign.quit();
  await makeOdd(countersign);
  await countersign.start();
  const { window } = countersign;

  for (const factor of [1, 2]) {
    await zoom(countersign, factor);
    await countersign.goTo('Consents');
    await window.getByText(PROVIDER).waitFor();
    expect(await whatOverflows(countersign), `the list at ${factor}`).toEqual([]);
    await window.getByRole('button', { name: /^WWW/ }).click();
    await window.getByText('Dinar').waitFor();
    expect(await whatOverflows(countersign), `the consent at ${factor}`).toEqual([]);
    await countersign.goTo('Home');
    await window.getByText('Dinar').waitFor();
    expect(await whatOverflows(countersign), `Home at ${factor}`).toEqual([]);
  }
  const accounts = window.getByRole('list', { name: 'Accounts' });
  await expect(accounts.getByText('$123,456,789,012,345,678.99')).toBeVisible();
  await expect(accounts.getByText('¥1,234,567', { exact: true })).toBeVisible();
  await expect(accounts.getByText('BHD 1,234.567')).toBeVisible();
  await expect(accounts.locator('bdi', { hasText: ARABIC })).toBeVisible();
  await expect(accounts.getByRole('listitem')).toHaveCount(13); // twelve, and the way to the rest
  await countersign.button('Show all 300 accounts').click();
  await expect(accounts.getByRole('listitem')).toHaveCount(300);
  await expect(accounts).toBeFocused();
});
