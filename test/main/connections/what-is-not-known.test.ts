import { describe, expect, it } from 'vitest';

import { viewDetail } from '../../../main/connections/consent-view';
import { connectionRecord, NOW_MS } from './records';

const CONTEXT = { providerHost: 'bank.example', holdsAccess: true, nowMs: NOW_MS, others: [] };

describe('what nobody has read yet', () => {
  const unread = { consentText: null, accountsText: null } as const;

  it('is not compared with what was asked for, and has no time of reading', () => {
    const detail = viewDetail(connectionRecord(unread), CONTEXT);

    expect(detail).toMatchObject({ status: 'UNREAD', grantedBy: 'nobody', differences: [], readAtMs: null });
    expect(detail.granted).toMatchObject({
      durationType: null,
      durationDays: null,
      lookbackDays: null,
      clusters: [],
    });
  });

  it('is known by its token answer where that says what was granted (RFC 9396 section 7)', () => {
    const record = connectionRecord(unread);
    const maskedToken = { authorization_details: record.requested };
    const detail = viewDetail({ ...record, maskedToken }, CONTEXT);

    expect(detail).toMatchObject({ status: 'UNREAD', grantedBy: 'token', differences: [] });
    expect(detail.granted).toEqual(detail.requested);
  });
});

describe('accounts that the person kept back', () => {
  const accounts = (...ids: readonly string[]) =>
    JSON.stringify({ accounts: ids.map((accountId) => ({ accountId, nickname: accountId })) });
  const here = connectionRecord({ accountsText: accounts('a') });
  const other = (change: Partial<typeof here>) =>
    connectionRecord({ connectionId: 'other', accountsText: accounts('a', 'b'), ...change });
  const withheld = (...others: readonly (typeof here)[]) => viewDetail(here, { ...CONTEXT, others }).withheld;

  it('are known from another consent of the same person, which shares an account with this one', () => {
    expect(withheld(here, other({}))).toEqual([{ name: 'b', numberDisplay: null }]);
  });

  it.each([
    { because: 'it is at another bank', change: { providerId: 'another' } },
    {
      because: 'it shares no account, so it may be somebody else’s',
      change: { accountsText: accounts('b') },
    },
    { because: 'it has not been read', change: { accountsText: null } },
  ])('are not concluded from a consent when $because', ({ change }) => {
    expect(withheld(other(change))).toEqual([]);
  });
});
