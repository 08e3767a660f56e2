// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createServer } from 'vite';
import { ROOT } from '../setup/places.mjs';
import { median } from './median.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */

const RUNS = 15;

/**
 * The back channel of the first flow of a session (pushed request, token, consents) against the same bank done the
 * tutorial's way, in turns. The bank runs in a process of its own, as it does in the application.
 * @returns {Promise<Comparison>}
 */
export async function measureBackChannel() {
  // Vite is what turns our TypeScript into something that Node runs; nothing is served.
  const vite = await createServer({
    configFile: false,
    root: ROOT,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const bank = spawn(process.execPath, [path.join(ROOT, 'dist', 'sandbox', 'index.js')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const { prepare } = await vite.ssrLoadModule('/scripts/bench/back-channel-run.ts');
    const { ours, theirs } = await prepare(await readDescriptor(bank.stdout));
    /** @type {{ ours: number[], theirs: number[] }} */
    const times = { ours: [], theirs: [] };
    await theirs(); // not counted: the bank's own first answers are slow
    await ours();
    for (let run = 0; run < RUNS; run += 1) {
      times.theirs.push(await theirs());
      times.ours.push(await ours());
    }
    return {
      what: "back channel of a session's first flow, against the tutorial's way",
      oursMs: median(times.ours),
      theirsMs: median(times.theirs),
      runs: RUNS,
      limit: 1,
    };
  } finally {
    bank.kill();
    await vite.close();
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
