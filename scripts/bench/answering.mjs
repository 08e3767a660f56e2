// @ts-check
import https from 'node:https';
import path from 'node:path';

import { launchApp } from '../demo/launch-app.mjs';
import { withTemporaryFolder } from '../process/temporary-folder.mjs';
import { withTypeScript } from '../process/typescript.mjs';
import { startMeasuring } from './answering-probe.mjs';
import { median } from './median.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('./answering-probe.mjs').Longest} Longest */

const RUNS = 5;
/** The longest that a person may wait for a sign of life, in milliseconds. */
const BUDGET_MS = 100;
/** How long the window is watched while nothing goes on, or a provider says nothing, in milliseconds. */
const WATCH_MS = 2000;
const CLICKED = ['Keys', 'Settings'];

/**
 * The longest wait of the window - for a frame, an answer of main, or what a click shows - while a key of 4096 bits is
 * made and while a provider stays silent, each against what it may be at most. While it idles it is measured too.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Comparison[]>}
 */
export async function measureAnswering(env) {
  const silent = await openSilentProvider();
  try {
    return await withTemporaryFolder('bench', async (folder) => {
      const app = await launchApp({ profileFolder: path.join(folder, 'profile'), env });
      try {
        return await measureAll(await app.firstWindow(), silent.lookUp);
      } finally {
        await app.close();
      }
    });
  } finally {
    silent.close();
  }
}

/**
 * @param {Page} window
 * @param {object} lookUp what the window asks of the silent provider
 * @returns {Promise<Comparison[]>}
 */
async function measureAll(window, lookUp) {
  await window.getByRole('navigation').waitFor();
  const inWindow = (/** @type {string} */ operation, /** @type {object} */ given) =>
    window.evaluate((asked) => /** @type {any} */ (globalThis).bridge[asked.operation](asked.given), {
      operation,
      given,
    });
  const watch = () => new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  const works = {
    'idles, the longest wait of the window': watch,
    'makes an RSA 4096 key, the longest wait': () =>
      inWindow('createCredential', { kind: 'rsa-4096', name: 'A key of the bench' }),
    'waits for a silent provider, the longest wait': async () => {
      void inWindow('lookUpProvider', lookUp).catch(() => undefined); // it is cut off with the app
      await watch();
    },
  };
  const comparisons = [];
  for (const [what, work] of Object.entries(works)) {
    await longestDuring(window, work); // what is seen for the first time is drawn for the first time
    const longest = [];
    for (let run = 0; run < RUNS; run += 1) longest.push(await longestDuring(window, work));
    comparisons.push({
      what: `while it ${what}, against ${BUDGET_MS} ms`,
      oursMs: median(longest),
      theirsMs: BUDGET_MS,
      runs: RUNS,
      limit: 1,
    });
  }
  return comparisons;
}

/**
 * @param {Page} window
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} milliseconds
 */
async function longestDuring(window, work) {
  const buttons = CLICKED.map((name) => window.getByRole('navigation').getByRole('button', { name }));
  await window.evaluate(startMeasuring);
  let isOver = false;
  const working = work().finally(() => {
    isOver = true;
  });
  for (let click = 0; !isOver; click += 1) {
    await buttons[click % buttons.length]?.click();
    await new Promise((resolve) => setTimeout(resolve, 150)); // a person, not a drum roll
  }
  await working;
  /** @type {Longest} */
  const longest = await window.evaluate(() => /** @type {any} */ (globalThis).stopMeasuring());
  return Math.max(longest.frame, longest.operation, longest.click);
}

/** A provider that takes every request and never answers. */
async function openSilentProvider() {
  const identity = await withTypeScript('/test/helpers/server-identity.ts', (module) =>
    module.serverIdentity(),
  );
  const server = https.createServer({ key: identity.keyPem, cert: identity.certificatePem });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    lookUp: {
      issuer: `https://127.0.0.1:${address.port}`,
      caPem: identity.certificatePem,
      authorizationDetailsType: 'fdx_v1.0',
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
