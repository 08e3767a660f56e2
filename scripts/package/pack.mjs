// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { runNode } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { withLock } from '../process/lock.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { ROOT } from '../setup/places.mjs';

/** @typedef {import('../setup/electron.mjs').Runtime} Runtime */

const RELEASE = path.join(ROOT, 'release');
const PACKED = path.join(RELEASE, 'linux-unpacked');
const TWIN = path.join(RELEASE, 'linux-unpacked-inspectable');
const STAMP = path.join(RELEASE, 'packed-from.json');
const EXECUTABLE = 'countersign';
// What a package depends on besides the runtime; the first says what dist/ was built from
const INGREDIENTS = ['dist/built-from.json', 'electron-builder.yml', 'scripts/package', 'build/icons'];

/**
 * Packs dist/ with this Electron into release/linux-unpacked, unless that very package is there already.
 * @param {Runtime} runtime
 * @returns {Promise<string>} the packaged executable
 */
export async function pack(runtime) {
  const executable = path.join(PACKED, EXECUTABLE);
  const stamp = JSON.stringify({ electron: runtime.version, ingredients: hashIngredients() });
  await withLock('packaging', async () => {
    if (fs.existsSync(executable) && readStamp() === stamp) return;
    for (const stale of [STAMP, TWIN, PACKED]) fs.rmSync(stale, { recursive: true, force: true });
    await runBuilder(path.dirname(runtime.binary));
    fs.writeFileSync(STAMP, stamp);
  });
  return executable;
}

/**
 * A second package that differs in one fuse alone: it takes `--inspect`, so that Playwright can drive it. For tests.
 * @param {string} executable the hardened one
 * @returns {Promise<string>} the twin's executable
 */
export async function packTwin(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  const twin = path.join(TWIN, EXECUTABLE);
  await withLock('packaging', async () => {
    if (fs.existsSync(TWIN)) return; // it goes with the package that it was made from
    const part = `${TWIN}.part`;
    fs.rmSync(part, { recursive: true, force: true });
    fs.cpSync(path.dirname(executable), part, { recursive: true, verbatimSymlinks: true });
    await flipFuses(path.join(part, EXECUTABLE), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    fs.renameSync(part, TWIN);
  });
  return twin;
}

/** @param {string} electronFolder */
async function runBuilder(electronFolder) {
  say('Packing the application.');
  const startedMs = Date.now();
  const builder = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const args = ['--linux', 'dir', '--publish', 'never', `--config.electronDist=${electronFolder}`];
  const { exitCode, output } = await runNode(builder, args, { output: 'kept' });
  if (exitCode !== 0)
    throw new Stop(`${output.trim()}\nThe application could not be packed: see the words above.`);
  say(`Packed it in ${viewDuration(Date.now() - startedMs)}.`);
}

/** @returns {string | null} */
function readStamp() {
  return fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : null;
}

/** @returns {string} */
function hashIngredients() {
  const hash = createHash('sha256');
  for (const place of INGREDIENTS.map((name) => path.join(ROOT, name))) {
    const isFolder = fs.statSync(place).isDirectory();
    const names = isFolder ? fs.readdirSync(place).toSorted() : [''];
    for (const name of names)
      hash
        .update(name)
        .update('\0')
        .update(fs.readFileSync(path.join(place, name)));
  }
  return hash.digest('hex');
}
