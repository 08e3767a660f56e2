// @ts-check
// npm run test:e2e [-- arguments of Playwright]: the end-to-end tests alone, against a fresh build.
import path from 'node:path';

import { build } from './build.mjs';
import { runNode } from './process/child.mjs';
import { runCommand } from './process/command.mjs';
import { withDisplay } from './process/display.mjs';
import { ROOT } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  await setUp();
  await build();
  const playwright = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  return withDisplay(
    async (env) => (await runNode(playwright, ['test', ...process.argv.slice(2)], { env })).exitCode,
  );
});
