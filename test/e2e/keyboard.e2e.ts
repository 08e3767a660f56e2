import { expect, type Page } from '@playwright/test';

import { CONSENT_NAME, test } from './countersign';

/** More stops than any page has: a control that takes longer to reach cannot be reached. */
const MAX_STOPS = 60;

/** Presses Tab until the named control has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('button', { name, exact: typeof name === 'string' });
  await target.waitFor();
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${String(name)}"`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

test('the first consent by keyboard alone, in both windows', async ({ countersign }) => {
  const { window } = countersign;
  await press(window, 'Try the sandbox bank');
  await press(window, 'Review');
  const bank = await countersign.bankAfter(() => press(window, 'Agree and go to Sandbox Bank'));
  await press(bank, 'Sign in as Alex Rivera');
  await bank.getByRole('button', { name: 'Share', exact: true }).waitFor();
  await tabTo(bank, 'Share');
  // The window closes in answer to the key, which Playwright may report as a failed key press.
  await bank.keyboard.press('Enter').catch((cause: unknown) => {
    if (!bank.isClosed()) throw cause;
  });

  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
  await expect(window.getByText('$3,322.10')).toBeVisible();
});
