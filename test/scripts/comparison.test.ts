import { describe, expect, it } from 'vitest';

import { isWithinLimit, ratioOf, viewComparisons } from '../../scripts/bench/comparison.mjs';
import { median } from '../../scripts/bench/median.mjs';

const KEPT = { what: 'start-up', oursMs: 250, theirsMs: 200, runs: 11, limit: 1.25 };
const MISSED = { ...KEPT, oursMs: 251 };

describe('a comparison of two times', () => {
  it('keeps its limit up to the limit itself', () => {
    expect([ratioOf(KEPT), isWithinLimit(KEPT)]).toEqual([1.25, true]);
    expect([ratioOf(MISSED), isWithinLimit(MISSED)]).toEqual([1.255, false]);
  });

  it('is shown as one line of a table', () => {
    expect(viewComparisons([KEPT]).split('\n')[1]).toBe(
      'start-up  250.0 ms  200.0 ms  1.250  1.25   11    kept',
    );
  });

  it('is made of medians, which one slow run does not move', () => {
    expect(median([3, 900, 1])).toBe(3);
  });
});
