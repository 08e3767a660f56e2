import { describe, expect, it } from 'vitest';

import { viewHome } from '../../../main/connections/home-view';
import type { ConnectionRecord } from '../../../main/records/connection-record';
import { connectionRecord, NOW_MS } from './records';

/** A record with three accounts of 10.00 each. */
function consent(change: Partial<ConnectionRecord> = {}): ConnectionRecord {
  const accounts = ['a', 'b', 'c'].map((accountId) => ({
    accountId,
    accountCategory: 'DEPOSIT_ACCOUNT',
    currency: { currencyCode: 'USD' },
    currentBalance: 10,
  }));
  return connectionRecord({ accountsText: JSON.stringify({ accounts }), ...change });
}

describe('home', () => {
  it('shows and counts an account once, where it was read last, when two consents cover it', () => {
    const older = consent({ connectionId: 'older', readAtMs: NOW_MS - 1000 });
    const newer = consent({ connectionId: 'newer', readAtMs: NOW_MS });
    const view = viewHome([older, newer], NOW_MS);

    expect(view.consents.map((one) => [one.consent.connectionId, one.accounts.length])).toEqual([
      ['newer', 3],
      ['older', 0],
    ]);
    expect(view.counted).toHaveLength(3);
  });

  it('keeps accounts of two banks apart, even if their ids are the same', () => {
    const other = consent({ connectionId: 'other', providerId: 'other' });

    expect(viewHome([consent(), other], NOW_MS).counted).toHaveLength(6);
  });

  it('puts active consents before ended ones, and counts only those', () => {
    const stopped = consent({ stoppedAtMs: NOW_MS, readAtMs: NOW_MS, providerId: 'other' });
    const view = viewHome([stopped, consent()], NOW_MS);

    expect(view.consents.map((one) => one.consent.status)).toEqual(['ACTIVE', 'REVOKED']);
    expect(view.counted).toHaveLength(3);
  });

  it('still counts what was read once when nothing is active any more', () => {
    expect(viewHome([consent({ stoppedAtMs: NOW_MS })], NOW_MS).counted).toHaveLength(3);
  });
});
