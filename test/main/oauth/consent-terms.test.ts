import { describe, expect, it } from 'vitest';

import {
  clustersOf,
  compareTerms,
  type ConsentTerms,
  NOTHING_SAID,
  type TermResource,
  termsOfRequest,
} from '../../../main/oauth/consent-terms';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };

const EXAMPLE = exampleDetails as unknown as AuthorizationDetails;

function resource(
  resourceType: string | null,
  resourceId: string | null,
  ...clusters: readonly string[]
): TermResource {
  return { resourceType, resourceId, clusters };
}

/** 365 days, 730 days back, four clusters of accounts and one of the customer. */
const ASKED: ConsentTerms = {
  durationType: 'TIME_BOUND',
  durationDays: 365,
  lookbackDays: 730,
  resources: [
    resource('ACCOUNT', null, 'ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'INVESTMENTS'),
    resource('CUSTOMER', null, 'CUSTOMER_CONTACT'),
  ],
};

describe('the terms of a request', () => {
  it('are its periods and its resources (FDX Consent API, ConsentRequest)', () => {
    expect(termsOfRequest(EXAMPLE)).toEqual(ASKED);
  });

  it('have no duration in days unless it is time bound', () => {
    const [detail] = EXAMPLE;
    const { durationPeriod: _gone, ...request } = detail.consentRequest;
    const once: AuthorizationDetails = [
      { ...detail, consentRequest: { ...request, durationType: 'ONE_TIME' } },
    ];

    expect(termsOfRequest(once)).toMatchObject({ durationType: 'ONE_TIME', durationDays: null });
  });

  it('name each cluster once, however many resources have it', () => {
    const resources = [resource('ACCOUNT', 'a', 'TAX', 'BILLS'), resource('ACCOUNT', 'b', 'TAX')];

    expect(clustersOf({ ...ASKED, resources })).toEqual(['TAX', 'BILLS']);
    expect(clustersOf(NOTHING_SAID)).toEqual([]);
  });
});

describe('a grant beside its request', () => {
  it('that is the same differs in nothing', () => {
    expect(compareTerms(ASKED, ASKED)).toEqual([]);
  });

  it('that says nothing is not the same: each term is told as not said', () => {
    expect(compareTerms(ASKED, NOTHING_SAID).map(({ what, direction }) => `${what} ${direction}`)).toEqual([
      'durationType unsaid',
      'durationPeriod unsaid',
      'lookbackPeriod unsaid',
      ...Array.from({ length: 5 }, () => 'cluster unsaid'),
    ]);
  });

  it.each([
    { change: { durationType: 'ONE_TIME' }, what: 'durationType', direction: 'narrower' },
    { change: { durationType: 'PERSISTENT' }, what: 'durationType', direction: 'wider' },
    { change: { durationType: 'UNTIL_THE_SUN_DIES' }, what: 'durationType', direction: 'different' },
    { change: { durationType: null }, what: 'durationType', direction: 'unsaid' },
    { change: { durationDays: 364 }, what: 'durationPeriod', direction: 'narrower' },
    { change: { durationDays: 366 }, what: 'durationPeriod', direction: 'wider' },
    { change: { durationDays: null }, what: 'durationPeriod', direction: 'unsaid' },
    { change: { lookbackDays: 60 }, what: 'lookbackPeriod', direction: 'narrower' },
    { change: { lookbackDays: 731 }, what: 'lookbackPeriod', direction: 'wider' },
    { change: { lookbackDays: null }, what: 'lookbackPeriod', direction: 'unsaid' },
  ])('is $direction in $what with $change', ({ change, what, direction }) => {
    expect(compareTerms(ASKED, { ...ASKED, ...change })).toMatchObject([{ what, direction, cluster: null }]);
  });

  it.each(['ONE_TIME', 'PERSISTENT'])('of %s leaves no number of days open', (durationType) => {
    const whats = compareTerms(ASKED, { ...ASKED, durationType, durationDays: null }).map(({ what }) => what);

    expect(whats).toEqual(['durationType']);
  });
});

const ACCOUNTS = ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'INVESTMENTS'] as const;
const CUSTOMER = resource('CUSTOMER', 'me', 'CUSTOMER_CONTACT');
const open = (resourceType: string | null, resourceId: string | null): TermResource => ({
  resourceType,
  resourceId,
  clusters: null,
});

/** What is not the same, as "cluster type direction, of how many". */
function differing(resources: readonly TermResource[]): readonly string[] {
  return compareTerms(ASKED, { ...ASKED, resources }).map(({ cluster, resourceType, direction, share }) => {
    const part = share === null ? '' : ` ${share.granted} of ${share.total}`;
    return `${cluster} ${resourceType} ${direction}${part}`;
  });
}

