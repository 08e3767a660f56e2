import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { issuedPair } from '../helpers/issued-pair';
import { chooseKey, importFromClipboard } from './chosen-key';
import { test } from './countersign';

test('the registration pack is saved as a PDF and printed, and what goes wrong is said', async ({
  countersign,
}) => {
  const { window, app, profileFolder } = countersign;
  const pair = await issuedPair(Date.now());
  await importFromClipboard(countersign, `${pair.keyPem}${pair.certificatePem}${pair.intermediatePem}`);
  await countersign.goTo('Providers');
  await countersign.button('Add a provider').click();
  await window.getByRole('tab', { name: 'From a profile' }).click();
  const profile = {
    name: '<b>A & B Bank</b>',
    issuer: 'https://bank.example',
    fdxBaseUrl: 'https://bank.example/fdx',
    clientAuthentication: 'tls_client_auth',
  };
  await window.getByLabel('Profile as JSON').fill(JSON.stringify(profile));
  await countersign.button('Use this profile').click();
  await chooseKey(window, /^Countersign · /);
  await countersign.button('Save provider').click();

  const saved = join(profileFolder, 'registration.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, saved);
  await countersign.button('Save as PDF…').click();
  await expect(window.getByText('Saved.')).toBeVisible();
  const pdf = await readFile(saved, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  // The system's own dialog is not opened in a test; everything up to it is the app's.
  const answerPrinter = (isPrinted: boolean, reason: string) =>
    app.evaluate(
      ({ webContents }, answer) => {
        const [one] = webContents.getAllWebContents();
        const prototype = Object.getPrototypeOf(one) as Electron.WebContents;
        prototype.print = (_options, done) => done?.(answer.isPrinted, answer.reason);
      },
      { isPrinted, reason },
    );
  await answerPrinter(false, 'no printer is there');
  await countersign.button('Print…').click();
  await expect(window.getByText('This computer could not print it.')).toBeVisible();
  await answerPrinter(false, 'Print job canceled');
  await countersign.button('Print…').click();
  await expect(window.getByText('This computer could not print it.')).toBeHidden();
  await answerPrinter(true, '');
  await countersign.button('Print…').click();
  await expect(window.getByText('Printed.')).toBeVisible();
  // The page that nobody sees is gone again.
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle())),
    )
    .toHaveLength(1);
});
