import type { Reporter, Suite, TestError } from '@playwright/test/reporter';

import { reportCounts } from './report-counts';

/** Counts what Playwright ran. A flaky test counts as failed: it did fail; so does an error outside of any test. */
export default class PlaywrightSummary implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onError(_error: TestError): void {
    this.errors += 1;
  }

  onEnd(): void {
    const counts = { passed: 0, failed: this.errors, skipped: 0 };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome === 'skipped') counts.skipped += 1;
      else counts.failed += 1;
    }
    reportCounts(counts);
  }

  printsToStdio(): boolean {
    return false;
  }
}
