import { describe, expect, it } from 'vitest';

import { NOTHING_SAID } from '../../../main/oauth/consent-terms';
import { checkGrantedDetails } from '../../../main/oauth/granted-terms';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };

const EXAMPLE = exampleDetails as unknown as AuthorizationDetails;

type Change = Readonly<Record<string, unknown>>;

function granted(change: Change, type = 'fdx_v1.0'): unknown {
  return [{ type, consentRequest: { ...EXAMPLE[0].consentRequest, ...change } }];
}

const check = (details: unknown) => checkGrantedDetails(EXAMPLE, details, 'A Bank');

describe('authorization_details of a token answer (RFC 9396 section 7)', () => {
  for (const { details, because } of [
    { details: null, because: 'a provider need not repeat them' },
    { details: EXAMPLE, because: 'they are what was asked for' },
    { details: granted({ lookbackPeriod: 30 }), because: 'a shorter look back is less' },
    { details: granted({ durationPeriod: 30 }), because: 'a shorter time is less' },
    { details: granted({ durationType: 'ONE_TIME' }), because: 'once is less than for a year' },
    {
      details: granted({ resources: [{ resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS'] }] }),
      because: 'one cluster is less than five',
    },
    { details: granted({ accounts: ['a1'] }), because: 'a member that nobody knows says nothing' },
    { details: [{ type: 'fdx_v1.0' }], because: 'the type alone is no more' },
    { details: [], because: 'nothing is less; the consent itself tells' },
    { details: granted({ durationPeriod: null, resources: null }), because: 'null says nothing' },
  ]) {
    it(`pass when ${because}`, () => {
      expect(check(details).ok).toBe(true);
    });
  }

  it.each([
    { details: [{ type: 'fdx_v1.0' }], as: 'the type alone' },
    { details: [{ type: 'fdx_v1.0', fdxConsentId: 'c-1' }], as: 'the id of the consent' },
    { details: [{ type: 'fdx_v1.0', consentRequest: {} }], as: 'no member of the request' },
  ])('that mention $as are taken, and leave open what was granted', ({ details }) => {
    expect(check(details)).toEqual({ ok: true, value: NOTHING_SAID });
  });

  it('that are not there leave open what was granted: unknown is not wider', () => {
    expect(check(null)).toEqual({ ok: true, value: NOTHING_SAID });
  });

  it('without an item grant nothing, and leave open for how long', () => {
    expect(check([])).toEqual({ ok: true, value: { ...NOTHING_SAID, resources: [] } });
  });

  it('are read resource by resource, and what one leaves out is not said of it', () => {
    const resources = [
      { resourceType: 'ACCOUNT', resourceId: 'a1', dataClusters: ['TRANSACTIONS'] },
      { resourceType: 'CUSTOMER', resourceId: 7 },
      { dataClusters: ['STATEMENTS'] },
    ];

    expect(check(granted({ resources }))).toMatchObject({
      ok: true,
      value: {
        resources: [
          { resourceType: 'ACCOUNT', resourceId: 'a1', clusters: ['TRANSACTIONS'] },
          { resourceType: 'CUSTOMER', resourceId: null, clusters: null },
          { resourceType: null, resourceId: null, clusters: ['STATEMENTS'] },
        ],
      },
    });
  });

  it('that shorten nothing but the kind of duration have no number of days left over', () => {
    const details = granted({ durationType: 'ONE_TIME', durationPeriod: undefined });

    expect(check(details)).toMatchObject({
      ok: true,
      value: { durationType: 'ONE_TIME', durationDays: null },
    });
  });

  for (const { details, because } of [
    { details: granted({ lookbackPeriod: 731 }), because: 'they look back a day longer' },
    { details: granted({ durationPeriod: 366 }), because: 'they last a day longer' },
    { details: granted({ durationType: 'PERSISTENT' }), because: 'they last until revoked' },
    { details: granted({ durationType: 'SOMETHING' }), because: 'nobody knows how long they last' },
    {
      details: granted({ resources: [{ resourceType: 'DOCUMENT', dataClusters: ['TAX'] }] }),
      because: 'they hold a cluster that was not asked for',
    },
    {
      details: granted({ resources: [{ resourceType: 'CUSTOMER', dataClusters: ['TRANSACTIONS'] }] }),
      because: 'they hold a cluster of resources of which it was not asked for',
    },
    {
      details: [
        ...(granted({ durationType: 'ONE_TIME' }) as []),
        ...(granted({ durationType: 'PERSISTENT' }) as []),
      ],
      because: 'the second one lasts longer',
    },
    {
      details: [
        ...(granted({ durationType: 'ONE_TIME' }) as []),
        ...(granted({ durationType: 'SOMETHING' }) as []),
      ],
      because: 'nobody knows how long the second one lasts',
    },
    { details: granted({}, 'payment_initiation'), because: 'they are of another type' },
    { details: [...EXAMPLE, { type: 'payment_initiation' }], because: 'one of them is of another type' },
    {
      details: [...EXAMPLE, ...(granted({ lookbackPeriod: 9999 }) as [])],
      because: 'the second one is wider',
    },
    { details: EXAMPLE[0], because: 'they are no array' },
    { details: JSON.stringify(EXAMPLE), because: 'they are JSON in a string' },
    { details: [null], because: 'an item is no object' },
    { details: [{ consentRequest: {} }], because: 'an item has no type' },
    { details: granted({ lookbackPeriod: '60' }), because: 'a period is text' },
    { details: granted({ lookbackPeriod: 60.5 }), because: 'a period is not whole' },
    { details: granted({ resources: {} }), because: 'the resources are no list' },
  ]) {
    it(`are refused when ${because}`, () => {
      expect(check(details)).toMatchObject({
        ok: false,
        error: {
          kind: 'protocol-violation',
          stage: 'token',
          rule: expect.stringContaining('RFC 9396 7') as string,
        },
      });
    });
  }

  it('are refused in words that are short, whatever they hold', () => {
    const clusters = Array.from({ length: 40 }, (_, index) => `CLUSTER_${index}`);
    const result = check(granted({ resources: [{ resourceType: 'ACCOUNT', dataClusters: clusters }] }));

    expect(!result.ok && result.error.kind === 'protocol-violation' && result.error.detail.length).toBe(207);
  });
});
