import { describe, expect, it } from 'vitest';

import { viewHome } from '../../renderer/features/home/home-view';
import { fakeConsent, stoppedConsent } from '../helpers/fake-consents';

const NOW_MS = Date.UTC(2026, 10, 22, 9, 14);

describe('home', () => {
  it('shows and counts an account once, where it was read last, when two consents cover it', () => {
    const older = fakeConsent(NOW_MS, { connectionId: 'older', readAtMs: NOW_MS - 1000 });
    const newer = fakeConsent(NOW_MS, { connectionId: 'newer', readAtMs: NOW_MS });
    const view = viewHome([older, newer]);

    expect(view.consents.map(({ consent, accounts }) => [consent.connectionId, accounts.length])).toEqual([
      ['newer', 3],
      ['older', 0],
    ]);
    expect(view.counted).toHaveLength(3);
  });

  it('keeps accounts of two banks apart, even if their ids are the same', () => {
    const other = fakeConsent(NOW_MS, { connectionId: 'other', providerId: 'other' });

    expect(viewHome([fakeConsent(NOW_MS), other]).counted).toHaveLength(6);
  });

  it('puts active consents before ended ones, and counts only those', () => {
    const stopped = { ...stoppedConsent(NOW_MS), readAtMs: NOW_MS, providerId: 'other' };
    const view = viewHome([stopped, fakeConsent(NOW_MS)]);

    expect(view.consents.map(({ consent }) => consent.status)).toEqual(['ACTIVE', 'REVOKED']);
    expect(view.counted).toHaveLength(3);
  });

  it('still counts what was read once when nothing is active any more', () => {
    expect(viewHome([stoppedConsent(NOW_MS)]).counted).toHaveLength(3);
  });
});
