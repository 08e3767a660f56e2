// @ts-check
import { whyFolderCannotBuild } from '../setup/folder-name.mjs';
import { whyNodeIsTooOld } from '../setup/node-version.mjs';
import { ROOT } from '../setup/places.mjs';

/** Ends a command with one plain sentence and a non-zero exit, without a stack trace: nothing is wrong with our code. */
export class Stop extends Error {}

/**
 * Runs one of the commands in package.json: checks Node and the folder first, and turns a `Stop` into its sentence.
 * @param {() => Promise<number | void>} command its number is the exit code
 */
export async function runCommand(command) {
  const hindrance = whyNodeIsTooOld(process.versions.node) || whyFolderCannotBuild(ROOT);
  if (hindrance) return end(1, hindrance);
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) return end(1, error.message);
    throw error;
  }
}

/**
 * @param {number} exitCode
 * @param {string} sentence
 */
function end(exitCode, sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = exitCode;
}
