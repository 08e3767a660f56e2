// @ts-check
import fs from 'node:fs';
import path from 'node:path';

import { runNode } from '../process/child.mjs';
import { Stop } from '../process/command.mjs';
import { say } from '../process/say.mjs';
import { FALLBACK, fallbackFolderName, fallbackRuntime, WAYS_OUT } from './fallback-runtime.mjs';
import { ROOT } from './places.mjs';

/**
 * @typedef {object} Runtime an Electron that can be started
 * @property {'official' | 'fallback' | 'chosen'} kind chosen: by ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version
 * @property {string} binary
 */

const PROBE_TIMEOUT_MS = 5000;
const PACKAGE = path.join(ROOT, 'node_modules', 'electron');
// The package looks at exactly these two: `dist`, and in path.txt the binary's place inside it
const DIST = path.join(PACKAGE, 'dist');
const PATH_FILE = path.join(PACKAGE, 'path.txt');

/**
 * The Electron in place, or null when there is none that is whole.
 * @returns {Runtime | null}
 */
export function findElectron() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = chosen || DIST;
  const binary = path.join(folder, readText(PATH_FILE) ?? 'electron');
  const version = readText(path.join(folder, 'version'))?.replace(/^v/, '') ?? null;
  if (!fs.existsSync(binary)) return null;
  if (chosen) return { kind: 'chosen', version: version ?? 'unknown', binary };
  if (version === wantedVersion()) return { kind: 'official', version, binary };
  return version !== null && isFallback() ? { kind: 'fallback', version, binary } : null;
}

/**
 * Puts an Electron where `require('electron')` finds it: the official build, else the pinned fallback runtime.
 * @returns {Promise<Runtime>}
 */
export async function installElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new Stop(
      `ELECTRON_OVERRIDE_DIST_PATH says ${process.env.ELECTRON_OVERRIDE_DIST_PATH}, but there is no Electron in that folder.`,
    );
  }
  if (isLink(DIST)) fs.unlinkSync(DIST); // else the official archive would be unpacked through the link, into the cache
  const obstacle = await whyOfficialIsOutOfReach();
  if (obstacle === null) await installOfficial();
  else await installFallback(obstacle);
  const runtime = findElectron();
  if (runtime === null)
    throw new Stop(
      'Electron was installed but cannot be found in node_modules/electron: delete that folder and try again.',
    );
  return runtime;
}

/**
 * Asks first: the installer of the package waits without limit for a host that does not answer.
 * @returns {Promise<string | null>}
 */
async function whyOfficialIsOutOfReach() {
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const url = `${mirror.replace(/\/$/, '')}/v${wantedVersion()}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return answer.ok ? null : `${new URL(url).host} answers ${answer.status}`;
  } catch (error) {
    const cause = /** @type {{ name: string, cause?: { code?: string } }} */ (error);
    return `${new URL(url).host}: ${cause.name === 'TimeoutError' ? `no answer within ${PROBE_TIMEOUT_MS / 1000} s` : (cause.cause?.code ?? cause.name)}`;
  }
}

async function installOfficial() {
  say(`Fetching Electron ${wantedVersion()}.`);
  const { exitCode, output } = await runNode(path.join(PACKAGE, 'install.js'), [], { output: 'kept' });
  if (exitCode === 0) return;
  await installFallback(`its download failed: ${output.trim().split('\n')[0] ?? ''}`);
}

/** @param {string} obstacle */
async function installFallback(obstacle) {
  say(`Electron ${wantedVersion()} is out of reach (${obstacle}).`);
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== FALLBACK.platform)
    throw new Stop(`There is no other Electron for ${platform}. ${WAYS_OUT}`);
  const folder = await fallbackRuntime();
  fs.rmSync(DIST, { recursive: true, force: true });
  const link = `${DIST}.${process.pid}`;
  fs.symlinkSync(folder, link);
  fs.writeFileSync(PATH_FILE, 'electron');
  fs.renameSync(link, DIST);
  say(`Electron ${FALLBACK.electronVersion} stands in: good for development and tests, not for a release.`);
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @returns {boolean} whether the link points to the very runtime that this checkout would fetch */
function isFallback() {
  return isLink(DIST) && path.basename(fs.readlinkSync(DIST)) === fallbackFolderName();
}

/**
 * @param {string} place
 * @returns {boolean}
 */
function isLink(place) {
  return fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
