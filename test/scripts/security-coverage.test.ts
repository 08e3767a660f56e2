import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/security-coverage.mjs', import.meta.url));

it('every security requirement has a test that names it, or is listed with the reason why not', () => {
  const { stdout, status } = spawnSync(process.execPath, [SCRIPT, '--check'], { encoding: 'utf8' });

  expect(stdout).not.toMatch(/has no test|and has a test/);
  expect(stdout).toMatch(/rows are shown by tests/);
  expect(status).toBe(0);
});
