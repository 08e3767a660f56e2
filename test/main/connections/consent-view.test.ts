import { describe, expect, it } from 'vitest';

import { viewDetail, viewSummary } from '../../../main/connections/consent-view';
import { readRecord } from '../../../main/connections/raw-records';
import { consentDetail } from '../../../preload/contract/consent-shapes';
import { MAX_RECORD_LENGTH } from '../../../preload/contract/row-limits';
import { vector } from '../fdx/vector';
import { connectionRecord, NOW_MS } from './records';

const CONTEXT = { providerHost: 'bank.example', holdsAccess: true, nowMs: NOW_MS, others: [] };
const YEAR_MS = 365 * 86_400_000;

/** What differs in the published consent: one of its three accounts has investments. */
const INVESTMENTS_OF_ONE = {
  what: 'cluster',
  cluster: 'INVESTMENTS',
  resourceType: 'ACCOUNT',
  share: { granted: 1, total: 3 },
  direction: 'narrower',
};

/** The published consent with members changed. */
function consentText(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(vector('consent-grant.json')) as object), ...change });
}

describe('a consent in the list', () => {
  it('is what the provider’s own text says', () => {
    expect(viewSummary(connectionRecord(), NOW_MS)).toEqual({
      connectionId: 'connection-1',
      providerId: 'bank',
      providerName: 'Larkspur',
      purpose: 'personal-finance',
      status: 'ACTIVE',
      clusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'INVESTMENTS', 'CUSTOMER_CONTACT'],
      accountCount: 2,
      createdAtMs: Date.UTC(2026, 2, 2, 15, 4, 5),
      expiresAtMs: Date.UTC(2027, 2, 2, 15, 4, 5),
      end: { kind: 'said', atMs: Date.UTC(2027, 2, 2, 15, 4, 5) },
      readAtMs: NOW_MS - 1000,
    });
  });

  for (const { change, nowMs = NOW_MS, status, because } of [
    { change: {}, status: 'ACTIVE', because: 'the provider says so' },
    {
      change: {},
      nowMs: NOW_MS + YEAR_MS,
      status: 'EXPIRED',
      because: 'the end that the provider named is past',
    },
    { change: { stoppedAtMs: NOW_MS }, status: 'REVOKED', because: 'the person stopped it' },
    {
      change: { consentText: consentText({ status: 'REVOKED' }) },
      status: 'REVOKED',
      because: 'the provider says so',
    },
    {
      change: { consentText: consentText({ status: 'EXPIRED' }) },
      status: 'EXPIRED',
      because: 'the provider says so',
    },
    {
      change: { consentText: consentText({ status: 'PAUSED' }) },
      status: 'OTHER',
      because: 'nobody knows what that is',
    },
    {
      change: { seenEnded: { how: 'revoked', atMs: NOW_MS } },
      status: 'REVOKED',
      because: 'it was seen to have been stopped at the provider',
    },
    {
      change: { seenEnded: { how: 'expired', atMs: NOW_MS } },
      status: 'EXPIRED',
      because: 'it was seen to have run out at the provider',
    },
    { change: { consentText: null }, status: 'UNREAD', because: 'it has never been read' },
    { change: { consentText: 'not JSON' }, status: 'UNKNOWN', because: 'what was kept can’t be read' },
    { change: { consentId: 'another' }, status: 'UNKNOWN', because: 'what was kept is of another consent' },
    {
      change: { consentText: consentText({ expirationTime: undefined, durationType: 'PERSISTENT' }) },
      nowMs: NOW_MS + 100 * YEAR_MS,
      status: 'ACTIVE',
      because: 'it has no end that anybody named',
    },
  ] as const) {
    it(`is ${status} when ${because}`, () => {
      expect(viewSummary(connectionRecord(change), nowMs).status).toBe(status);
    });
  }

  it('has its clusters in the order in which they are read out, unknown ones last', () => {
    const resources = [
      { resourceType: 'X', resourceId: '1', dataClusters: ['HOROSCOPE', 'TAX', 'ACCOUNT_BASIC'] },
      { resourceType: 'X', resourceId: '2', dataClusters: ['TRANSACTIONS'] },
    ];
    const record = connectionRecord({ consentText: consentText({ resources }) });

    expect(viewSummary(record, NOW_MS).clusters).toEqual([
      'ACCOUNT_BASIC',
      'TRANSACTIONS',
      'TAX',
      'HOROSCOPE',
    ]);
  });

  it('does not say how many accounts it has when they were not read, or can’t be', () => {
    for (const accountsText of [null, 'not JSON', '{}', '{"accounts":7}']) {
      expect(viewSummary(connectionRecord({ accountsText }), NOW_MS).accountCount).toBeNull();
    }
    expect(viewSummary(connectionRecord({ accountsText: '{"accounts":[]}' }), NOW_MS).accountCount).toBe(0);
  });

  for (const { change, end, because } of [
    {
      change: { expirationTime: undefined, durationType: undefined, durationPeriod: undefined },
      end: { kind: 'derived', atMs: Date.UTC(2026, 2, 2, 15, 4, 5) + YEAR_MS },
      because: 'the bank left the terms out, and a year was asked for',
    },
    {
      change: { expirationTime: undefined, durationType: 'ONE_TIME', durationPeriod: undefined },
      end: { kind: 'unsaid' },
      because: 'the bank granted another kind of duration than was asked for',
    },
    {
      change: { expirationTime: '2027-01-01', durationPeriod: undefined },
      end: { kind: 'unreadable', said: '2027-01-01' },
      because: 'what the bank wrote is not replaced by what was asked for',
    },
  ] as const) {
    it(`has an end that is ${end.kind}: ${because}`, () => {
      const record = connectionRecord({ consentText: consentText(change) });

      expect(viewSummary(record, NOW_MS).end).toEqual(end);
    });
  }
});

