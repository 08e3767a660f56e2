// @ts-check
// Stands in for the application that Electron's official builds carry in resources/default_app.asar and the fallback
// runtime does not: `electron [-r module] <folder or file> [...]`. Only development and tests meet it; a package never does.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * With two functions that Electron's own default application uses too; they are not documented, hence not in the types.
 * @type {Electron.App & { setVersion: (version: string) => void, setAppPath: (folder: string) => void }}
 */
const application = /** @type {any} */ (app);

/**
 * @param {readonly string[]} args
 * @returns {{ preloads: string[], target: string | undefined, asksVersion: boolean }}
 */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      preloads.push(args[index] ?? '');
    } else if (arg === '-v' || arg === '--version') {
      return { preloads, target: undefined, asksVersion: true };
    } else if (!arg.startsWith('-')) {
      return { preloads, target: arg, asksVersion: false };
    }
  }
  return { preloads, target: undefined, asksVersion: false };
}

/**
 * Takes the application's name and version from its package.json, as the official one does.
 * @param {string} folder
 * @returns {string} the file to start
 */
function adoptFolder(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (manifest.version) application.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  // A profile folder that was asked for stays: every test has its own
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  application.setAppPath(folder);
  return path.join(folder, manifest.main ?? 'index.js');
}

/** @param {string} target */
async function startApplication(target) {
  const place = path.resolve(target);
  const isFolder = fs.existsSync(path.join(place, 'package.json'));
  if (!isFolder) application.setAppPath(path.dirname(place));
  // Awaited by the caller at top level: Electron becomes ready only after this file, so the application's own code has
  // run by then (it must: schemes can be registered only before)
  await import(pathToFileURL(isFolder ? adoptFolder(place) : place).href);
}

const { preloads, target, asksVersion } = readArguments(process.argv.slice(1));
if (asksVersion) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (target === undefined) {
  process.stderr.write('usage: electron [-r module] <folder or file>\n');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
// What Node itself does for `node -r`; Module's types leave it out
if (preloads.length > 0) /** @type {any} */ (Module)._preloadModules(preloads);
try {
  await startApplication(target);
} catch (error) {
  process.stderr.write(
    `The application threw an error while loading.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
