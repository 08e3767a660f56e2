// @ts-check
// npm run test:long: proofs that are long by nature, such as 200 kills. Its last line is `N passed, N failed`.
import { runCommand } from './process/command.mjs';
import { say, viewDuration } from './process/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { runStage, runVitest } from './test/stages.mjs';

await runCommand(async () => {
  const startedMs = Date.now();
  await setUp();
  const counts = await runStage('Long tests', () => runVitest(['long']));
  say(`\nAll of it took ${viewDuration(Date.now() - startedMs)}.`);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  return counts.failed === 0 ? 0 : 1;
});
