// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js';

import { FALLBACK } from '../setup/fallback-runtime.mjs';
import { FUSES_SET_BY_US } from './fuses.mjs';

/** @typedef {import('electron-builder').AfterPackContext} AfterPackContext */

/**
 * electron-builder calls this when the folder is filled and not yet hardened or signed.
 * @param {AfterPackContext} context
 */
export async function afterPack(context) {
  const { appOutDir, packager } = context;
  const resources = packager.getResourcesDir(appOutDir);
  writeBuildInfo(context, path.join(resources, 'build-info.json'));
  // Electron's own start page, and the version file of the archive: electron-builder leaves both when it is given a folder
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true });
  fs.rmSync(path.join(appOutDir, 'version'), { force: true });
  if (packager.platform.name !== 'linux') return; // Linux is the only package so far
  const linux = /** @type {import('app-builder-lib').LinuxPackager} */ (packager);
  await setRemainingFuses(path.join(appOutDir, linux.executableName));
  await writeDesktopEntry(linux, appOutDir);
}

/**
 * Puts the desktop entry beside the executable, as an installer would write it: a folder has none, and without it no
 * link finds its way to the application.
 * @param {import('app-builder-lib').LinuxPackager} packager
 * @param {string} folder
 */
async function writeDesktopEntry(packager, folder) {
  const helper = new LinuxTargetHelper(packager);
  const file = path.join(folder, `${helper.getDesktopFileName()}.desktop`);
  await helper.writeDesktopEntry(packager.platformSpecificBuildOptions, undefined, file);
}

/**
 * Says which Electron is really inside: electron-builder believes the version in package.json.
 * @param {AfterPackContext} context
 * @param {string} file
 */
function writeBuildInfo({ appOutDir, packager }, file) {
  const electron = fs.readFileSync(path.join(appOutDir, 'version'), 'utf8').trim().replace(/^v/, '');
  const release = electron !== FALLBACK.electronVersion;
  fs.writeFileSync(
    file,
    `${JSON.stringify({ version: packager.appInfo.version, electron, release }, null, 2)}\n`,
  );
}

/** @param {string} binary */
async function setRemainingFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  if (!(FuseV1Options.WasmTrapHandlers in wire)) return; // this Electron is older than the fuse
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.WasmTrapHandlers]: FUSES_SET_BY_US.wasmTrapHandlers,
  });
}
