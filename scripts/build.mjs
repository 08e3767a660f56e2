// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { runNode } from './process/child.mjs';
import { Stop } from './process/command.mjs';
import { withLock } from './process/lock.mjs';
import { say, viewDuration } from './process/say.mjs';
import { whyFolderCannotBuild } from './setup/folder-name.mjs';
import { ROOT } from './setup/places.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'sandbox',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = [
  'dist/main/index.js',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'dist/sandbox/index.js',
];
const STAMP = path.join(ROOT, 'dist', 'built-from.json');

/** Builds the application into dist/, unless dist/ was already built from the very same sources. */
export async function build() {
  const hindrance = whyFolderCannotBuild(ROOT);
  if (hindrance !== null) throw new Stop(hindrance);
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (!isBuilt()) await runBuild();
  });
}

async function runBuild() {
  say('Building the application.');
  const startedMs = Date.now();
  const sources = hashSources(); // before the build: what is edited meanwhile is to be built again
  fs.rmSync(STAMP, { force: true });
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { exitCode, output } = await runNode(vite, ['build', '--app', '--logLevel', 'warn'], {
    output: 'kept',
  });
  if (exitCode !== 0)
    throw new Stop(`${output.trim()}\nThe application could not be built: see the errors above.`);
  fs.writeFileSync(STAMP, JSON.stringify({ sources, outputs: outputTimes() }));
  say(`Built it in ${viewDuration(Date.now() - startedMs)}.`);
}

/** @returns {boolean} */
function isBuilt() {
  try {
    const stamp = JSON.parse(fs.readFileSync(STAMP, 'utf8'));
    // The outputs' times too: a build by hand in between may have been of other sources
    return stamp.outputs === outputTimes() && stamp.sources === hashSources();
  } catch {
    return false;
  }
}

/** @returns {string} */
function outputTimes() {
  return OUTPUTS.map(
    (file) => fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 'absent',
  ).join(' ');
}

/** @returns {string} */
function hashSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} place
 * @returns {string[]} relative to the repository, in one order everywhere
 */
function filesUnder(place) {
  const info = fs.statSync(path.join(ROOT, place), { throwIfNoEntry: false });
  if (info === undefined) return [];
  if (!info.isDirectory()) return [place];
  const names = fs.readdirSync(path.join(ROOT, place)).sort();
  return names.flatMap((name) => filesUnder(path.join(place, name)));
}
