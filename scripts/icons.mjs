// @ts-check
// node scripts/icons.mjs: draws build/icons/*.png again after build/icon.svg was changed.
import { runChild } from './process/child.mjs';
import { runCommand } from './process/command.mjs';
import { withDisplay } from './process/display.mjs';
import { sandboxSwitches } from './process/sandbox-switch.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  const { binary } = await setUp();
  const args = [...sandboxSwitches(), 'scripts/package/draw-icons.mjs'];
  return withDisplay(async (env) => (await runChild(binary, args, { env, output: 'kept' })).exitCode);
});