describe('accounts that came on several pages', () => {
  it('are shown together, each once, though a page that shifted repeats one', () => {
    const page = (...ids: readonly string[]) =>
      JSON.stringify({ accounts: ids.map((accountId) => ({ accountId, nickname: `Account ${accountId}` })) });
    const record = connectionRecord({
      accountsText: page('a', 'b'),
      moreAccountsTexts: [page('b', 'c'), 'not JSON'],
    });

    expect(viewSummary(record, NOW_MS).accountCount).toBe(3);
    expect(viewDetail(record, CONTEXT).accounts.map(({ accountId }) => accountId)).toEqual(['a', 'b', 'c']);
    expect(readRecord(record, 'accounts')?.text).toContain('Account c');
  });
});

describe('a consent on its own page', () => {
  it('is as the window was promised', () => {
    const detail = viewDetail(connectionRecord(), CONTEXT);

    expect(consentDetail.safeParse(detail).error).toBeUndefined();
    expect(detail).toMatchObject({
      providerHost: 'bank.example',
      access: 'held',
      differences: [INVESTMENTS_OF_ONE],
      granted: { durationType: 'TIME_BOUND', durationDays: 365, lookbackDays: 730 },
      requested: { durationType: 'TIME_BOUND', durationDays: 365, lookbackDays: 730 },
    });
  });

  it.each([
    { consentId: 'cg_2f6b1c0a9d4e', details: undefined, grantedBy: 'consent' },
    { consentId: null, details: [{ type: 'fdx_v1.0' }], grantedBy: 'token' },
    { consentId: null, details: undefined, grantedBy: 'nobody' },
  ])('knows who said what was granted: $grantedBy', ({ consentId, details, grantedBy }) => {
    const record = connectionRecord({ consentId, maskedToken: { authorization_details: details } });

    expect(viewDetail(record, CONTEXT).grantedBy).toBe(grantedBy);
  });

  it('is as promised also when next to nothing is known', () => {
    const record = connectionRecord({ consentText: null, accountsText: null });
    const detail = viewDetail(record, { providerHost: '', holdsAccess: false, nowMs: NOW_MS, others: [] });

    expect(consentDetail.safeParse(detail).error).toBeUndefined();
    expect(detail).toMatchObject({
      access: 'not-held',
      differences: [],
      accounts: [],
      raw: { consent: null, accounts: null },
      end: { kind: 'unsaid' },
    });
  });

  it('tells requested from granted', () => {
    const record = connectionRecord({
      consentText: consentText({ lookbackPeriod: 90, durationPeriod: 400 }),
    });

    expect(viewDetail(record, CONTEXT).differences).toMatchObject([
      { what: 'durationPeriod', requested: '365', granted: '400', direction: 'wider' },
      { what: 'lookbackPeriod', requested: '730', granted: '90', direction: 'narrower' },
      INVESTMENTS_OF_ONE,
    ]);
  });

  it('shows a kind of duration that nobody knows as none', () => {
    const record = connectionRecord({ consentText: consentText({ durationType: 'FOR_EVER' }) });
    const detail = viewDetail(record, CONTEXT);

    expect(detail.granted.durationType).toBeNull();
    expect(detail.differences).toMatchObject([
      { what: 'durationType', granted: 'FOR_EVER', direction: 'different' },
      INVESTMENTS_OF_ONE,
    ]);
  });

  it('shows the provider’s JSON with every digit that was sent', () => {
    const record = connectionRecord();

    expect(readRecord(record, 'accounts')?.text).toContain('"creditLine": 8000.0');
    expect(readRecord(record, 'consent')?.text).toContain('"lookbackPeriod": 730');
    expect(readRecord(record, 'token')?.text).toContain('"access_token": "•••"');
    expect(viewDetail(record, CONTEXT).raw.accounts).toBe(record.accountsText?.length);
  });

  it('keeps whole account numbers out of the records', () => {
    const account = {
      accountId: 'a',
      accountNumber: '123456789012',
      micrNumber: '021000021 12345',
      nickname: 'N',
    };
    const accounts = [
      { ...account, accountNumberDisplay: '123456789012', parentAccountNumber: 77, currentBalance: 1.5 },
    ];
    const { text } = readRecord(
      connectionRecord({ accountsText: JSON.stringify({ accounts }) }),
      'accounts',
    )!;

    expect(text).not.toContain('123456789012');
    expect(text).not.toContain('021000021');
    expect(text).not.toContain('77');
    expect(text).toContain('"nickname": "N"');
    expect(text).toContain('"currentBalance": 1.5');
  });

  it('shows of a long record its beginning, and says so', () => {
    const accountsText = JSON.stringify({ accounts: [], padding: 'x'.repeat(MAX_RECORD_LENGTH) });
    const long = readRecord(connectionRecord({ accountsText }), 'accounts');

    expect(long).toMatchObject({ isCut: true });
    expect(long?.text).toHaveLength(MAX_RECORD_LENGTH);
    expect(readRecord(connectionRecord(), 'accounts')).toMatchObject({ isCut: false });
  });

  it('gives the window two hundred accounts of a long list, all of them counted and added up', () => {
    const accounts = Array.from({ length: 520 }, (_, index) => ({
      accountId: `a${index}`,
      accountCategory: 'DEPOSIT_ACCOUNT',
      currency: { currencyCode: 'USD' },
      currentBalance: 10,
    }));
    const detail = viewDetail(connectionRecord({ accountsText: JSON.stringify({ accounts }) }), CONTEXT);

    expect(consentDetail.safeParse(detail).error).toBeUndefined();
    expect(detail).toMatchObject({ accountCount: 520, money: { leftOut: 0 } });
    expect(detail.accounts).toHaveLength(200);
    expect(detail.money.totals).toMatchObject([{ has: { amount: '5200', currency: 'USD' } }]);
  });
});
