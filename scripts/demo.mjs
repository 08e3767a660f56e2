// @ts-check
// npm run demo: drives the real application through its first consent and prints what it got.
import { build } from './build.mjs';
import { runCommand } from './process/command.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  await setUp();
  await build();
  const { runDemo } = await import('./demo/run-demo.mjs'); // after set-up: it needs Playwright
  return runDemo();
});
