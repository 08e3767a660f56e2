// @ts-check
// npm test: everything that must hold before a change lands. Its last line is `N passed, N failed`.
import { runCommand } from './process/command.mjs';
import { withDisplay } from './process/display.mjs';
import { say, viewDuration } from './process/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { bringTestKeychain } from './setup/system-libraries.mjs';
import { addUp } from './test/counts.mjs';
import { runBuildStage, runCheck, runPlaywright, runStage, runVitest } from './test/stages.mjs';

/** @typedef {import('./test/counts.mjs').Counts} Counts */

await runCommand(async () => {
  const startedMs = Date.now();
  await setUp();
  await bringTestKeychain();
  const total = addUp(await runStages());
  if (total.skipped > 0) say(`\n${total.skipped} of the tests were skipped.`);
  say(`\nAll of it took ${viewDuration(Date.now() - startedMs)}.`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});

/** @returns {Promise<Counts[]>} */
async function runStages() {
  const counts = [
    await runStage('Type check', () => runCheck('typecheck')),
    await runStage('Lint and format', () => runCheck('lint')),
    await runStage('Unit and flow tests', () => runVitest(['unit', 'flows'])),
  ];
  const built = await runStage('Build', runBuildStage);
  counts.push(built);
  if (built.failed > 0) {
    say('There is no build, so the tests that drive the application did not run.');
    return counts;
  }
  counts.push(await runStage('End-to-end tests', runPlaywright));
  counts.push(await runStage('Packaging tests', () => withDisplay((env) => runVitest(['packaging'], env))));
  return counts;
}
