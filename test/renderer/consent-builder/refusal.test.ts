import { describe, expect, it } from 'vitest';

import { authorizationDetails } from '../../../preload/contract/authorization-details';
import type { Failure } from '../../../preload/contract/failure';
import { startState, withText } from '../../../renderer/features/consent-builder/builder-state';
import { nameOfRefused, viewItems } from '../../../renderer/features/consent-builder/builder-view';
import {
  hasNamedPart,
  isStillRefused,
  readRefusal,
} from '../../../renderer/features/consent-builder/refusal';
import { marksOf, notesOf } from '../../../renderer/features/consent-builder/request-notes';

const SENT = authorizationDetails.parse([
  {
    type: 'fdx_v1.0',
    consentRequest: {
      durationType: 'TIME_BOUND',
      durationPeriod: 90,
      lookbackPeriod: 60,
      resources: [
        { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'] },
        { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
      ],
    },
  },
]);
const EXPECTATION = { providerName: 'Sandbox Bank', type: 'fdx_v1.0' };

function refusedFor(member: string | null): Failure {
  return {
    kind: 'provider-refused',
    providerName: 'Sandbox Bank',
    stage: 'par',
    status: 400,
    code: 'invalid_authorization_details',
    description: null,
    member,
  };
}

function refusalOf(member: string | null) {
  const refusal = readRefusal(refusedFor(member), SENT);
  if (refusal === null) throw new Error('not read as a refusal');
  return refusal;
}

describe('what a provider refused', () => {
  it.each([
    { member: 'consentRequest.resources[0].dataClusters[2]', names: ['consent.name.STATEMENTS'] },
    { member: 'consentRequest.resources[1]', names: ['consent.name.CUSTOMER_CONTACT'] },
    { member: 'consentRequest.resources[1].resourceType', names: ['consent.name.CUSTOMER_CONTACT'] },
    { member: 'consentRequest.resources', names: ['builder.member.resources'] },
    { member: 'consentRequest.durationType', names: ['builder.member.durationType'] },
    { member: '[0].consentRequest.durationPeriod', names: ['builder.member.durationPeriod'] },
    { member: 'consentRequest.lookbackPeriod', names: ['builder.member.lookbackPeriod'] },
    { member: 'type', names: ['builder.member.type'] },
    { member: 'consentRequest.somethingElse', names: [] },
    { member: 'whatever it is', names: [] },
    { member: null, names: [] },
  ])('is named in words for $member', ({ member, names }) => {
    const refusal = refusalOf(member);

    expect(nameOfRefused(refusal).map(({ id }) => id)).toEqual(names);
    expect(hasNamedPart(refusal)).toBe(names.length > 0);
  });

  it('is shown at the item and at its line in the text', () => {
    const refusal = refusalOf('consentRequest.resources[0].dataClusters[2]');
    const state = startState('fdx_v1.0', { purpose: 'personal-finance', authorizationDetails: SENT });
    const notes = notesOf(state, EXPECTATION, refusal);
    const refusedItems = viewItems(state.form, refusal).filter(({ isRefused }) => isRefused);

    expect(refusedItems.map(({ ask }) => ask.cluster)).toEqual(['STATEMENTS']);
    expect(notes).toMatchObject([{ kind: 'refused', place: { line: 14, column: 13 } }]);
    expect(marksOf(notes)).toEqual(new Map([[14, 'refused']]));
  });

  it('is found again when the text around it has changed', () => {
    const refusal = refusalOf('consentRequest.resources[0].dataClusters[2]');
    const state = startState('fdx_v1.0', { purpose: 'personal-finance', authorizationDetails: SENT });
    const fewer = withText(state, state.text.replace('"ACCOUNT_DETAILED",', ''));

    expect(notesOf(fewer, EXPECTATION, refusal)[0]?.member).toBe(
      'consentRequest.resources[0].dataClusters[1]',
    );
  });

  it('is over when that part has been changed, and not before', () => {
    const [detail] = SENT;
    const shorter = authorizationDetails.parse([
      { ...detail, consentRequest: { ...detail.consentRequest, lookbackPeriod: 30 } },
    ]);

    expect(isStillRefused(refusalOf('consentRequest.lookbackPeriod'), SENT, shorter)).toBe(false);
    expect(isStillRefused(refusalOf('consentRequest.durationPeriod'), SENT, shorter)).toBe(true);
    expect(isStillRefused(refusalOf('consentRequest.resources[0].dataClusters[2]'), SENT, shorter)).toBe(
      true,
    );
    expect(isStillRefused(refusalOf(null), SENT, SENT)).toBe(true);
    expect(isStillRefused(refusalOf(null), SENT, shorter)).toBe(false);
  });

  it.each<{ because: string; problem: Failure | null }>([
    { because: 'nothing went wrong', problem: null },
    {
      because: 'it was refused at another step',
      problem: { ...refusedFor('type'), stage: 'token' } as Failure,
    },
    { because: 'the person declined', problem: { kind: 'declined', providerName: 'Sandbox Bank' } },
  ])('is not about the request when $because', ({ problem }) => {
    expect(readRefusal(problem, SENT)).toBeNull();
  });
});

describe('what a provider may refuse', () => {
  const state = startState('fdx_v1.0', null);
  const warned = (from: string, to: string) =>
    notesOf(withText(state, state.text.replace(from, to)), EXPECTATION, null).map(
      ({ kind, message, place }) => ({
        kind,
        id: message.id,
        line: place.line,
      }),
    );

  it.each([
    { what: 'an unknown cluster', from: '"TRANSACTIONS"', to: '"CRYPTO"', id: 'unknownCluster', line: 12 },
    { what: 'an unknown resource type', from: '"ACCOUNT"', to: '"PAYMENT"', id: 'unknownResource', line: 11 },
    {
      what: 'a cluster under another resource type',
      from: '"TRANSACTIONS"',
      to: '"TAX"',
      id: 'misplaced',
      line: 12,
    },
    {
      what: 'a cluster that stands twice',
      from: '"TRANSACTIONS"',
      to: '"ACCOUNT_DETAILED"',
      id: 'repeated',
      line: 12,
    },
    { what: 'another type than the provider takes', from: 'fdx_v1.0', to: 'fdx_v9', id: 'type', line: 3 },
  ])('$what is a warning at its line and stops nobody', ({ from, to, id, line }) => {
    expect(warned(from, to)[0]).toEqual({ kind: 'warning', id: `builder.warning.${id}`, line });
  });
});
