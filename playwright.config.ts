import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 1, // every test starts a whole application, and two of them at once are slower than one after the other
  timeout: 60_000,
  retries: 0, // a test that passes at the second try has found something
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./test/playwright-summary.ts']],
});
