import { writeFileSync } from 'node:fs';

/** What a test runner ran. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Hands the counts to `npm test`, which adds them up; a runner started by hand prints them as its closing line. */
export function reportCounts(counts: Counts): void {
  const file = process.env['COUNTERSIGN_COUNTS_FILE'];
  if (file) writeFileSync(file, JSON.stringify(counts));
  else process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`);
}
