import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

import { writeFailurePage } from '../../scripts/failure-guide/failure-page';

const SCRIPT = fileURLToPath(new URL('../../scripts/failure-guide.mjs', import.meta.url));

it('the guide has every failure in the words of the screen: else run `node scripts/failure-guide.mjs`', () => {
  const { stderr, status } = spawnSync(process.execPath, [SCRIPT, '--check'], { encoding: 'utf8' });

  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('each row says what happened, whose side it is, what to do next and a code', () => {
  const rows = [...writeFailurePage().matchAll(/^\| (.+) \| (.+) \| (.+) \| (`.+`) \|$/gm)];

  expect(rows.length).toBeGreaterThan(30);
  for (const [, what, who, next] of rows) {
    for (const sentence of [what, who, next]) expect(sentence).toMatch(/^[A-Z*].*\.$/);
  }
});
