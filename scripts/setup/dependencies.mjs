// @ts-check
import fs from 'node:fs';
import path from 'node:path';

import { runNpm } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { ROOT } from './places.mjs';

/** @typedef {Record<string, { readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }>} LockedPackages */

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record of what it installed as its last
 * step, so an installation that was broken off has none, and one made by hand with `npm install` counts.
 * @returns {boolean}
 */
export function hasDependencies() {
  const wanted = readPackages(path.join(ROOT, 'package-lock.json'));
  const installed = readPackages(path.join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed === null) return false;
  return wanted === null || whatIsMissing(wanted, installed) === null;
}

/**
 * The first package that is absent or of another version, or null. Optional ones may be absent: they are for other systems.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | null}
 */
export function whatIsMissing(wanted, installed) {
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue; // the project itself
    const found = installed[place];
    if (found ? found.version !== entry.version : !entry.optional && !entry.devOptional) return place;
  }
  return null;
}

/** Installs exactly what package-lock.json says. */
export async function installDependencies() {
  say('Installing the dependencies, as package-lock.json names them.');
  const startedMs = Date.now();
  // Electron's own helper packages ask for a newer Node than they need, and npm would warn of each: hence errors only
  const { exitCode, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    output: 'kept',
  });
  if (exitCode !== 0)
    throw new Stop(
      `${output.trim()}\nThe dependencies could not be installed (npm ci ended with ${exitCode}): see npm's words above.`,
    );
  say(`Installed the dependencies in ${viewDuration(Date.now() - startedMs)}.`);
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
