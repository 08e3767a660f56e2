import { describe, expect, it } from 'vitest';

import { ROW_HEIGHT, rowWindow, scrollTopFor } from '../../../renderer/features/transactions/use-row-window';

const HEIGHT = 600;

describe('the rows that are on screen', () => {
  it.each([
    { count: 0, because: 'there are none' },
    { count: 5, because: 'all of them fit' },
    { count: 1_000_000, because: 'the whole list is taller than Chromium lets an element be' },
    { count: 5_000_000, because: 'the list is ten times as tall as the space that is scrolled' },
  ])('end with the last of $count, because $because', ({ count }) => {
    const { space } = rowWindow({ top: 0, height: HEIGHT }, count);
    expect(space).toBeLessThanOrEqual(15_000_000);
    const bottom = rowWindow({ top: Math.max(0, space - HEIGHT), height: HEIGHT }, count);
    expect(bottom.last).toBe(count - 1);
    if (count > 0) expect(bottom.topOf(count - 1) + ROW_HEIGHT).toBeLessThanOrEqual(space + 0.001);
  });

  it('are as many as fit, with some to spare, wherever one is', () => {
    for (const top of [0, 1_000_000, 7_654_321, 14_999_000]) {
      const { first, last } = rowWindow({ top, height: HEIGHT }, 5_000_000);
      expect(last - first + 1).toBeLessThanOrEqual(HEIGHT / ROW_HEIGHT + 18);
      expect(last - first + 1).toBeGreaterThanOrEqual(HEIGHT / ROW_HEIGHT);
    }
  });

  it.each([0, 1, 499_999, 999_999])('include row %i of a million once it was asked for', (rank) => {
    const top = scrollTopFor(rank, 1_000_000, { top: 3_000_000, height: HEIGHT });
    const { first, last } = rowWindow({ top, height: HEIGHT }, 1_000_000);
    expect(first).toBeLessThanOrEqual(rank);
    expect(last).toBeGreaterThanOrEqual(rank);
  });

  it('stay where they are when the row that is asked for is among them', () => {
    expect(scrollTopFor(10, 1000, { top: 100, height: HEIGHT })).toBe(100);
  });
});
