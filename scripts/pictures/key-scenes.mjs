// @ts-check
import { goTo, press, seePage } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** The machine that takes the pictures has no keychain. */
const PASSPHRASE = 'four quiet words here';
/** The public members of a key that is too short for anything, and a private one that is none. */
const PRIVATE_SET = '{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}]}';

/** A key of the sandbox bank and one that the person made. @param {Stage} stage */
export async function takeKeys(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Settings');
  await window.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await window.getByLabel('The passphrase again').fill(PASSPHRASE);
  await press(stage, 'Set passphrase');
  await window.getByText('Sealed by your passphrase').waitFor();

  await goTo(stage, 'Keys');
  await seePage(stage, 'Keys');
  await press(stage, 'Make a key');
  const sheet = window.getByRole('dialog');
  await sheet.getByLabel('Name on the certificate').fill('Our recipient');
  await sheet.getByRole('button', { name: 'Make a key' }).click();
  await window.getByText('The key “Our recipient” is made.').waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'keys');
}

/** A key set that was never to be given away. @param {Stage} stage */
export async function takeImportRefused(stage) {
  const { app, window, album } = stage;
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), PRIVATE_SET);
  await press(stage, 'Import a key');
  await press(stage, 'Take it from the clipboard');
  await window.getByText('This key set holds a private key').waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'key-import-refused');
  await press(stage, 'Cancel');
}
