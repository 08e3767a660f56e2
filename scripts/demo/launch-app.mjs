// @ts-check
import { _electron } from '@playwright/test';

import { sandboxSwitches } from '../process/sandbox-switch.mjs';
import { ROOT } from '../setup/places.mjs';

const START_TIMEOUT_MS = 30_000;

/**
 * Starts the real application so that a program can use it as a person would.
 * @param {object} start
 * @param {string} start.profileFolder settings and consents go there: never into the person's own profile
 * @param {NodeJS.ProcessEnv} [start.env] added to this process's environment
 * @param {readonly string[]} [start.switches] Chromium's, besides those that every start needs
 * @param {readonly string[]} [start.preloads] files of CommonJS to run in the app before its own code
 * @param {string} [start.executablePath] a packaged application; without it, the build in dist/
 * @returns {Promise<import('@playwright/test').ElectronApplication>}
 */
export function launchApp({ profileFolder, env = {}, switches = [], preloads = [], executablePath }) {
  return _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(executablePath ? [] : [...preloads.flatMap((file) => ['-r', file]), '.']),
      ...sandboxSwitches(),
      `--user-data-dir=${profileFolder}`,
      ...switches,
    ],
    cwd: ROOT,
    env: definedOnly({ ...process.env, ...env }),
    colorScheme: null, // Playwright says "light" otherwise, whatever theme was chosen
    chromiumSandbox: true, // Playwright switches it off otherwise; whether it can be on is decided above
    timeout: START_TIMEOUT_MS,
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  /** @type {Record<string, string>} */
  const defined = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) defined[name] = value;
  return defined;
}
