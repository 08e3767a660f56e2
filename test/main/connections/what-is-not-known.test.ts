import { describe, expect, it } from 'vitest';

import { viewDetail } from '../../../main/connections/consent-view';
import { consentDetail } from '../../../preload/contract/consent-shapes';
import { vector } from '../fdx/vector';
import { connectionRecord, NOW_MS } from './records';

/** The published consent with members changed. */
function consentText(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(vector('consent-grant.json')) as object), ...change });
}

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

describe('what a bank does not say of its grant', () => {
  const scope = (granted: string) => ({ maskedToken: { scope: granted } });
  const unread = {
    consentText: null,
    requestedScope: ['accountdetailed', 'transactions', 'statements', 'investments']
      .map((name) => `fdx:${name}:read`)
      .join(' '),
  };

  it.each([
    {
      change: { consentText: consentText({ resources: undefined }) },
      by: 'consent',
      clusters: 'unsaid unsaid unsaid unsaid unsaid',
      because: 'the consent has no resources, as one provider leaves them out when it has ended',
    },
    {
      change: { consentText: consentText({ durationPeriod: undefined, lookbackPeriod: undefined }) },
      by: 'consent',
      clusters: 'narrower',
      because: 'the consent has resources and no periods',
    },
    {
      change: { ...unread, ...scope('fdx:accountdetailed:read') },
      by: 'scopes',
      clusters: 'narrower narrower narrower unsaid',
      because: 'one of four scopes came back, and that of contact details was not asked for',
    },
    {
      change: { ...unread, ...scope('ACCOUNT_DETAILED TRANSACTIONS') },
      by: 'scopes',
      clusters: 'narrower narrower unsaid',
      because: 'in FDX 5 the scopes are the names of the clusters',
    },
    {
      change: { ...unread, requestedScope: 'openid konto', ...scope('openid konto') },
      by: 'nobody',
      clusters: '',
      because: 'scopes of the bank’s own mean what it likes',
    },
    { change: unread, by: 'nobody', clusters: '', because: 'no scope came back' },
  ] as const)('is known by $by: $because', ({ change, by, clusters }) => {
    const detail = viewDetail(connectionRecord(change), CONTEXT);

    expect(consentDetail.safeParse(detail).error).toBeUndefined();
    expect(detail.grantedBy).toBe(by);
    const ofClusters = detail.differences.filter(({ what }) => what === 'cluster');
    expect(ofClusters.map(({ direction }) => direction).join(' ')).toBe(clusters);
  });

  it('has its periods told as not said, which is neither the same nor less', () => {
    const text = consentText({ durationPeriod: undefined, lookbackPeriod: undefined });
    const { differences } = viewDetail(connectionRecord({ consentText: text }), CONTEXT);

    expect(differences.slice(0, 2)).toMatchObject([
      { what: 'durationPeriod', requested: '365', granted: null, direction: 'unsaid' },
      { what: 'lookbackPeriod', requested: '730', granted: null, direction: 'unsaid' },
    ]);
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
