import { describe, expect, it } from 'vitest';

import { type ConsentGrant, readConsentGrant } from '../../../main/fdx/consent-grant';
import { clustersOf } from '../../../main/oauth/consent-terms';
import { parseFdxJson } from '../../../main/fdx/fdx-json';
import { vector } from './vector';

const EXAMPLE_ID = 'cg_2f6b1c0a9d4e';

/** The resources of the published example. */
const RESOURCES = [
  {
    resourceType: 'ACCOUNT',
    resourceId: 'acc_chk_01',
    clusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'],
  },
  {
    resourceType: 'ACCOUNT',
    resourceId: 'acc_card_01',
    clusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'],
  },
  {
    resourceType: 'ACCOUNT',
    resourceId: 'acc_brk_01',
    clusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'INVESTMENTS'],
  },
  { resourceType: 'CUSTOMER', resourceId: 'cust_0001', clusters: ['CUSTOMER_CONTACT'] },
];

function read(text: string, expectedId: string) {
  return readConsentGrant(parseFdxJson(text)?.value, expectedId);
}

/** The published example with members changed; `undefined` takes one out. */
function changed(change: Readonly<Record<string, unknown>>): ConsentGrant {
  const example = JSON.parse(vector('consent-grant.json')) as object;
  const grant = read(JSON.stringify({ ...example, ...change }), EXAMPLE_ID);
  if (!grant.ok) throw new Error(grant.error.rule);
  return grant.value;
}

