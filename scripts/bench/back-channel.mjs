// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { withTypeScript } from '../process/typescript.mjs';
import { ROOT } from '../setup/places.mjs';
import { median } from './median.mjs';
import { takeTurns } from './take-turns.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */

const RUNS = 15;

/**
 * The back channel of the first flow of a session (pushed request, token, consents) against the same bank done the
 * tutorial's way, in turns. The bank runs in a process of its own, as it does in the application.
 * @returns {Promise<Comparison>}
 */
export async function measureBackChannel() {
  const bank = spawn(process.execPath, [path.join(ROOT, 'dist', 'sandbox', 'index.js')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const descriptor = await readDescriptor(bank.stdout);
    const times = await withTypeScript('/scripts/bench/back-channel-run.ts', async ({ prepare }) =>
      takeTurns(RUNS, await prepare(descriptor)),
    );
    return {
      what: "back channel of a session's first flow, against the tutorial's way",
      oursMs: median(times.ours),
      theirsMs: median(times.theirs),
      runs: RUNS,
      limit: 1,
    };
  } finally {
    bank.kill();
  }
}

/**
 * @param {import('node:stream').Readable} output what the bank prints; one of its lines is its descriptor
 * @returns {Promise<any>}
 */
async function readDescriptor(output) {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('{')) return JSON.parse(line);
  }
  throw new Error('The sandbox bank did not say where it is.');
}
