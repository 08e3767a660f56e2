import { describe, expect, it } from 'vitest';

import { addUp, judgeRun, readCounts } from '../../scripts/test/counts.mjs';

describe('the count of npm test', () => {
  it('adds up its stages', () => {
    const stages = [
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ];
    expect(addUp(stages)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  it('takes what a run reported', () => {
    const reported = { passed: 5, failed: 1, skipped: 0 };
    expect(judgeRun({ exitCode: 1, reported })).toEqual(reported);
  });

  it('counts a run that died before it could report as one failure', () => {
    expect(judgeRun({ exitCode: 137, reported: null })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run that ended well and reported nothing as one failure', () => {
    expect(judgeRun({ exitCode: 0, reported: null }).failed).toBe(1);
  });

  it('counts a run that reported no failure and ended badly as one', () => {
    expect(judgeRun({ exitCode: 1, reported: { passed: 5, failed: 0, skipped: 0 } }).failed).toBe(1);
  });

  it('reads an absent report as none', () => {
    expect(readCounts('/nowhere/counts.json')).toBeNull();
  });
});
