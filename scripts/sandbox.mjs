// @ts-check
// npm run sandbox: the pretend bank alone, in plain Node; Electron is not needed.
import path from 'node:path';

import { build } from './build.mjs';
import { runNode } from './process/child.mjs';
import { runCommand } from './process/command.mjs';
import { ROOT } from './setup/places.mjs';
import { setUpDependencies } from './setup/set-up.mjs';

await runCommand(async () => {
  await setUpDependencies();
  await build();
  const { exitCode } = await runNode(path.join(ROOT, 'dist', 'sandbox', 'index.js'), process.argv.slice(2));
  return exitCode;
});
