import { describe, expect, it } from 'vitest';

import { formatDistance, formatInstant } from '../../renderer/ui/format-instant';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 14);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('how long ago or ahead something is', () => {
  it.each([
    { because: 'seconds are too small to count', awayMs: -20_000, words: 'now' },
    { because: 'it was read a while ago', awayMs: -2 * MINUTE_MS, words: '2 minutes ago' },
    { because: 'a part of an hour is not an hour', awayMs: -119 * MINUTE_MS, words: '1 hour ago' },
    { because: 'a consent ends soon', awayMs: 6 * DAY_MS + 1, words: 'in 6 days' },
    { because: 'a day has a name', awayMs: DAY_MS, words: 'tomorrow' },
    { because: 'days become months', awayMs: -40 * DAY_MS, words: '1 month ago' },
  ])('is "$words" because $because', ({ awayMs, words }) => {
    expect(formatDistance(NOW_MS + awayMs, NOW_MS, 'en-US')).toBe(words);
  });
});

describe('an instant as logs have it', () => {
  it('has 24 hours and milliseconds, in the person’s own time zone', () => {
    const local = new Date(2026, 10, 22, 21, 5, 7, 9).getTime();

    expect(formatInstant(local, 'log', 'en-US')).toBe('21:05:07.009');
  });
});
