// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { Stop } from '../process/command.mjs';
import { withDisplay } from '../process/display.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { withTemporaryFolder } from '../process/temporary-folder.mjs';
import { ROOT } from '../setup/places.mjs';
import { takeFirstConsent } from './first-consent.mjs';
import { launchApp } from './launch-app.mjs';

/**
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {import('@playwright/test').Page} Page
 */

const OUTPUT = path.join(ROOT, 'demo-output');
const STEP_TIMEOUT_MS = 30_000;

/**
 * Tells the story of the first consent, and ends with one line of JSON on standard output.
 * @returns {Promise<number>} the exit code
 */
export async function runDemo() {
  fs.rmSync(OUTPUT, { recursive: true, force: true });
  fs.mkdirSync(OUTPUT, { recursive: true });
  const summary = await withTemporaryFolder('demo', (profileFolder) =>
    withDisplay((env) => tellStory({ profileFolder, env })),
  );
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  return 0;
}

/** @param {{ profileFolder: string, env: NodeJS.ProcessEnv }} start */
async function tellStory(start) {
  const startedMs = Date.now();
  const app = await launchApp(start);
  app.context().setDefaultTimeout(STEP_TIMEOUT_MS);
  /** @type {string[]} */
  const screenshots = [];
  let chapter = 'Countersign opens.';
  const tell = (/** @type {string} */ sentence) => say((chapter = sentence));
  const picture = async (/** @type {Page} */ page, /** @type {string} */ name) => {
    screenshots.push(await takePicture(page, `${screenshots.length + 1}-${name}`));
  };
  try {
    const consent = await takeFirstConsent(app, { tell, picture });
    say(`That took ${viewDuration(Date.now() - startedMs)}; the pictures are in demo-output/.`);
    return { ...consent, screenshots };
  } catch (error) {
    throw await explain(error, app, chapter);
  } finally {
    await app.close();
  }
}

/**
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<string>} relative to the repository, with forward slashes on every system
 */
async function takePicture(page, name) {
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), animations: 'disabled' });
  return `demo-output/${name}.png`;
}

/**
 * @param {unknown} error
 * @param {ElectronApplication} app
 * @param {string} chapter the last sentence that came true
 * @returns {Promise<Stop>}
 */
async function explain(error, app, chapter) {
  const pictures = [];
  for (const [index, page] of app.windows().entries()) {
    const picture = takePicture(page, `stopped-${index + 1}`);
    pictures.push(await picture.catch(() => null)); // a window that just closed has no picture
  }
  const shown = pictures.filter((picture) => picture !== null).join(', ');
  const where = shown ? ` What the windows showed then: ${shown}.` : '';
  return new Stop(`The demo stopped after the step "${chapter}" ${viewError(error)}${where}`);
}

/**
 * Playwright's words for a thing that did not appear, as one sentence.
 * @param {unknown} error
 * @returns {string}
 */
function viewError(error) {
  const words = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const awaited = /waiting for (.*?)(?: to be visible)?$/m.exec(words)?.[1];
  if (awaited && words.includes('Timeout'))
    return `It waited ${STEP_TIMEOUT_MS / 1000} s for ${awaited} and there was none.`;
  return words.split('\n')[0] ?? words;
}
