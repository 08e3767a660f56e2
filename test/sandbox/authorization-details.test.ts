import { describe, expect, it } from 'vitest';

import { readAuthorizationDetails } from '../../sandbox/consents/authorization-details';
import { completeScope, whyScopeDiffers } from '../../sandbox/consents/scopes';
import { consentRequest } from './test-client';

const detail = (overrides: object = {}) => ({ type: 'fdx_v1.0', consentRequest: consentRequest(overrides) });
const read = (details: unknown) => readAuthorizationDetails(JSON.stringify(details));
const account = (...dataClusters: unknown[]) => ({ resourceType: 'ACCOUNT', dataClusters });

describe("the bank's reading of authorization_details (RFC 9396)", () => {
  it('takes the request of the tutorial', () => {
    expect(read([detail()])).toEqual({ ok: true, consent: consentRequest() });
  });

  it('takes a request with an end, and one without', () => {
    expect(read([detail({ durationType: 'TIME_BOUND', durationPeriod: 365, lookbackPeriod: 730 })]).ok).toBe(
      true,
    );
    expect(read([detail({ durationType: 'PERSISTENT' })]).ok).toBe(true);
  });

  it.each([
    { because: 'it is absent', text: undefined, says: 'authorization_details: is required' },
    { because: 'it is empty', text: '', says: 'authorization_details: is required' },
    { because: 'it is not JSON', text: '[{', says: 'authorization_details: is not JSON' },
    { because: 'it is an object', text: '{}', says: 'authorization_details: must be a JSON array' },
    { because: 'it holds nothing', text: '[]', says: 'authorization_details: must hold exactly one object' },
    { because: 'it holds text', text: '["fdx_v1.0"]', says: 'authorization_details[0]: must be an object' },
  ])('refuses the parameter because $because', ({ text, says }) => {
    expect(readAuthorizationDetails(text)).toMatchObject({
      ok: false,
      description: expect.stringContaining(says),
    });
  });

  it.each([
    {
      because: 'there are two',
      details: [detail(), detail()],
      says: 'authorization_details: must hold exactly one',
    },
    {
      because: 'the type is another',
      details: [{ ...detail(), type: 'fdx_v2.0' }],
      says: 'type: must be fdx_v1.0',
    },
    {
      because: 'the type is absent',
      details: [{ consentRequest: {} }],
      says: 'type: must be fdx_v1.0, not absent',
    },
    {
      because: 'a member is unknown',
      details: [{ ...detail(), locations: [] }],
      says: 'locations: is not a member',
    },
    { because: 'nothing is asked for', details: [{ type: 'fdx_v1.0' }], says: 'consentRequest: is required' },
    {
      because: 'the request is a list',
      details: [{ type: 'fdx_v1.0', consentRequest: [] }],
      says: 'consentRequest: must be an object',
    },
  ])('refuses the array because $because', ({ details, says }) => {
    expect(read(details)).toMatchObject({ ok: false, description: expect.stringMatching(startsWith(says)) });
  });

  it.each([
    {
      because: 'a member is unknown',
      change: { purpose: 'a loan' },
      says: 'consentRequest.purpose: is not a member that FDX knows',
    },
    {
      because: 'the duration type is misspelt',
      change: { durationType: 'ONETIME' },
      says: 'consentRequest.durationType: must be one of ONE_TIME, TIME_BOUND, PERSISTENT, not ONETIME',
    },
    {
      because: 'TIME_BOUND has no period',
      change: { durationType: 'TIME_BOUND' },
      says: 'consentRequest.durationPeriod: is required',
    },
    {
      because: 'ONE_TIME has a period',
      change: { durationPeriod: 30 },
      says: 'consentRequest.durationPeriod: goes with TIME_BOUND only',
    },
    {
      because: 'it lasts too long',
      change: { durationType: 'TIME_BOUND', durationPeriod: 366 },
      says: 'consentRequest.durationPeriod: must be at most 365 days at this bank, not 366',
    },
    {
      because: 'it lasts half a day',
      change: { durationType: 'TIME_BOUND', durationPeriod: 0.5 },
      says: 'consentRequest.durationPeriod: must be a whole number of days',
    },
    {
      because: 'the lookback is absent',
      change: { lookbackPeriod: undefined },
      says: 'consentRequest.lookbackPeriod: is required',
    },
    {
      because: 'the lookback is text',
      change: { lookbackPeriod: '60' },
      says: 'consentRequest.lookbackPeriod: must be a whole number of days',
    },
    {
      because: 'the lookback is zero',
      change: { lookbackPeriod: 0 },
      says: 'consentRequest.lookbackPeriod: must be at least 1 day',
    },
    {
      because: 'it looks back too far',
      change: { lookbackPeriod: 731 },
      says: 'consentRequest.lookbackPeriod: must be at most 730 days at this bank, not 731',
    },
    {
      because: 'no resource is named',
      change: { resources: undefined },
      says: 'consentRequest.resources: is required',
    },
    {
      because: 'the resources are empty',
      change: { resources: [] },
      says: 'consentRequest.resources: must not be empty',
    },
    {
      because: 'a resource is null',
      change: { resources: [null] },
      says: 'consentRequest.resources[0]: must be an object',
    },
    {
      because: 'a resource type is unknown',
      change: { resources: [{ resourceType: 'PAYMENT', dataClusters: ['X'] }] },
      says: 'consentRequest.resources[0].resourceType: must be one of',
    },
    {
      because: 'a resource type comes twice',
      change: { resources: [account('ACCOUNT_BASIC'), account('TRANSACTIONS')] },
      says: 'consentRequest.resources[1].resourceType: ACCOUNT is there twice',
    },
    {
      because: 'a resource names its accounts',
      change: { resources: [{ ...account('ACCOUNT_BASIC'), resourceId: 'a' }] },
      says: 'consentRequest.resources[0].resourceId: is not a member',
    },
    {
      because: 'a resource has no clusters',
      change: { resources: [{ resourceType: 'ACCOUNT' }] },
      says: 'consentRequest.resources[0].dataClusters: is required',
    },
    {
      because: 'the clusters are empty',
      change: { resources: [account()] },
      says: 'consentRequest.resources[0].dataClusters: must not be empty',
    },
    {
      because: 'a cluster is a number',
      change: { resources: [account(7)] },
      says: 'consentRequest.resources[0].dataClusters[0]: must be the name of a data cluster',
    },
    {
      because: 'a cluster is unknown',
      change: { resources: [account('TRANSACTIONS', 'CRYSTAL_BALL')] },
      says: 'consentRequest.resources[0].dataClusters[1]: CRYSTAL_BALL is not offered by this bank',
    },
    {
      because: 'a cluster has the name of an inherited member',
      change: { resources: [account('constructor')] },
      says: 'consentRequest.resources[0].dataClusters[0]: constructor is not offered',
    },
    {
      because: 'a cluster comes twice',
      change: { resources: [account('TRANSACTIONS', 'TRANSACTIONS')] },
      says: 'consentRequest.resources[0].dataClusters[1]: TRANSACTIONS is there twice',
    },
    {
      because: 'a cluster stands under another resource',
      change: { resources: [account('CUSTOMER_CONTACT')] },
      says: 'consentRequest.resources[0].dataClusters[0]: CUSTOMER_CONTACT belongs to resourceType CUSTOMER, not ACCOUNT',
    },
  ])('refuses the request because $because, and begins with the path', ({ change, says }) => {
    expect(read([detail(change)])).toMatchObject({
      ok: false,
      description: expect.stringMatching(startsWith(says)),
    });
  });

  it('repeats foreign text only in part and in characters that an error may have (RFC 6749 section 5.2)', () => {
    const nasty = `"\\<script>\n${'A'.repeat(500)}`;

    const answer = read([detail({ resources: [account(nasty)] })]);

    expect(answer).toMatchObject({
      ok: false,
      description: expect.stringMatching(/^[\x20-\x21\x23-\x5B\x5D-\x7E]{1,200}$/),
    });
  });
});

describe('the scope of a request', () => {
  const consent = read([detail()]);
  if (!consent.ok) throw new Error(consent.description);
  const all = 'fdx:accountdetailed:read fdx:transactions:read fdx:statements:read fdx:customercontact:read';

  it('may be left to the data clusters', () => {
    expect(whyScopeDiffers(undefined, consent.consent)).toBeNull();
    expect(completeScope('openid', consent.consent)).toBe(`openid ${all}`);
  });

  it('may name the scopes of just these clusters', () => {
    expect(whyScopeDiffers(`openid offline_access ${all}`, consent.consent)).toBeNull();
  });

  it.each([
    {
      because: 'it asks for more than the clusters',
      scope: `${all} fdx:bills:read`,
      says: 'fdx:bills:read goes with no',
    },
    {
      because: 'it leaves one out',
      scope: 'fdx:transactions:read',
      says: 'fdx:accountdetailed:read is missing',
    },
    { because: 'it is of another bank', scope: 'READ_CONSENTS', says: 'READ_CONSENTS goes with no' },
  ])('is refused because $because', ({ scope, says }) => {
    expect(whyScopeDiffers(scope, consent.consent)).toContain(says);
  });
});

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
