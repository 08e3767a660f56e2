import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { authorizationDetails, MAX_PERIOD_DAYS } from '../../preload/contract/authorization-details';
import { CLUSTER_NAMES, CLUSTERS, isCluster } from '../../preload/contract/consent-vocabulary';
import { type Purpose, PURPOSES } from '../../preload/contract/purposes';

const EXAMPLE: unknown = JSON.parse(readFileSync('test/vectors/fdx/authorization-details.json', 'utf8'));

const GOOD = {
  durationType: 'ONE_TIME',
  lookbackPeriod: 60,
  resources: [{ resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS'] }],
};

function wrapped(change: Readonly<Record<string, unknown>>): unknown {
  return [{ type: 'fdx_v1.0', consentRequest: { ...GOOD, ...change } }];
}

describe('authorization_details that may be sent (RFC 9396 section 2, FDX ConsentRequest)', () => {
  it.each([
    { details: EXAMPLE, because: 'they are the published example' },
    { details: wrapped({}), because: 'once needs no duration' },
    { details: wrapped({ durationType: 'PERSISTENT' }), because: 'persistent needs no duration' },
    { details: wrapped({ durationType: 'TIME_BOUND', durationPeriod: 1 }), because: 'a day is a time' },
    { details: wrapped({ lookbackPeriod: MAX_PERIOD_DAYS }), because: 'ten years are the most' },
    {
      details: wrapped({ resources: [{ resourceType: 'LOYALTY', dataClusters: ['HOROSCOPE'] }] }),
      because: 'FDX’s lists are open, and the provider says what it knows',
    },
    { details: [{ type: 'fdx_v2.0', consentRequest: GOOD }], because: 'a provider may have another type' },
  ])('are good when $because', ({ details }) => {
    expect(authorizationDetails.safeParse(details).error).toBeUndefined();
  });

  for (const { details, path, because } of [
    { details: [], path: '', because: 'nothing is asked for' },
    {
      details: [...(EXAMPLE as []), ...(EXAMPLE as [])],
      path: '',
      because: 'two things are asked for at once',
    },
    { details: (EXAMPLE as unknown[])[0], path: '', because: 'it is no array' },
    { details: [{ type: '', consentRequest: GOOD }], path: '0.type', because: 'the type is empty' },
    { details: [{ type: 'fdx_v1.0' }], path: '0.consentRequest', because: 'the request is missing' },
    {
      details: [{ type: 'fdx_v1.0', consentRequest: GOOD, locations: [] }],
      path: '0',
      because: 'a member is unknown',
    },
    { details: wrapped({ purpose: 'x' }), path: '0.consentRequest', because: 'a member is unknown' },
    {
      details: wrapped({ durationType: 'FOR_EVER' }),
      path: '0.consentRequest.durationType',
      because: 'FDX has three',
    },
    {
      details: wrapped({ durationType: 'TIME_BOUND' }),
      path: '0.consentRequest.durationPeriod',
      because: 'TIME_BOUND needs a time',
    },
    {
      details: wrapped({ durationPeriod: 30 }),
      path: '0.consentRequest.durationPeriod',
      because: 'once has no time',
    },
    {
      details: wrapped({ lookbackPeriod: undefined }),
      path: '0.consentRequest.lookbackPeriod',
      because: 'it is required',
    },
    {
      details: wrapped({ lookbackPeriod: 0 }),
      path: '0.consentRequest.lookbackPeriod',
      because: 'a day is the least',
    },
    {
      details: wrapped({ lookbackPeriod: 1.5 }),
      path: '0.consentRequest.lookbackPeriod',
      because: 'days are whole',
    },
    {
      details: wrapped({ lookbackPeriod: '60' }),
      path: '0.consentRequest.lookbackPeriod',
      because: 'text is no number',
    },
    {
      details: wrapped({ lookbackPeriod: MAX_PERIOD_DAYS + 1 }),
      path: '0.consentRequest.lookbackPeriod',
      because: 'ten years are the most',
    },
    {
      details: wrapped({ resources: [] }),
      path: '0.consentRequest.resources',
      because: 'nothing is asked for',
    },
    {
      details: wrapped({ resources: [{ resourceType: 'ACCOUNT', dataClusters: [] }] }),
      path: '0.consentRequest.resources.0.dataClusters',
      because: 'nothing is asked for',
    },
    {
      details: wrapped({ resources: [{ resourceType: 'account', dataClusters: ['TAX'] }] }),
      path: '0.consentRequest.resources.0.resourceType',
      because: 'names are spelled in capitals',
    },
    {
      details: wrapped({ resources: [{ resourceType: 'ACCOUNT', dataClusters: ['TAX', 'a b'] }] }),
      path: '0.consentRequest.resources.0.dataClusters.1',
      because: 'a name has no space',
    },
  ]) {
    it(`are refused at ${path || 'the top'} when ${because}`, () => {
      const issues = authorizationDetails.safeParse(details).error?.issues ?? [];

      expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
    });
  }
});

describe('the vocabulary (FDX API 6.3)', () => {
  it('has twelve clusters, each with a scope of its own', () => {
    expect(CLUSTER_NAMES).toHaveLength(12);
    const scopes = CLUSTER_NAMES.map((name) => CLUSTERS[name].scope);
    expect(new Set(scopes).size).toBe(12);
    for (const [index, name] of CLUSTER_NAMES.entries()) {
      expect(scopes[index]).toBe(`fdx:${name.toLowerCase().replaceAll('_', '')}:read`);
    }
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'transactions'])(
    'does not know %j, which every object has or nobody',
    (name) => {
      expect(isCluster(name)).toBe(false);
    },
  );
});

describe('the purposes', () => {
  for (const [name, purpose] of Object.entries<Purpose>(PURPOSES)) {
    it(`${name} asks for no cluster twice, and for a time exactly when it is time bound`, () => {
      const clusters = [...purpose.needed, ...purpose.optional];

      expect(new Set(clusters).size).toBe(clusters.length);
      expect(purpose.durationDays !== null).toBe(purpose.durationType === 'TIME_BOUND');
    });
  }

  it('ask for the least: none lasts until revoked, none looks back more than a year (FAPI 2.0 section 5.3.3.1)', () => {
    for (const { durationType, durationDays, lookbackDays } of Object.values<Purpose>(PURPOSES)) {
      expect(durationType).not.toBe('PERSISTENT');
      expect(durationDays ?? 0).toBeLessThanOrEqual(90);
      expect(lookbackDays).toBeLessThanOrEqual(365);
    }
  });
});
