// @ts-check
import { goTo, press, seePage } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/** What one consent sent and got, from the consent that is on screen. @param {Stage} stage */
export async function takeWire(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Home');
  await press(stage, 'Open this consent');
  await press(stage, 'Show on the wire');
  await seePage(stage, 'Wire');
  await openExchange(stage, 'Pushed request');
  await album.take(window, 'wire');

  await openExchange(stage, 'Tokens');
  await showPanel(stage);
  await album.take(window, 'wire-parameters');
}

/** Of all requests of this session, one that was refused and one that was not. @param {Stage} stage */
export async function takeWireCompared(stage) {
  const { window, album } = stage;
  await goTo(stage, 'Wire');
  await seePage(stage, 'Wire');
  await openExchange(stage, 'Pushed request');
  await window.getByRole('tab', { name: 'Compare' }).click();
  await window.getByRole('button', { name: /Compare with/ }).click();
  await window.getByRole('option', { name: /Pushed request.*\(400\)/ }).click();
  await window.getByRole('table', { name: 'Compare' }).waitFor();
  await showPanel(stage);
  await album.take(window, 'wire-compare');
}

/**
 * Opens the last exchange of a step.
 * @param {Stage} stage
 * @param {string} step
 */
async function openExchange({ window }, step) {
  await window
    .getByRole('button', { name: new RegExp(`^${step}: `) })
    .last()
    .click();
  await window.getByRole('heading', { level: 2, name: new RegExp(`^${step}`) }).waitFor();
  await window.getByRole('tab', { name: 'Parameters' }).waitFor();
  await window.mouse.move(0, 0);
}

/**
 * Moves the open exchange to the top of the picture.
 * @param {Stage} stage
 */
async function showPanel({ window }) {
  await window.locator('.wire-panel').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await window.mouse.move(0, 0);
}
