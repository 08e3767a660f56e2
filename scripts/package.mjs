// @ts-check
// npm run package [-- --release] [-- --twin]: a hardened package for Linux in release/.
import path from 'node:path';
import { parseArgs } from 'node:util';

import { build } from './build.mjs';
import { pack, packTwin } from './package/pack.mjs';
import { runCommand, Stop } from './process/command.mjs';
import { say } from './process/say.mjs';
import { installElectron } from './setup/electron.mjs';
import { ROOT } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  const { values } = parseArgs({ options: { release: { type: 'boolean' }, twin: { type: 'boolean' } } });
  if (process.platform !== 'linux')
    throw new Stop('Only the Linux package is built so far: run this on Linux.');
  const runtime = await chooseRuntime(values.release ?? false);
  await build();
  const executable = await pack(runtime);
  say(
    `The package is in ${path.relative(ROOT, path.dirname(executable))}/, with Electron ${runtime.version} inside.`,
  );
  if (runtime.kind === 'fallback')
    say('That is the fallback runtime: the package is for tests, and no release.');
  if (values.twin) say(`Its twin that takes --inspect: ${path.relative(ROOT, await packTwin(executable))}`);
  return 0;
});

/** @param {boolean} forRelease */
async function chooseRuntime(forRelease) {
  const found = await setUp();
  if (!forRelease) return found;
  const runtime = found.kind === 'fallback' ? await installElectron() : found; // the official one may be in reach by now
  if (runtime.kind !== 'official') {
    throw new Stop(
      `A release needs the official Electron, and this is Electron ${runtime.version} (${runtime.kind}): nothing was packed.`,
    );
  }
  return runtime;
}
