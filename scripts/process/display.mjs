// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { ownChildUntilExit } from './child.mjs';
import { Stop } from './command.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const SCREEN = '1440x1000x24';

/**
 * Whether windows can be shown to a person.
 * @returns {boolean}
 */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` with a display: the person's own, or a virtual one (Xvfb) that lives as long as the work.
 * @template T
 * @param {(displayEnv: NodeJS.ProcessEnv) => Promise<T>} work gets the variables that its windows need
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  return withTemporaryFolder('display', async (folder) => {
    const authority = writeAuthority(folder);
    const screen = await startVirtualDisplay(authority);
    try {
      return await work({ DISPLAY: screen.name, XAUTHORITY: authority });
    } finally {
      await screen.stop();
    }
  });
}

/**
 * A secret that the display asks of every window, so that other users of this machine cannot look at it.
 * One record of Xauthority(7) for any host and any display number, because Xvfb chooses its number later.
 * @param {string} folder
 * @returns {string} the file
 */
function writeAuthority(folder) {
  const counted = (/** @type {Buffer} */ bytes) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const anyHost = Buffer.from([0xff, 0xff]);
  const empty = Buffer.alloc(0);
  const record = [
    anyHost,
    counted(empty),
    counted(empty),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(randomBytes(16)),
  ];
  const file = path.join(folder, 'authority');
  fs.writeFileSync(file, Buffer.concat(record), { mode: 0o600 });
  return file;
}

/**
 * @param {string} authority
 * @returns {Promise<{ name: string, stop: () => Promise<void> }>}
 */
function startVirtualDisplay(authority) {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    SCREEN,
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ];
  // Detached from the terminal: Ctrl-C shall reach the windows, and the display shall outlive them
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  ownChildUntilExit(xvfb);
  let complaint = '';
  xvfb.stderr?.on('data', (text) => {
    complaint += text;
  });
  const ended = new Promise((resolve) => {
    xvfb.once('close', resolve);
  });
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(
        new Stop(
          `There is no display here, and a virtual one (Xvfb) could not be started. ${complaint.trim()}`,
        ),
      );
    xvfb.once('error', fail);
    xvfb.once('close', fail);
    // It writes the number that it chose once it takes connections
    xvfb.stdio[3]?.once('data', (number) => {
      resolve({
        name: `:${String(number).trim()}`,
        stop: async () => {
          xvfb.kill();
          await ended;
        },
      });
    });
  });
}
