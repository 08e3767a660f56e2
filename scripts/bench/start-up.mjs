// @ts-check
import path from 'node:path';

import { runChild } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { sandboxSwitches } from '../process/sandbox-switch.mjs';
import { withTemporaryFolder } from '../process/temporary-folder.mjs';
import { ROOT } from '../setup/places.mjs';
import { median } from './median.mjs';
import { takeTurns } from './take-turns.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */

const RUNS = 11;
const HERE = path.join(ROOT, 'scripts', 'bench');
const PROBE = path.join(HERE, 'interactive-probe.cjs');

/**
 * From the start of the process to a first button that takes a click: the built application against a bare window with
 * the same Electron, in turns, each with a profile of its own that one uncounted run has filled.
 * @param {string} electronBinary
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Comparison>}
 */
export async function measureStartUp(electronBinary, env) {
  const times = await withTemporaryFolder('bench', async (profiles) => {
    const start = (/** @type {string} */ folder, /** @type {string} */ name) =>
      timeStart(electronBinary, [folder, `--user-data-dir=${path.join(profiles, name)}`], env);
    return takeTurns(RUNS, {
      ours: () => start(ROOT, 'ours'),
      theirs: () => start(path.join(HERE, 'bare'), 'bare'),
    });
  });
  return {
    what: 'start-up to interactive, against a bare window',
    oursMs: median(times.ours),
    theirsMs: median(times.theirs),
    runs: RUNS,
    limit: 1.15,
  };
}

/**
 * @param {string} electronBinary
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} milliseconds
 */
async function timeStart(electronBinary, args, env) {
  const startedMs = Date.now();
  const child = runChild(electronBinary, ['-r', PROBE, ...sandboxSwitches(), ...args], {
    env,
    output: 'kept',
  });
  const { exitCode, output } = await child;
  const interactiveMs = Number(/^interactive at (\d+)$/m.exec(output)?.[1]);
  if (exitCode !== 0 || !interactiveMs)
    throw new Stop(`${output.trim()}\nThe window of ${args[0]} did not become interactive.`);
  return interactiveMs - startedMs;
}
