import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

import { createCredential } from '../../main/credentials/create-credential';
import { publicJwk } from '../../main/credentials/public-jwks';
import { openOtherProvider, OTHER_CLIENT_ID, OTHER_TYPE } from '../helpers/other-provider';
import { axeFindings } from './axe';
import { chooseKey, importFromClipboard } from './chosen-key';
import { test } from './countersign';
import { catchBrowser } from './far-bank';

/** Goes to a field by its label, and types. */
async function typeInto(window: Page, label: string, text: string): Promise<void> {
  await window.getByLabel(label, { exact: true }).focus();
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(text);
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`a person who was registered beforehand imports the key, chooses it by keyboard and connects, in the ${theme.toLowerCase()} theme`, async ({
    countersign,
  }) => {
    const { window } = countersign;
    const openedPage = await catchBrowser(countersign);
    const made = await createCredential({ nowMs: Date.now(), commonName: 'Partner', kind: 'rsa-2048' });
    const provider = await openOtherProvider(
      {
        clientAuthentication: 'private_key_jwt',
        tokenBinding: 'certificate',
        answersByJwt: true,
        namesConsent: 'nowhere',
        refreshToken: 'rotated',
        scopes: ['konto:lesen'],
        asks: 'openid konto:lesen',
      },
      { jwks: [publicJwk(made.certificatePem)] },
    );
    await window.getByText(theme, { exact: true }).click();
    await importFromClipboard(countersign, `${made.privateKeyPem}${made.certificatePem}`);
    await countersign.goTo('Providers');
    await countersign.button('Add a provider').click();
    await typeInto(window, 'Issuer address', provider.issuer);
    await window.getByLabel('Certificate authority (PEM)').fill(provider.caPem);
    await countersign.button('Look it up').press('Enter');

    // What the metadata offers is filled in, and said to be from there.
    const byStatement = window.getByRole('radio', { name: 'By a signed statement' });
    await expect(byStatement).toBeChecked();
    await expect(
      window.getByText(/developer pages what it takes\. From the provider’s metadata\./),
    ).toBeVisible();
    await expect(window.getByText('The profile asks for what it does not offer')).toBeVisible();
    await expect(window.getByText('Choose a type that it lists, or By scopes alone.')).toBeVisible();
    await typeInto(window, 'Name', 'Other Bank');
    await typeInto(window, 'FDX base address', provider.fdxBaseUrl);
    await typeInto(window, 'Client id', OTHER_CLIENT_ID);
    await typeInto(window, 'Type of the consent request', OTHER_TYPE);
    await expect(window.getByText('It offers all that Countersign needs.')).toBeVisible();

    // Another way is explained before it can go wrong, and taken back.
    await byStatement.focus();
    await window.keyboard.press('ArrowUp');
    await expect(
      window.getByRole('radio', { name: 'By a certificate that an authority issued' }),
    ).toBeChecked();
    await expect(window.getByText('The provider does not say that it takes this.')).toBeVisible();
    await expect(window.getByText(/^This key vouches for itself/)).toBeVisible();
    expect(await axeFindings(window), 'Form with advice').toEqual([]);
    await window.keyboard.press('ArrowDown');
    await expect(window.getByText(/^This key vouches for itself/)).toBeHidden();

    await chooseKey(window, /^Partner/);
    await window.getByRole('radio', { name: 'Others, always the same' }).focus();
    await window.keyboard.press('Space');
    await typeInto(window, 'Scopes to send', 'openid konto:lesen');
    await typeInto(window, 'Path', '/back/from/the/other');
    const issuerInAnswer = window.getByRole('radiogroup', { name: 'Issuer in the answer' });
    await issuerInAnswer.getByRole('radio', { name: 'May be missing' }).focus();
    await window.keyboard.press('Space');
    await countersign.button('Save provider').press('Enter');
    await countersign.heading('Other Bank').waitFor();
    await expect(window.getByText(/^Partner, valid to /)).toBeVisible();

    await countersign.button('Connect').press('Enter');
    await countersign.button('Review').press('Enter');
    await expect(window.getByText('The answer need not say that it comes from Other Bank')).toBeVisible();
    expect(await axeFindings(window), 'Review with the mark').toEqual([]);
    await countersign.button('Agree and go to Other Bank').press('Enter');
    await fetch((await provider.person(new URL(await openedPage()))) ?? '');
    await expect(countersign.heading('Other Bank: Personal finance view')).toBeVisible();
    await expect(window.getByText('Rainy days')).toBeVisible();

    // With a consent at hand, the form says what another key means before it is saved.
    await countersign.goTo('Providers');
    await window.getByRole('button', { name: /^Other Bank, https/ }).press('Enter');
    await countersign.button('Change').press('Enter');
    await chooseKey(window, /^A new key, made now$/);
    await expect(window.getByText('The access to one consent is bound to the present key')).toBeVisible();
    expect(await axeFindings(window), 'Change with another key').toEqual([]);
    await countersign.button('Cancel').press('Enter');
    await countersign.button('Delete').press('Enter');
    await expect(window.getByRole('alertdialog').getByText(/^Its key stays under Keys/)).toBeVisible();
    await provider.close();
  });
}

test('a profile that names a key preselects it where it is held, and says so where it is not', async ({
  countersign,
}) => {
  const { window } = countersign;
  const made = await createCredential({ nowMs: Date.now(), commonName: 'Partner', kind: 'ec-p256' });
  const { kid } = publicJwk(made.certificatePem);
  const profile = JSON.stringify({
    name: 'A Bank',
    issuer: 'https://bank.example',
    fdxBaseUrl: 'https://bank.example/fdx',
    key: { kid },
  });
  const useProfile = async () => {
    await countersign.goTo('Providers');
    await countersign.button('Add a provider').click();
    await window.getByRole('tab', { name: 'From a profile' }).click();
    await window.getByLabel('Profile as JSON').fill(profile);
    await countersign.button('Use this profile').click();
  };

  await useProfile();
  await expect(window.getByText('The key that the profile names is not on this computer')).toBeVisible();
  await expect(window.getByRole('button', { name: /Key$/ })).toContainText('A new key, made now');
  await importFromClipboard(countersign, `${made.privateKeyPem}${made.certificatePem}`);
  await useProfile();

  await expect(window.getByRole('button', { name: /Key$/ })).toContainText('Partner');
  await expect(window.getByText(/choose the key that it knows\. From the profile\./)).toBeVisible();
  await countersign.button('Save provider').click();
  const saved = join(countersign.profileFolder, 'exported.json');
  await countersign.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, saved);
  await countersign.button('Export…').click();
  await expect(window.getByText('Exported without secrets.')).toBeVisible();
  const exported = await readFile(saved, 'utf8');
  expect(JSON.parse(exported)).toMatchObject({ key: { kid } });
  expect(exported).not.toMatch(/PRIVATE|"d":/);
});
