import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { createCredential } from '../../main/credentials/create-credential';
import { CONSENT_NAME, type Countersign, test } from './countersign';

/** Lets the system's dialogs answer by themselves: Playwright cannot press their buttons. */
async function answerDialogs(countersign: Countersign, picked: readonly string[], saveTo: string) {
  await countersign.app.evaluate(
    ({ dialog }, { filePaths, filePath }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    { filePaths: [...picked], filePath: saveTo },
  );
}

async function filesOf(folder: string, nowMs: number) {
  const pair = await createCredential({ nowMs, commonName: 'Partner bank client', kind: 'rsa-2048' });
  const [crt, key] = [join(folder, 'client.crt'), join(folder, 'client.key')];
  await writeFile(crt, pair.certificatePem);
  await writeFile(key, pair.privateKeyPem);
  return { crt, key, pair };
}

test('the window and main answer all the while an RSA 4096 key is made', async ({ countersign }) => {
  const { answers, turns } = await countersign.window.evaluate(async () => {
    let isMade = false;
    const seen = { answers: 0, turns: 0 };
    const making = window.bridge.createCredential({ kind: 'rsa-4096', name: 'Slow' }).then((made) => {
      isMade = true;
      return made.ok;
    });
    const turn = () => {
      seen.turns += 1;
      if (!isMade) setTimeout(turn);
    };
    turn();
    while (!isMade) {
      await window.bridge.getStartState({});
      seen.answers += 1;
    }
    if (!(await making)) throw new Error('the key was not made');
    return seen;
  });

  // A main process that is busy with the key answers once, when it is done.
  expect(answers).toBeGreaterThan(20);
  expect(turns).toBeGreaterThan(20);
});

test('a key is made, published, replaced, switched and deleted, by keyboard where it starts', async ({
  countersign,
}) => {
  const { window, profileFolder } = countersign;
  const saved = join(profileFolder, 'public-keys.json');
  await answerDialogs(countersign, [], saved);
  await countersign.goTo('Keys');
  await countersign.button('Make a key').focus();
  await window.keyboard.press('Enter');
  const sheet = window.getByRole('dialog');
  await sheet.getByLabel('Name on the certificate').fill('Our recipient');
  await sheet.getByRole('button', { name: 'Make a key' }).press('Enter');
  await expect(window.getByText('The key “Our recipient” is made.')).toBeVisible();

  await countersign.button(/^Show public key set/).click();
  await sheet.getByRole('button', { name: 'Save as a file' }).click();
  await expect(sheet.getByText('Saved')).toBeVisible();
  expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({ keys: [{ kty: 'EC', use: 'sig' }] });
  expect(await readFile(saved, 'utf8')).not.toMatch(/"d":|PRIVATE/);
  await sheet.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => countersign.app.evaluate(async ({ clipboard }) => clipboard.readText()))
    .toContain('x5t#S256');
  await sheet.getByRole('button', { name: 'Close' }).click();

  await countersign.button(/^Replace/).click();
  await sheet.getByRole('button', { name: 'Make the new key' }).click();
  await expect(window.getByRole('article')).toHaveCount(2);
  await countersign.button(/^Switch to this key/).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Switch to this key' }).click();
  await expect(window.getByRole('article')).toHaveCount(1);

  await countersign.button(/^Delete/).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(window.getByText('No keys yet')).toBeVisible();
});

test('a key is imported from files, and a wrong pair is refused with the reason', async ({ countersign }) => {
  const { window, profileFolder } = countersign;
  const { crt, key, pair } = await filesOf(profileFolder, Date.now());
  await countersign.goTo('Keys');
  await countersign.button('Import a key').click();
  await countersign.button('Choose files').isEnabled();

  const ended = await createCredential({
    nowMs: Date.UTC(2022, 9, 1),
    commonName: 'Tutorial',
    kind: 'ec-p256',
  });
  await countersign.app.evaluate(
    async ({ clipboard }, text) => clipboard.writeText(text),
    `${ended.privateKeyPem}${ended.certificatePem}`,
  );
  await countersign.button('Take it from the clipboard').click();
  await expect(window.getByText('The certificate has ended')).toBeVisible();

  await countersign.app.evaluate(
    async ({ clipboard }, text) => clipboard.writeText(text),
    '{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}]}',
  );
  await countersign.button('Take it from the clipboard').click();
  await expect(window.getByText('This key set holds a private key')).toBeVisible();

  await answerDialogs(countersign, [key, crt], '');
  await countersign.button('Choose files').click();
  await expect(window.getByText('Key and certificate belong together.')).toBeVisible();
  await countersign.button('Import this key').click();
  await expect(window.getByText('The key “Partner bank client” is imported.')).toBeVisible();

  // What the window holds is everything that it ever got: the key is not among it.
  const middle = pair.privateKeyPem.split('\n')[5] ?? '';
  expect(await window.content()).not.toContain(middle);
});

test('the key of a provider is not deleted, and the sheet says who uses it', async ({ countersign }) => {
  await countersign.giveConsent();
  await expect(countersign.heading(CONSENT_NAME)).toBeVisible();
  await countersign.goTo('Keys');

  await countersign.button(/^Delete/).click();

  await expect(countersign.window.getByRole('dialog')).toContainText('Sandbox Bank');
  await countersign.button('Close').click();
  await expect(countersign.window.getByRole('article')).toHaveCount(1);
  await expect(countersign.button(/^Replace/)).toHaveCount(0);
});
