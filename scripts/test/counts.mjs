// @ts-check
import fs from 'node:fs';

/** @typedef {import('../../test/report-counts').Counts} Counts */

/** What a stage that failed without counting adds: one failure, so that it can never be overlooked. @type {Counts} */
export const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 };

/**
 * What a test run counts for: what it reported, and a failure of its own when it died or reported nothing.
 * @param {{ exitCode: number, reported: Counts | null }} run
 * @returns {Counts}
 */
export function judgeRun({ exitCode, reported }) {
  if (reported === null) return ONE_FAILURE;
  return exitCode !== 0 && reported.failed === 0 ? { ...reported, failed: 1 } : reported;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}

/**
 * Reads what a test runner's reporter wrote; null when it did not get that far.
 * @param {string} file
 * @returns {Counts | null}
 */
export function readCounts(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
