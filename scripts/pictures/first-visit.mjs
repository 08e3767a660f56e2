// @ts-check
import { chooseTheme, goTo, goToBank, openBuilder, press, seePage, share, signIn } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** @param {Stage} stage */
export async function takeWelcome(stage) {
  const { window, album } = stage;
  await chooseTheme(stage, 'Light');
  await goTo(stage, 'Welcome');
  await seePage(stage, 'Countersign');
  await album.take(window, 'welcome');
}

/** @param {Stage} stage */
export async function takeExactRequest(stage) {
  const { window, album } = stage;
  await openBuilder(stage);
  await album.take(window, 'builder');

  await openExactRequest(stage);
  await album.take(window, 'exact-request');
  await changeRequest(stage, '"lookbackPeriod": 60', '"lookbackPeriod": "60"');
  await window.getByText('This must be a whole number.').first().waitFor();
  await album.take(window, 'exact-request-error');
  await press(stage, 'Undo to the last good request');
}

/** The bank takes at most 730 days of history. @param {Stage} stage */
export async function takeRefusal(stage) {
  const { window, album } = stage;
  await changeRequest(stage, '"lookbackPeriod": 60', '"lookbackPeriod": 900');
  await press(stage, 'Review');
  await press(stage, 'Agree and go to Sandbox Bank');
  await press(stage, 'Change the request');
  await window.getByText('Sandbox Bank refused this request').waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'refused');
  await press(stage, 'Least data');
}

/** @param {Stage} stage */
export async function takeFirstConsent(stage) {
  const { app, window, album } = stage;
  await press(stage, 'Review');
  await seePage(stage, 'Review before you agree');
  await album.take(window, 'review');

  const bank = await goToBank(stage);
  await seePage(stage, 'Your turn at Sandbox Bank');
  await album.take(window, 'flow');
  await album.takeBank(app, bank, 'bank-sign-in');
  await signIn(bank, 'Alex Rivera');
  await album.takeBank(app, bank, 'bank-consent');
  await share(stage, bank);
  await album.take(window, 'consent');

  await chooseTheme(stage, 'Dark');
  await goTo(stage, 'Home');
  await press(stage, 'Open this consent');
  await window.getByRole('button', { name: 'Stop sharing' }).waitFor();
  await window.mouse.move(0, 0);
  await album.take(window, 'consent-dark');
  await chooseTheme(stage, 'Light');
}

/** @param {Stage} stage */
async function openExactRequest({ window }) {
  await window.getByRole('tab', { name: 'Exact request' }).click();
  await window.mouse.move(0, 0);
}

/**
 * @param {Stage} stage
 * @param {string} from
 * @param {string} to
 */
async function changeRequest({ window }, from, to) {
  const editor = window.getByRole('textbox', { name: 'Exact request' });
  await editor.fill((await editor.inputValue()).replace(from, to));
}
