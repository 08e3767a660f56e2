// @ts-check
import { goTo, goToBank, openBuilder, press, seePage, share, signIn } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** Asked for: accounts, transactions and statements of 60 days; granted: no statements. @param {Stage} stage */
export async function takeNarrowedConsent(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Home');
  await openBuilder(stage);
  await window.getByText('Statements', { exact: true }).click();
  await press(stage, 'Review');
  const bank = await goToBank(stage);
  await signIn(bank, 'Kim Larsen');
  await bank.getByRole('switch', { name: /statements/ }).uncheck();
  await share(stage, bank);
  await showSection(stage, 'Asked for and granted');
  await album.take(window, 'consent-compared');

  await showSection(stage, 'The records themselves');
  await album.take(window, 'consent-records');
}

/** @param {Stage} stage */
export async function takeHome(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Home');
  await seePage(stage, 'Home');
  await window.getByText('House', { exact: true }).waitFor();
  await album.take(window, 'home');
  await goTo(stage, 'Consents');
  await seePage(stage, 'Consents');
  await album.take(window, 'consents');
}

/** @param {Stage} stage */
export async function takeStop(stage) {
  const { window, album } = stage;
  await window
    .getByRole('button', { name: /^Sandbox Bank, / })
    .first()
    .click();
  await press(stage, 'Stop sharing');
  const sheet = window.getByRole('alertdialog');
  await sheet.waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'stop');
  await sheet.getByRole('button', { name: 'Stop sharing' }).click();
  await window.getByText('Sandbox Bank confirmed that the sharing has ended.').waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'stopped');
}

/** @param {Stage} stage */
export async function takeSecrets(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Settings');
  await seePage(stage, 'Settings');
  await album.take(window, 'settings');
}

/**
 * @param {Stage} stage
 * @param {string} heading
 */
async function showSection({ window }, heading) {
  const place = window.getByRole('heading', { name: heading });
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await window.mouse.move(0, 0);
}
