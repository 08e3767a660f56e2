import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 1, // every test starts a whole application, and two of them at once are slower than one after the other
  // For a test that hangs. The longest takes half a minute alone, and twice that on a machine that is busy elsewhere.
  timeout: 120_000,
  expect: { timeout: 10_000 }, // as long as a locator is looked for: see PATIENCE_MS in test/e2e/countersign.ts
  retries: 0, // a test that passes at the second try has found something
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./test/playwright-summary.ts']],
});
