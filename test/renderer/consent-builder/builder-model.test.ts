import { describe, expect, it } from 'vitest';

import { authorizationDetails } from '../../../preload/contract/authorization-details';
import { type Cluster, DURATION_TYPES, FDX_DETAIL_TYPE } from '../../../preload/contract/consent-vocabulary';
import { type Purpose, PURPOSE_IDS, type PurposeId, PURPOSES } from '../../../preload/contract/purposes';
import {
  askFor,
  type BuilderForm,
  formFromPurpose,
  fromAuthorizationDetails,
  isLeastData,
  purposeOf,
  toAuthorizationDetails,
  withAsk,
} from '../../../renderer/features/consent-builder/builder-model';
import { readJsonText, writeJsonText } from '../../../renderer/features/consent-builder/request-text';

const preset = (purpose: PurposeId) => formFromPurpose(purpose, FDX_DETAIL_TYPE);

function throughText(form: BuilderForm): BuilderForm {
  const reading = readJsonText(writeJsonText(toAuthorizationDetails(form)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return fromAuthorizationDetails(reading.value, form);
}

describe('the form of a consent request', () => {
  it('starts with the least that the first preset needs', () => {
    expect(toAuthorizationDetails(preset('personal-finance'))).toEqual([
      {
        type: 'fdx_v1.0',
        consentRequest: {
          durationType: 'ONE_TIME',
          lookbackPeriod: 60,
          resources: [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'] }],
        },
      },
    ]);
  });

  it('writes the very object of the FDX tutorial once statements and contact details are switched on', () => {
    const withContact = withAsk(preset('personal-finance'), askFor('CUSTOMER_CONTACT'), true);
    const form = withAsk(withContact, askFor('STATEMENTS'), true);

    expect(JSON.stringify(toAuthorizationDetails(form))).toBe(
      '[{"type":"fdx_v1.0","consentRequest":{"durationType":"ONE_TIME","lookbackPeriod":60,"resources":[' +
        '{"resourceType":"ACCOUNT","dataClusters":["ACCOUNT_DETAILED","TRANSACTIONS","STATEMENTS"]},' +
        '{"resourceType":"CUSTOMER","dataClusters":["CUSTOMER_CONTACT"]}]}}]',
    );
    expect(purposeOf(form)).toBe('personal-finance');
  });

  it('puts durationPeriod between durationType and lookbackPeriod, and only where the time is bound', () => {
    const [{ consentRequest }] = toAuthorizationDetails(preset('ongoing-budget'));
    const [once] = toAuthorizationDetails({ ...preset('ongoing-budget'), durationType: 'PERSISTENT' });

    expect(Object.keys(consentRequest)).toEqual([
      'durationType',
      'durationPeriod',
      'lookbackPeriod',
      'resources',
    ]);
    expect(once.consentRequest).not.toHaveProperty('durationPeriod');
  });

  it.each(PURPOSE_IDS)('offers nothing optional switched on for %s', (id) => {
    const { needed }: Purpose = PURPOSES[id];

    expect(new Set(preset(id).asks.map(({ cluster }) => cluster))).toEqual(new Set(needed));
    expect(isLeastData(preset(id))).toBe(true);
  });

  it('will not switch off what the purpose cannot do without', () => {
    const form = preset('personal-finance');

    expect(withAsk(form, askFor('TRANSACTIONS'), false)).toBe(form);
  });

  it('remembers the number of days while another duration is chosen', () => {
    const budget = { ...preset('ongoing-budget'), durationDays: 30 };
    const once = throughText({ ...budget, durationType: 'ONE_TIME' });

    expect(throughText({ ...once, durationType: 'TIME_BOUND' }).durationDays).toBe(30);
  });
});

describe('from the form to JSON and back', () => {
  const subsetsOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
    items.reduce<readonly (readonly Item[])[]>(
      (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
      [[]],
    );

  /** Every subset meets another duration and another number of days. */
  const formWith = (id: PurposeId, chosen: readonly Cluster[], index: number): BuilderForm => {
    const start: BuilderForm = {
      ...preset(id),
      durationType: DURATION_TYPES[index % DURATION_TYPES.length] ?? 'ONE_TIME',
      durationDays: 1 + (index % 3650),
      lookbackDays: 3650 - (index % 3650),
    };
    return chosen.reduce<BuilderForm>((form, cluster) => withAsk(form, askFor(cluster), true), start);
  };

  it.each(PURPOSE_IDS)('nothing is lost or added, whatever is switched on for %s', (id) => {
    const { optional }: Purpose = PURPOSES[id];
    const changed = subsetsOf(optional)
      .map((chosen, index) => formWith(id, chosen, index))
      .filter((form) => form.asks.length > 0)
      .filter((form) => {
        const back = throughText(form);
        return JSON.stringify(back) !== JSON.stringify(form) || purposeOf(back) !== id;
      });

    expect(changed).toEqual([]);
  });

  it.each(DURATION_TYPES)('every preset comes back the same with %s', (durationType) => {
    for (const id of PURPOSE_IDS.filter((purpose) => purpose !== 'custom')) {
      const form = { ...preset(id), durationType };

      expect(throughText(form)).toEqual(form);
      expect(authorizationDetails.safeParse(toAuthorizationDetails(form)).success).toBe(true);
    }
  });
});

describe('what only the JSON can say', () => {
  const written = (resources: readonly { resourceType: string; dataClusters: string[] }[]) =>
    authorizationDetails.parse([
      { type: 'fdx_v1.0', consentRequest: { durationType: 'ONE_TIME', lookbackPeriod: 60, resources } },
    ]);
  const needed = { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'] };

  it.each([
    {
      because: 'the standard does not list the cluster',
      extra: { resourceType: 'ACCOUNT', dataClusters: ['CRYPTO'] },
    },
    {
      because: 'the standard does not list the resource type',
      extra: { resourceType: 'PAYMENT', dataClusters: ['TRANSFERS'] },
    },
    {
      because: 'the cluster stands under another resource type',
      extra: { resourceType: 'CUSTOMER', dataClusters: ['TAX'] },
    },
  ])('is kept as an item of its own, and the purpose becomes custom, when $because', ({ extra }) => {
    const form = fromAuthorizationDetails(written([needed, extra]), preset('personal-finance'));

    expect(form.strangers).toEqual([{ resourceType: extra.resourceType, cluster: extra.dataClusters[0] }]);
    expect(purposeOf(form)).toBe('custom');
    expect(throughText(form)).toEqual(form);
  });

  it('makes the purpose custom when a known item goes beyond it, or a needed one is gone', () => {
    const beyond = written([{ resourceType: 'ACCOUNT', dataClusters: [...needed.dataClusters, 'REWARDS'] }]);
    const lacking = written([{ resourceType: 'ACCOUNT', dataClusters: ['TRANSACTIONS'] }]);

    expect(purposeOf(fromAuthorizationDetails(beyond, preset('personal-finance')))).toBe('custom');
    expect(purposeOf(fromAuthorizationDetails(lacking, preset('personal-finance')))).toBe('custom');
  });

  it('goes back to the picked purpose when the request fits it again', () => {
    const beyond = written([
      { resourceType: 'ACCOUNT', dataClusters: [...needed.dataClusters, 'TRANSACTION'] },
    ]);
    const outgrown = fromAuthorizationDetails(beyond, preset('personal-finance'));

    expect(purposeOf(fromAuthorizationDetails(written([needed]), outgrown))).toBe('personal-finance');
  });

  it('stays in the list when it is switched off, so that it can be switched on again', () => {
    const crypto = { resourceType: 'ACCOUNT', cluster: 'CRYPTO' };
    const details = written([needed, { resourceType: 'ACCOUNT', dataClusters: ['CRYPTO'] }]);
    const off = withAsk(fromAuthorizationDetails(details, preset('personal-finance')), crypto, false);

    expect(off.strangers).toEqual([crypto]);
    expect(off.asks).not.toContainEqual(crypto);
    expect(purposeOf(off)).toBe('custom');
  });

  it('is one item when it stands in the text twice', () => {
    const form = fromAuthorizationDetails(written([needed, needed]), preset('personal-finance'));

    expect(form.asks).toHaveLength(2);
    expect(toAuthorizationDetails(form)[0].consentRequest.resources).toEqual([needed]);
  });
});
