// @ts-check
// Writes docs/guide/when-something-fails.md from the words of the screen; with --check it only says whether it is so.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { runCommand, Stop } from './process/command.mjs';
import { withTypeScript } from './process/typescript.mjs';
import { ROOT } from './setup/places.mjs';

const PAGE = path.join(ROOT, 'docs', 'guide', 'when-something-fails.md');

await runCommand(async () => {
  /** @type {string} */
  const text = await withTypeScript('/scripts/failure-guide/failure-page.ts', (page) =>
    page['writeFailurePage'](),
  );
  const isCurrent = readFileSync(PAGE, 'utf8') === text;
  if (process.argv.includes('--check')) {
    if (!isCurrent) throw new Stop('The page is older than the words: run `node scripts/failure-guide.mjs`.');
  } else writeFileSync(PAGE, text);
});
