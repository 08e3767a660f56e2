// @ts-check
// npm run bench: ratios with a limit each; a table, then one line of JSON.
import { measureAnswering } from './bench/answering.mjs';
import { measureBackChannel } from './bench/back-channel.mjs';
import { isWithinLimit, ratioOf, viewComparisons } from './bench/comparison.mjs';
import { measureStartUp } from './bench/start-up.mjs';
import { build } from './build.mjs';
import { runCommand } from './process/command.mjs';
import { withDisplay } from './process/display.mjs';
import { say } from './process/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  const runtime = await setUp();
  await build();
  say('Measuring the start-up.');
  const startUp = await withDisplay((env) => measureStartUp(runtime.binary, env));
  say('Measuring the back channel.');
  const backChannel = await measureBackChannel();
  say('Measuring how long the window may keep a person waiting.');
  const answering = await withDisplay((env) => measureAnswering(env));
  const measured = [startUp, backChannel, ...answering].filter((comparison) => comparison !== null);
  process.stdout.write(`\n${viewComparisons(measured)}\n\n`);
  const facts = measured.map((comparison) => ({ ...comparison, ratio: ratioOf(comparison) }));
  process.stdout.write(`${JSON.stringify({ electron: runtime.version, comparisons: facts })}\n`);
  return measured.every(isWithinLimit) ? 0 : 1;
});
