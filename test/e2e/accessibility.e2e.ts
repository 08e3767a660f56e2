import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

import { test } from './countersign';

/** What axe finds on a page, in one line each. */
async function findings(page: Page): Promise<readonly string[]> {
  // Electron opens no second page for axe to collect its results in, so they are collected in this one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing on any screen in the ${theme.toLowerCase()} theme`, async ({ countersign }) => {
    const { window } = countersign;
    await window.getByText(theme, { exact: true }).click();
    await expect
      .poll(() =>
        window.evaluate(
          (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
          theme === 'Dark',
        ),
      )
      .toBe(true);
    expect(await findings(window), 'Welcome').toEqual([]);

    await countersign.openBuilder();
    expect(await findings(window), 'Builder').toEqual([]);
    await window.getByRole('tab', { name: 'Exact request' }).click();
    expect(await findings(window), 'Exact request').toEqual([]);
    await countersign.button('Review').click();
    await countersign.heading('Review before you agree').waitFor();
    expect(await findings(window), 'Review').toEqual([]);

    const bank = await countersign.bankAfter(() =>
      countersign.button('Agree and go to Sandbox Bank').click(),
    );
    await countersign.heading('Your turn at Sandbox Bank').waitFor();
    expect(await findings(window), 'Flow').toEqual([]);
    expect(await findings(bank), 'Bank: sign in').toEqual([]);
    await countersign.signIn(bank);
    expect(await findings(bank), 'Bank: consent').toEqual([]);
    await countersign.leaveBank(bank, 'Share');

    await countersign.button('Stop sharing').waitFor();
    expect(await findings(window), 'Consent').toEqual([]);
    for (const page of ['Consents', 'Settings', 'Home'] as const) {
      await countersign.goTo(page);
      await countersign.heading(page).waitFor();
      expect(await findings(window), page).toEqual([]);
    }
  });
}
