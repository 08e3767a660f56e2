// @ts-check
// npm start: brings what is missing, builds, opens the application.
import { build } from './build.mjs';
import { runChild } from './process/child.mjs';
import { runCommand } from './process/command.mjs';
import { hasDisplay } from './process/display.mjs';
import { sandboxSwitches, whyNoChromiumSandbox } from './process/sandbox-switch.mjs';
import { say } from './process/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  const runtime = await setUp();
  await build();
  if (!hasDisplay()) {
    say('There is no display here to open the application on, so this runs the demo instead.');
    const { runDemo } = await import('./demo/run-demo.mjs');
    return runDemo();
  }
  const whyNot = whyNoChromiumSandbox();
  if (whyNot !== null) say(`The window runs without Chromium's sandbox, because ${whyNot}.`);
  const { exitCode } = await runChild(runtime.binary, ['.', ...sandboxSwitches(), ...process.argv.slice(2)]);
  return exitCode;
});
