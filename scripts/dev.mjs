// @ts-check
// npm run dev: the application from the sources; the window follows edits at once, and main's edits restart Electron.
import path from 'node:path';

import { runNode } from './process/child.mjs';
import { runCommand } from './process/command.mjs';
import { withDisplay } from './process/display.mjs';
import { ROOT } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  await setUp();
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  return withDisplay(async (env) => (await runNode(vite, process.argv.slice(2), { env })).exitCode);
});
