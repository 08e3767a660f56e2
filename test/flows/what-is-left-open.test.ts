import { describe, expect, it } from 'vitest';

import type { ConsentDetail } from '../../preload/contract/consent-shapes';
import { viewLeftOpen, viewTerms, viewTermsSummary } from '../../renderer/features/consents/term-view';
import type { Fault } from '../helpers/hostile-provider';
import { type JsonObject, withMembers } from '../helpers/provider-answer';
import { connect, withClient } from '../helpers/screen-case';

/** What a person reads of a consent: the sentence above the table, what was left open, and how each row stands. */
function read(detail: ConsentDetail) {
  const rows = viewTerms(detail);
  return {
    summary: viewTermsSummary(detail, rows).id,
    open: viewLeftOpen(detail, rows).map(({ id }) => id),
    rows: Object.fromEntries(rows.map(({ key, difference }) => [key, difference])),
  };
}

/** A provider that changes its token answer and its consent. Members that are `undefined` are left out. */
function saying(token: JsonObject, consent: JsonObject = {}): Fault {
  return { answers: { token: withMembers(token), consent: withMembers(consent) } };
}

const details = (consentRequest: JsonObject) => ({
  authorization_details: [{ type: 'fdx_v1.0', consentRequest }],
});
const NO_CONSENT = { grant_id: undefined };
const ACCOUNT = { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'] };
const CUSTOMER = { resourceType: 'CUSTOMER', resourceId: 'me', dataClusters: ['CUSTOMER_CONTACT'] };
const ALL_KNOWN = {
  ACCOUNT_DETAILED: 'none',
  TRANSACTIONS: 'none',
  STATEMENTS: 'none',
  CUSTOMER_CONTACT: 'none',
  duration: 'none',
  lookback: 'none',
} as const;
const ALL_UNKNOWN = Object.fromEntries(Object.keys(ALL_KNOWN).map((key) => [key, 'unknown']));

const CASES = [
  {
    bank: 'says all, and it is what was asked for',
    fault: {},
    summary: 'consents.terms.same',
    open: [],
    rows: ALL_KNOWN,
  },
  {
    bank: 'ignores authorization_details in silence and names no consent (RFC 9396 section 7)',
    fault: saying({ ...NO_CONSENT, authorization_details: undefined }),
    summary: 'consents.terms.not-told',
    open: [],
    rows: ALL_UNKNOWN,
  },
  {
    bank: 'ignores authorization_details and gives fewer scopes',
    fault: saying({
      ...NO_CONSENT,
      authorization_details: undefined,
      scope: 'fdx:accountdetailed:read fdx:statements:read fdx:customercontact:read',
    }),
    summary: 'consents.terms.differs',
    open: ['consents.terms.open.duration', 'consents.terms.open.lookback'],
    rows: { ...ALL_KNOWN, TRANSACTIONS: 'narrower', duration: 'unknown', lookback: 'unknown' },
  },
  {
    bank: 'answers with a part of what was asked: its resources',
    fault: saying({ ...NO_CONSENT, ...details({ resources: [ACCOUNT, CUSTOMER] }) }),
    summary: 'consents.terms.same-where-said',
    open: ['consents.terms.open.duration', 'consents.terms.open.lookback'],
    rows: { ...ALL_KNOWN, duration: 'unknown', lookback: 'unknown' },
  },
  {
    bank: 'answers with a part of what was asked: its periods',
    fault: saying({ ...NO_CONSENT, ...details({ durationType: 'ONE_TIME', lookbackPeriod: 60 }) }),
    summary: 'consents.terms.same-where-said',
    open: [
      'consent.name.ACCOUNT_DETAILED',
      'consent.name.TRANSACTIONS',
      'consent.name.STATEMENTS',
      'consent.name.CUSTOMER_CONTACT',
    ],
    rows: { ...ALL_UNKNOWN, duration: 'none', lookback: 'none' },
  },
  {
    bank: 'leaves how long and how far back out of its consent',
    fault: saying({}, { durationType: undefined, lookbackPeriod: undefined }),
    summary: 'consents.terms.same-where-said',
    open: ['consents.terms.open.duration', 'consents.terms.open.lookback'],
    rows: { ...ALL_KNOWN, duration: 'unknown', lookback: 'unknown' },
  },
  {
    bank: 'leaves the resources out of its consent',
    fault: saying({}, { resources: undefined }),
    summary: 'consents.terms.same-where-said',
    open: [
      'consent.name.ACCOUNT_DETAILED',
      'consent.name.TRANSACTIONS',
      'consent.name.STATEMENTS',
      'consent.name.CUSTOMER_CONTACT',
    ],
    rows: { ...ALL_UNKNOWN, duration: 'none', lookback: 'none' },
  },
  {
    bank: 'shares transactions of one of three accounts',
    fault: saying(
      {},
      {
        resources: [
          { ...ACCOUNT, resourceId: 'a' },
          { ...ACCOUNT, resourceId: 'b', dataClusters: ['ACCOUNT_DETAILED', 'STATEMENTS'] },
          { ...ACCOUNT, resourceId: 'c', dataClusters: ['ACCOUNT_DETAILED', 'STATEMENTS'] },
          CUSTOMER,
        ],
      },
    ),
    summary: 'consents.terms.differs',
    open: [],
    rows: { ...ALL_KNOWN, TRANSACTIONS: 'narrower' },
  },
];

describe('what is said of a grant, where the bank', () => {
  for (const { bank, fault, ...expected } of CASES) {
    it(`[S37] ${bank}`, () =>
      withClient(fault, async (client) => {
        const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

        expect(read(detail)).toEqual(expected);
      }));
  }
});
