import { expect } from '@playwright/test';

import { startOutsideBank } from '../helpers/outside-bank';
import { axeFindings as findings } from './axe';
import { test } from './countersign';

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
    for (const page of ['Consents', 'Providers', 'Keys', 'Wire', 'Settings', 'Home'] as const) {
      await countersign.goTo(page);
      await countersign.heading(page).waitFor();
      expect(await findings(window), page).toEqual([]);
    }
  });
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing on the screens of a provider in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window } = countersign;
    const bank = await startOutsideBank();
    await window.getByText(theme, { exact: true }).click();
    await countersign.goTo('Providers');
    await countersign.button('Add a provider').click();
    expect(await findings(window), 'Add by issuer').toEqual([]);
    await window.getByRole('tab', { name: 'From a profile' }).click();
    await window.getByLabel('Profile as JSON').fill('{"issuer": 1}');
    await countersign.button('Use this profile').click();
    expect(await findings(window), 'Add from a profile').toEqual([]);
    await window.getByRole('tab', { name: 'By its issuer' }).click();
    await window.getByLabel('Issuer address').fill(bank.descriptor.issuer);
    await window.getByLabel('Certificate authority (PEM)').fill(bank.descriptor.caPem);
    await countersign.button('Look it up').click();
    await window.getByRole('radio', { name: 'By a signed statement' }).check({ force: true });
    await window.getByText('The provider does not say that it takes this.').waitFor();
    await window.getByRole('button', { name: /Key$/ }).click();
    await window.getByRole('option', { name: 'A new key, made now' }).waitFor();
    expect(await findings(window), 'Form with its keys open').toEqual([]);
    await window.keyboard.press('Escape');
    await window.getByRole('radio', { name: 'By its own certificate' }).check({ force: true });
    await countersign.button('Save provider').click();
    await window.getByText('Not saved yet: FDX base address').waitFor();
    expect(await findings(window), 'Form').toEqual([]);
    await window.getByLabel('FDX base address').fill(bank.descriptor.fdxBaseUrl);
    await countersign.button('Save provider').click();
    await window.getByText('Registration pack').click();
    await window.getByRole('switch', { name: 'Developer view' }).check({ force: true });
    expect(await findings(window), 'Provider').toEqual([]);
    await countersign.button('Change').click();
    await countersign.button('Cancel').waitFor();
    expect(await findings(window), 'Change').toEqual([]);
    await countersign.button('Cancel').click();
    await countersign.button('Delete').click();
    await window.getByRole('alertdialog').waitFor();
    expect(await findings(window), 'Delete').toEqual([]);
    await bank.close();
  });

  test(`axe finds nothing on the sheets of Keys in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window } = countersign;
    await window.getByText(theme, { exact: true }).click();
    await countersign.goTo('Keys');
    await countersign.heading('Keys').waitFor();
    expect(await findings(window), 'Keys, none yet').toEqual([]);
    await countersign.button('Make a key').click();
    const sheet = window.getByRole('dialog');
    expect(await findings(window), 'Make a key').toEqual([]);
    await sheet.getByRole('button', { name: 'Make a key' }).click();
    await window.getByText('The key “Countersign” is made.').waitFor();

    for (const opener of [/^Show public key set/, /^Replace/, 'Import a key']) {
      await countersign.button(opener).click();
      await sheet.waitFor();
      expect(await findings(window), String(opener)).toEqual([]);
      await window.keyboard.press('Escape');
    }
    expect(await findings(window), 'Keys').toEqual([]);
  });
}
