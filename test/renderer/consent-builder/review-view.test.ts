import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

import { authorizationDetails } from '../../../preload/contract/authorization-details';
import { messages } from '../../../preload/contract/messages/catalogue';
import { enBuilder } from '../../../preload/contract/messages/en-builder';
import { PURPOSE_IDS, PURPOSES } from '../../../preload/contract/purposes';
import { formFromPurpose } from '../../../renderer/features/consent-builder/builder-model';
import { readDays, shareOfLine, viewItems } from '../../../renderer/features/consent-builder/builder-view';
import { viewReview } from '../../../renderer/features/consent-builder/review-view';
import type { Phrase } from '../../../renderer/ui/words';
import { SANDBOX } from '../../helpers/fake-consents';

const NOON_MS = Date.UTC(2026, 10, 22, 12);

function say({ id, values }: Phrase): string {
  return String(new IntlMessageFormat(messages.en[id], 'en-US').format({ ...values }));
}

function review(durationType: string, extra: object, depth: 'plain' | 'developer' = 'plain') {
  const consentRequest = {
    durationType,
    lookbackPeriod: 60,
    resources: [
      { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'] },
      { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
    ],
    ...extra,
  };
  const draft = {
    purpose: 'personal-finance',
    authorizationDetails: authorizationDetails.parse([{ type: 'fdx_v1.0', consentRequest }]),
  } as const;
  const entries = viewReview({ draft, provider: SANDBOX, depth, nowMs: NOON_MS });
  return new Map(entries.map(({ question, answers }) => [say(question), answers.map(say)]));
}

describe('the review', () => {
  it('answers every question before anything is sent, in the order in which a person asks', () => {
    expect([...review('ONE_TIME', {})]).toEqual([
      ['Who asks', ['Countersign, the app on this computer']],
      [
        'Who is asked',
        ['Sandbox Bank', 'It comes with this app. Its customers and their money are made up.'],
      ],
      [
        'What it may read',
        [
          'your accounts and their balances',
          'your transactions of the last 60 days',
          'your name, address, email and phone',
        ],
      ],
      [
        'What is read so far',
        [
          'This version of Countersign reads accounts and balances. It asks for the rest and does not read it yet.',
        ],
      ],
      ['Why', ['Personal finance view', 'This reason stays on this computer. Sandbox Bank does not get it.']],
      ['How long', ['One time', 'The access ends by itself within a day.']],
      ['How far back', ['History goes back 60 days, to September 23, 2026.']],
      ['What happens to the data', ['It stays on this computer. Countersign passes it on to nobody.']],
      ['What it cannot do', ['It can read, and nothing else. It cannot move money or change anything.']],
      ['How to stop', ['You can stop it at any time, in Countersign or at Sandbox Bank.']],
    ]);
  });

  it('says until when for a bound time, and that history does not matter where there is none', () => {
    const entries = review('TIME_BOUND', {
      durationPeriod: 90,
      resources: [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC'] }],
    });

    expect(entries.get('How long')?.[1]).toBe('The access ends on February 20, 2027.');
    expect(entries.get('How far back')).toEqual(['Nothing that you have chosen has a history.']);
  });

  it('tells developers, and them only, that the standard has no member for a purpose', () => {
    expect(review('ONE_TIME', {}, 'developer').get('Why')?.[2]).toContain('authorization_details');
    expect(review('ONE_TIME', {}).get('Why')).toHaveLength(2);
  });
});

describe('the words of the builder', () => {
  it.each(Object.entries(enBuilder))('%s is a message that can be read', (_id, message) => {
    expect(() => new IntlMessageFormat(message, 'en-US')).not.toThrow();
  });

  it.each(PURPOSE_IDS)('%s says of every needed item why it is needed', (id) => {
    const items = viewItems(formFromPurpose(id, 'fdx_v1.0'), null);
    const needed = items.filter(({ neededBecause }) => neededBecause !== null);

    expect(needed.map(({ ask }) => ask.cluster)).toEqual([...PURPOSES[id].needed]);
    expect(needed.every(({ neededBecause }) => neededBecause?.id !== 'builder.reason.other')).toBe(true);
  });

  it('have no acronym but FDX where a person reads them in plain depth', () => {
    const isForDevelopers = /^builder\.(json|problem|warning|tab\.json\.developer)|standard$/;
    const plain = Object.entries(enBuilder).filter(([id]) => !isForDevelopers.test(id));

    expect(plain.filter(([, message]) => /\b(?!FDX)[A-Z]{2,}\b/.test(message))).toEqual([]);
  });
});

describe('a number of days', () => {
  it.each([
    { typed: '60', days: 60 },
    { typed: ' 1,000 ', days: 1000 },
    { typed: '', days: null },
    { typed: 'ten', days: null },
    { typed: '-5', days: 5 },
    { typed: '12345678', days: 12345 },
  ])('typed as $typed is $days', ({ typed, days }) => {
    expect(readDays(typed)).toBe(days);
  });

  it('takes more of the line the longer it is, and all of it at ten years', () => {
    expect(shareOfLine(1)).toBeLessThan(shareOfLine(30));
    expect(shareOfLine(30)).toBeLessThan(shareOfLine(365));
    expect(shareOfLine(3650)).toBeCloseTo(1);
    expect([shareOfLine(null), shareOfLine(0), shareOfLine(9999)]).toEqual([0, 0, 0]);
  });
});
