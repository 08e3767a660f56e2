// @ts-check
import { hasDisplay } from '../process/display.mjs';
import { withLock } from '../process/lock.mjs';
import { hasDependencies, installDependencies } from './dependencies.mjs';
import { findElectron, installElectron } from './electron.mjs';
import { closeSystemGap, findSystemGap } from './system-libraries.mjs';

/** @typedef {import('./electron.mjs').Runtime} Runtime */

/** Brings the npm packages alone: what the sandbox bank needs when it runs without the application. */
export async function setUpDependencies() {
  if (hasDependencies()) return;
  await withLock('setup', bringDependencies);
}

/**
 * Brings everything that is missing to show the application's window, or a virtual one where there is no display.
 * Every step looks before it acts, so a run that was broken off is simply continued.
 * @returns {Promise<Runtime>}
 */
export async function setUp() {
  const needs = { virtualDisplay: !hasDisplay() };
  const ready = hasDependencies() ? findElectron() : null;
  if (ready !== null && findSystemGap(ready.binary, needs) === null) return ready; // the usual case, without a lock
  return withLock('setup', async () => {
    await bringDependencies();
    const runtime = findElectron() ?? (await installElectron());
    const gap = findSystemGap(runtime.binary, needs);
    if (gap !== null) await closeSystemGap(gap);
    return runtime;
  });
}

async function bringDependencies() {
  if (!hasDependencies()) await installDependencies(); // looked at again: another process may have brought them
}
