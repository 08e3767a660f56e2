import { describe, expect, it } from 'vitest';

import { CLUSTER_NAMES } from '../../preload/contract/consent-vocabulary';
import {
  clusterName,
  clusterPhrase,
  type Wordable,
  wordConsent,
} from '../../preload/contract/consent-wording';
import { enConsent } from '../../preload/contract/messages/en-consent';

const NOW_MS = Date.UTC(2026, 4, 1);
const DAY_MS = 86_400_000;
const CONTEXT = { recipient: 'Countersign', provider: 'A Bank', nowMs: NOW_MS };

const TUTORIAL: Wordable = {
  durationType: 'ONE_TIME',
  lookbackPeriod: 60,
  resources: [
    { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
    { resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS', 'ACCOUNT_DETAILED'] },
  ],
};

describe('a consent request in words', () => {
  it('says who asks whom, for what, until when, how far back, what not, and how to stop', () => {
    const wording = wordConsent(TUTORIAL, CONTEXT);

    expect(wording.opening).toEqual({
      id: 'consent.opening.ONE_TIME',
      values: { recipient: 'Countersign', provider: 'A Bank', days: 0 },
    });
    expect(wording.items.map(({ phrase }) => phrase.id)).toEqual([
      'consent.item.ACCOUNT_DETAILED',
      'consent.item.TRANSACTIONS',
      'consent.item.CUSTOMER_CONTACT',
    ]);
    expect(wording.until.id).toBe('consent.until.ONE_TIME');
    expect(wording.lookback).toEqual({
      id: 'consent.lookback',
      values: { days: 60, since: NOW_MS - 60 * DAY_MS },
    });
    expect(wording.cannot.id).toBe('consent.cannot');
    expect(wording.stop.values).toEqual({ recipient: 'Countersign', provider: 'A Bank' });
  });

  it('has an end of its own when it is time bound, which has nothing to do with how far back it goes', () => {
    const request: Wordable = { ...TUTORIAL, durationType: 'TIME_BOUND', durationPeriod: 90 };
    const { opening, until, lookback } = wordConsent(request, CONTEXT);

    expect(opening.values['days']).toBe(90);
    expect(until.values['until']).toBe(NOW_MS + 90 * DAY_MS);
    expect(lookback?.values['days']).toBe(60);
  });

  it('says nothing of history when nothing that is asked for has one', () => {
    const resources = [{ resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] }];

    expect(wordConsent({ ...TUTORIAL, resources }, CONTEXT).lookback).toBeNull();
  });

  it('names each cluster once, and unknown ones last, by their own names', () => {
    const resources = [
      { resourceType: 'X', dataClusters: ['HOROSCOPE', 'TAX'] },
      { resourceType: 'Y', dataClusters: ['TAX', 'ACCOUNT_BASIC'] },
    ];
    const { items } = wordConsent({ ...TUTORIAL, resources }, CONTEXT);

    expect(items.map(({ cluster }) => cluster)).toEqual(['ACCOUNT_BASIC', 'TAX', 'HOROSCOPE']);
    expect(items[2]?.name).toEqual({ id: 'consent.name.other', values: { cluster: 'HOROSCOPE' } });
  });

  it.each(CLUSTER_NAMES)('has words for %s', (cluster) => {
    expect(enConsent).toHaveProperty([clusterName(cluster).id]);
    expect(enConsent).toHaveProperty([clusterPhrase(cluster, 60).id]);
  });
});
