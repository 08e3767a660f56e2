// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { ownChildUntilExit } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { ROOT } from '../setup/places.mjs';

/**
 * @typedef {object} BankAddresses what a provider's developer pages would say
 * @property {string} issuer
 * @property {string} fdxBaseUrl
 * @property {string} caPem
 */

/**
 * Runs the sandbox bank by itself while `work` lasts, as somebody else's provider would be running.
 * @template T
 * @param {(bank: BankAddresses) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withOutsideBank(work) {
  const bank = spawn(
    process.execPath,
    [path.join(ROOT, 'dist', 'sandbox', 'index.js'), '--port', '0', '--mtls-port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  ownChildUntilExit(bank);
  const ended = new Promise((resolve) => {
    bank.once('close', resolve);
  });
  try {
    return await work(await readAddresses(bank.stdout));
  } finally {
    bank.kill();
    await ended;
  }
}

/**
 * @param {import('node:stream').Readable} output the bank's own words, and at their end one line of JSON
 * @returns {Promise<BankAddresses>}
 */
async function readAddresses(output) {
  for await (const line of createInterface({ input: output })) {
    if (line.startsWith('{')) return JSON.parse(line);
  }
  throw new Stop('The bank ended before it said where it is.');
}