const ALL_BUT = (missing: string) => ACCOUNTS.filter((cluster) => cluster !== missing);

describe('the resources of a grant, one by one', () => {
  for (const { granted, differs, because } of [
    {
      granted: [resource('ACCOUNT', 'a', ...ACCOUNTS), resource('ACCOUNT', 'b', ...ACCOUNTS), CUSTOMER],
      differs: [],
      because: 'each account has all that was asked for',
    },
    {
      granted: [
        resource('ACCOUNT', 'a', ...ACCOUNTS),
        resource('ACCOUNT', 'b', ...ALL_BUT('TRANSACTIONS')),
        resource('ACCOUNT', 'c', ...ALL_BUT('TRANSACTIONS')),
        CUSTOMER,
      ],
      differs: ['TRANSACTIONS ACCOUNT narrower 1 of 3'],
      because: 'one of three accounts has its transactions shared',
    },
    {
      granted: [
        ...ACCOUNTS.map((cluster) => resource('ACCOUNT', 'a', cluster)),
        resource('ACCOUNT', 'b', ...ACCOUNTS),
        CUSTOMER,
      ],
      differs: [],
      because: 'an account may be listed cluster by cluster',
    },
    {
      granted: [resource('ACCOUNT', 'a', ...ALL_BUT('INVESTMENTS')), CUSTOMER],
      differs: ['INVESTMENTS ACCOUNT narrower'],
      because: 'no account has it',
    },
    {
      granted: [
        resource('ACCOUNT', 'a', ...ACCOUNTS, 'TAX'),
        resource('ACCOUNT', 'b', ...ACCOUNTS, 'TAX'),
        CUSTOMER,
      ],
      differs: ['TAX ACCOUNT wider'],
      because: 'nobody asked for it, and it is told once',
    },
    {
      granted: [resource('ACCOUNT', 'a', ...ACCOUNTS, 'CUSTOMER_CONTACT')],
      differs: ['CUSTOMER_CONTACT CUSTOMER narrower', 'CUSTOMER_CONTACT ACCOUNT wider'],
      because: 'it was asked of the customer and not of accounts',
    },
    {
      granted: [resource(null, 'a', ...ACCOUNTS), resource(null, 'me', ...ACCOUNTS, 'CUSTOMER_CONTACT')],
      differs: [],
      because: 'a resource without a type may be of any, so nothing of it is more or less than asked',
    },
    {
      granted: [],
      differs: [
        ...ACCOUNTS.map((cluster) => `${cluster} ACCOUNT narrower`),
        'CUSTOMER_CONTACT CUSTOMER narrower',
      ],
      because: 'an empty list says that nothing is shared',
    },
    {
      granted: [resource('ACCOUNT', 'a', 'ACCOUNT_BASIC', ...ALL_BUT('ACCOUNT_DETAILED')), CUSTOMER],
      differs: ['ACCOUNT_DETAILED ACCOUNT narrower'],
      because: 'names of accounts are less than their details, and nothing that nobody asked for',
    },
    {
      granted: [resource('ACCOUNT', 'a', 'ACCOUNT_BASIC', ...ACCOUNTS), CUSTOMER],
      differs: [],
      because: 'whoever may see the details may see the names with them',
    },
    {
      granted: [resource('ACCOUNT', 'a', ...ACCOUNTS), resource('CUSTOMER', 'me', 'CUSTOMER_PERSONAL')],
      differs: ['CUSTOMER_PERSONAL CUSTOMER wider'],
      because: 'personal details are more than contact details',
    },
    {
      granted: [open('ACCOUNT', 'a'), CUSTOMER],
      differs: ACCOUNTS.map((cluster) => `${cluster} ACCOUNT unsaid`),
      because: 'the account is named without its clusters',
    },
    {
      granted: [resource('ACCOUNT', 'a', ...ACCOUNTS), open('ACCOUNT', 'b'), CUSTOMER],
      differs: ACCOUNTS.map((cluster) => `${cluster} ACCOUNT unsaid 1 of 2`),
      because: 'the second account is named without its clusters',
    },
    {
      granted: [resource('ACCOUNT', 'a', ...ACCOUNTS), open(null, null)],
      differs: ['CUSTOMER_CONTACT CUSTOMER unsaid'],
      because: 'an entry that can’t be read may be the one that is missing',
    },
  ]) {
    it(`differ in ${differs.length === 0 ? 'nothing' : differs.join(', ')}: ${because}`, () => {
      expect(differing(granted)).toEqual(differs);
    });
  }

  it('are compared in a moment, however many there are (CWE-400)', () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      resource('ACCOUNT', `a${index}`, `CLUSTER_${index}`),
    );

    expect(differing(many)).toHaveLength(50_005);
  });
});
