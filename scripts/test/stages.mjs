// @ts-check
import path from 'node:path';

import { build } from '../build.mjs';
import { runNode, runNpm } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { hasDisplay, withDisplay } from '../process/display.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { withTemporaryFolder } from '../process/temporary-folder.mjs';
import { ROOT } from '../setup/places.mjs';
import { addUp, judgeRun, ONE_FAILURE, readCounts } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs one stage and says how it went and how long it took.
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
export async function runStage(name, work) {
  say(`\n${name}`);
  const startedMs = Date.now();
  const counts = await work();
  say(`${name}: ${counts.failed === 0 ? 'well' : 'failed'}, ${viewDuration(Date.now() - startedMs)}.`);
  return counts;
}

/**
 * One of the checks in package.json. It counts only when it fails: it is no test.
 * @param {string} script
 * @returns {Promise<Counts>}
 */
export async function runCheck(script) {
  const { exitCode } = await runNpm(['run', '--silent', script]);
  return exitCode === 0 ? NOTHING : ONE_FAILURE;
}

/** @returns {Promise<Counts>} */
export async function runBuildStage() {
  try {
    await build();
    return NOTHING;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return ONE_FAILURE;
  }
}

/**
 * @param {readonly string[]} projects the names in vitest.config.ts
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
export function runVitest(projects, env = {}) {
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return runCounted(vitest, ['run', ...projects.flatMap((name) => ['--project', name])], env);
}

/**
 * In two halves at the same time, each with a screen and so a clipboard of its own: an application that is driven mostly
 * waits. On a person's own screen one after the other.
 * @returns {Promise<Counts>}
 */
export async function runPlaywright() {
  const playwright = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const parts = hasDisplay() ? ['1/1'] : ['1/2', '2/2'];
  const runs = parts.map((part, index) => {
    const args = ['test', `--shard=${part}`, `--output=test-results/part-${index + 1}`];
    return withDisplay((env) => runCounted(playwright, args, env));
  });
  return addUp(await Promise.all(runs));
}

/**
 * @param {string} runner
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Counts>}
 */
function runCounted(runner, args, env) {
  return withTemporaryFolder('counts', async (folder) => {
    const file = path.join(folder, 'counts.json');
    const { exitCode } = await runNode(runner, args, { env: { ...env, COUNTERSIGN_COUNTS_FILE: file } });
    const reported = readCounts(file);
    if (reported === null) say(`The run ended with ${exitCode} before it could count: that is one failure.`);
    return judgeRun({ exitCode, reported });
  });
}