describe('a consent grant (FDX Consent API 6.x, ConsentGrant)', () => {
  it('for a year is read with its terms, resources and parties', () => {
    expect(read(vector('consent-grant.json'), EXAMPLE_ID)).toEqual({
      ok: true,
      value: {
        id: EXAMPLE_ID,
        status: 'ACTIVE',
        statusSaid: null,
        createdAtMs: Date.UTC(2026, 2, 2, 15, 4, 5),
        end: { kind: 'said', atMs: Date.UTC(2027, 2, 2, 15, 4, 5) },
        expiresAtMs: Date.UTC(2027, 2, 2, 15, 4, 5),
        updatedAtMs: Date.UTC(2026, 2, 2, 15, 4, 5),
        terms: {
          durationType: 'TIME_BOUND',
          durationDays: 365,
          lookbackDays: 730,
          resources: RESOURCES,
        },
        resources: RESOURCES,
        parties: [
          { name: 'Countersign', type: 'DATA_RECIPIENT' },
          { name: 'Larkspur Savings Bank', type: 'DATA_PROVIDER' },
        ],
      },
    });
  });

  it('for once is read without a duration in days', () => {
    expect(read(vector('consent-grant-one-time.json'), 'cg_one_77aa')).toMatchObject({
      ok: true,
      value: { status: 'ACTIVE', updatedAtMs: null, terms: { durationType: 'ONE_TIME', durationDays: null } },
    });
  });

  it('needs nothing but its id: no member is required in FDX', () => {
    expect(read('{"id":"c"}', 'c')).toEqual({
      ok: true,
      value: {
        id: 'c',
        status: 'UNKNOWN',
        statusSaid: null,
        createdAtMs: null,
        end: { kind: 'unsaid' },
        expiresAtMs: null,
        updatedAtMs: null,
        terms: { durationType: null, durationDays: null, lookbackDays: null, resources: null },
        resources: [],
        parties: [],
      },
    });
  });

  it.each([
    { text: '{"id":"another","status":"ACTIVE"}', because: 'it is another consent' },
    { text: '{"status":"ACTIVE"}', because: 'it has no id' },
    { text: '{"id":7,"status":"ACTIVE"}', because: 'its id is a number' },
    { text: '[]', because: 'it is a list' },
    { text: '"c"', because: 'it is text' },
    { text: 'null', because: 'it is nothing' },
    { text: '12', because: 'it is a number' },
    { text: '{', because: 'it is not JSON' },
  ])('is refused when $because', ({ text }) => {
    expect(read(text, 'c').ok).toBe(false);
  });

  it.each(['PAUSED', 'active', 'ACTIVE ', 1])(
    'with the status %j is not active, and it is told so',
    (status) => {
      expect(changed({ status })).toMatchObject({ status: 'OTHER', statusSaid: String(status).trim() });
    },
  );

  it.each(['', true, null, ['ACTIVE'], { is: 'ACTIVE' }, undefined])(
    'with the status %j says nothing of it, which is not that it is not active',
    (status) => {
      expect(changed({ status })).toMatchObject({ status: 'UNKNOWN', statusSaid: null });
    },
  );

  it('may call the id of a resource `id`, as one provider in the field does', () => {
    const resources = [{ resourceType: 'ACCOUNT', id: 'a1', dataClusters: ['TRANSACTIONS'] }];

    expect(changed({ resources }).resources).toEqual([
      { resourceType: 'ACCOUNT', resourceId: 'a1', clusters: ['TRANSACTIONS'] },
    ]);
  });

  it.each([
    { resource: null, because: 'it is nothing' },
    { resource: 'a1', because: 'it is text' },
    { resource: { resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS'] }, because: 'it has no id' },
    { resource: { resourceId: 'a1' }, because: 'it has no clusters' },
    { resource: { resourceId: 'a1', dataClusters: [] }, because: 'its list of clusters is empty' },
    { resource: { resourceId: 'a1', dataClusters: 'TRANSACTIONS' }, because: 'its clusters are no list' },
    { resource: { resourceId: 'a1', dataClusters: [7, null, ''] }, because: 'its clusters are no names' },
    { resource: { resourceId: {}, dataClusters: ['TAX'] }, because: 'its id is an object' },
  ])('drops a resource when $because, and keeps the others', ({ resource }) => {
    const good = { resourceType: 'ACCOUNT', resourceId: 'good', dataClusters: ['TAX'] };

    expect(changed({ resources: [resource, good] }).resources.map(({ resourceId }) => resourceId)).toEqual([
      'good',
    ]);
  });

  it('keeps clusters that nobody has heard of as opaque names', () => {
    const resources = [
      { resourceType: 'ACCOUNT', resourceId: 'a', dataClusters: ['HOROSCOPE', 'HOROSCOPE'] },
    ];

    expect(clustersOf(changed({ resources }).terms)).toEqual(['HOROSCOPE']);
  });

  it('is read whole, so that what is wider at the end of a long list is seen, with names cut and cleaned', () => {
    const resource = { resourceType: 'ACCOUNT', resourceId: 'a', dataClusters: ['TAX'] };
    const party = { name: `\u202E${'n'.repeat(999)}` };
    const grant = changed({
      resources: [...Array.from({ length: 600 }, () => resource), { ...resource, dataClusters: ['IMAGES'] }],
      parties: Array.from({ length: 30 }, () => party),
    });

    expect(grant.resources).toHaveLength(601);
    expect(clustersOf(grant.terms)).toEqual(['TAX', 'IMAGES']);
    expect(grant.parties).toHaveLength(30);
    expect(grant.parties[0]).toEqual({ name: `${'n'.repeat(199)}…`, type: null });
  });

  it.each([
    { durationPeriod: '365', lookbackPeriod: null },
    { durationPeriod: 1.5, lookbackPeriod: {} },
    { durationPeriod: [365], lookbackPeriod: 'sixty' },
  ])('with periods of $durationPeriod and $lookbackPeriod has none that are known', (periods) => {
    expect(changed(periods).terms).toMatchObject({ durationDays: null, lookbackDays: null });
  });

  it('with odd times has none: an unknown end is not the year 1970', () => {
    const grant = changed({ createdTime: 'soon', expirationTime: 0, updatedTime: '2026-99-99T00:00:00Z' });

    expect(grant).toMatchObject({ createdAtMs: null, expiresAtMs: null, updatedAtMs: null });
  });
});

describe('the end of a consent', () => {
  const CREATED = '2026-03-02T15:04:05.000Z';
  const CREATED_MS = Date.UTC(2026, 2, 2, 15, 4, 5);

  for (const { change, end, because } of [
    {
      change: { expirationTime: '2026-11-01T00:00:00+01:00' },
      end: { kind: 'said', atMs: Date.UTC(2026, 9, 31, 23) },
      because: 'the bank names the moment',
    },
    {
      change: { expirationTime: undefined, durationPeriod: 90 },
      end: { kind: 'derived', atMs: CREATED_MS + 90 * 86_400_000 },
      because: 'it follows from the terms (FDX requires no member)',
    },
    {
      change: { expirationTime: null, durationPeriod: 90 },
      end: { kind: 'derived', atMs: CREATED_MS + 90 * 86_400_000 },
      because: 'null is nothing',
    },
    {
      change: { expirationTime: undefined, createdTime: '2026-03-02' },
      end: { kind: 'unsaid' },
      because: 'nobody knows from when the days run',
    },
    {
      change: { expirationTime: undefined, durationPeriod: -1 },
      end: { kind: 'unsaid' },
      because: 'nothing lasts less than no time',
    },
    {
      change: { expirationTime: undefined, durationPeriod: 9_007_199_254_740_991 },
      end: { kind: 'unsaid' },
      because: 'there is no such date',
    },
    {
      change: { expirationTime: undefined, durationType: 'ONE_TIME' },
      end: { kind: 'unsaid' },
      because: 'once has no period',
    },
    {
      change: { expirationTime: undefined, durationType: 'FOR_EVER' },
      end: { kind: 'unsaid' },
      because: 'nobody knows that duration',
    },
    {
      change: { expirationTime: undefined, durationType: 'PERSISTENT' },
      end: { kind: 'open' },
      because: 'it has none',
    },
    {
      change: { expirationTime: '2026-11-01' },
      end: { kind: 'unreadable', said: '2026-11-01' },
      because: 'a date alone is no moment (RFC 3339 5.6)',
    },
    {
      change: { expirationTime: '2026-11-01T00:00:00' },
      end: { kind: 'unreadable', said: '2026-11-01T00:00:00' },
      because: 'the zone is left open',
    },
    {
      change: { expirationTime: 'soon', durationType: 'PERSISTENT' },
      end: { kind: 'unreadable', said: 'soon' },
      because: 'the bank says that there is one',
    },
    { change: { expirationTime: {} }, end: { kind: 'unreadable', said: null }, because: 'it is an object' },
  ] as const) {
    it(`is ${end.kind} when ${because}`, () => {
      expect(changed({ createdTime: CREATED, ...change }).end).toEqual(end);
    });
  }
});
