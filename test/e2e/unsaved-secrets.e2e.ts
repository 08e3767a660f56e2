import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { axeFindings } from './axe';
import { test } from './countersign';

const PASSPHRASE = 'a passphrase of a test';

for (const theme of ['Light', 'Dark'] as const) {
  test(`access that the disk refuses is marked on every page until it is saved, in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window, profileFolder } = countersign;
    await window.getByText(theme, { exact: true }).click();
    await countersign.goTo('Settings');
    await window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await window.getByLabel('The passphrase again').fill(PASSPHRASE);
    await countersign.button('Set passphrase').click();
    await window.getByText('The passphrase is set.').waitFor();
    await countersign.goTo('Welcome');
    await countersign.giveConsent();
    const folder = join(profileFolder, 'countersign', 'vault');
    // Root may write everywhere, so the folder itself goes away.
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'no folder');

    await countersign.button('Stop sharing').click();
    const sheet = window.getByRole('alertdialog');
    await sheet.getByRole('button', { name: 'Stop sharing' }).click();
    await sheet.getByText('Countersign could not save to the disk.').waitFor();
    await window.keyboard.press('Escape');
    const notice = window
      .getByRole('alert')
      .filter({ hasText: 'Countersign cannot save your keys and access.' });
    await expect(notice).toBeVisible();
    await countersign.goTo('Settings');
    await expect(notice).toBeVisible();
    expect(await axeFindings(window), 'Unsaved').toEqual([]);
    await countersign.button('Save now').focus();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Countersign could not save to the disk.')).toBeVisible();

    await rm(folder);
    await mkdir(folder);
    await window.keyboard.press('Enter');
    await expect(window.getByText('Your keys and access are saved again.')).toBeVisible();
    await expect(notice).toBeHidden();
    await expect(countersign.button('Dismiss')).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Your keys and access are saved again.')).toBeHidden();
  });
}
