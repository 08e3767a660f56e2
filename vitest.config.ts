import { defineConfig } from 'vitest/config';

// vitest and playwright take their configuration from a default export: the one place where we have any.
export default defineConfig({
  test: {
    reporters: ['default', './test/vitest-summary.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/architecture.test.ts', 'test/{main,preload,renderer,sandbox,scripts}/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'flows', include: ['test/{flows,hostile}/**/*.test.ts'] } },
      { extends: true, test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
