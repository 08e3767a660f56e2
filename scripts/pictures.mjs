// @ts-check
// npm run pictures: takes every picture of the guide and of README.md again, from the real application.
import { build } from './build.mjs';
import { runCommand } from './process/command.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommand(async () => {
  await setUp();
  await build();
  const { takePictures } = await import('./pictures/take-pictures.mjs'); // after set-up: it needs Playwright
  return takePictures();
});
