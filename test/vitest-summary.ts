import type { Reporter, TestModule } from 'vitest/node';

import { reportCounts } from './report-counts';

/** Counts what vitest ran. A file that fails to load, and an error outside of any test, each count as one failure. */
export default class VitestSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') counts[state] += 1;
      }
      counts.failed += module.errors().length;
    }
    reportCounts(counts);
  }
}
