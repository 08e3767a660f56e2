import { describe, expect, it } from 'vitest';

import { killWhileRefreshing } from '../main/vault/killed-refreshes';

const KILLS = 200;

describe('an app that is killed while it refreshes (SECURITY row 75)', () => {
  it(`opens each time and holds a refresh token that the provider honours, in ${KILLS} kills`, async () => {
    expect(await killWhileRefreshing(KILLS)).toBeGreaterThan(KILLS * 0.9);
  });
});
