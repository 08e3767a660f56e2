import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { ConsentDetail } from '../../preload/contract/consent-shapes';
import type { FlowView } from '../../preload/contract/flow-shapes';
import { bankCustomer } from '../helpers/bank-customer';
import { bankWorld } from '../helpers/bank-world';
import { doingNothing, sharing } from '../helpers/person';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

const world = bankWorld();

function consentOf({ connectionId }: FlowView): Promise<ConsentDetail> {
  return world.window.get('getConsent', { connectionId: connectionId ?? '' });
}

function asking(change: Partial<AuthorizationDetails[0]['consentRequest']>): AuthorizationDetails {
  const [detail] = TUTORIAL_REQUEST;
  return [{ ...detail, consentRequest: { ...detail.consentRequest, ...change } }];
}

const REFUSED_REQUESTS = [
  {
    request: asking({
      resources: [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_BASIC', 'HOROSCOPE'] }],
    }),
    member: 'consentRequest.resources[0].dataClusters[1]',
    because: 'the bank does not offer the cluster',
  },
  {
    request: asking({ resources: [{ resourceType: 'CUSTOMER', dataClusters: ['TRANSACTIONS'] }] }),
    member: 'consentRequest.resources[0].dataClusters[0]',
    because: 'transactions are no resource of a customer',
  },
  {
    request: asking({ lookbackPeriod: 3650 }),
    member: 'consentRequest.lookbackPeriod',
    because: 'the bank does not look back ten years',
  },
  {
    request: [{ ...TUTORIAL_REQUEST[0], type: 'fdx_v9.9' }] satisfies AuthorizationDetails,
    member: 'type',
    because: 'the bank knows fdx_v1.0 only',
  },
];

describe('what the bank refuses', () => {
  for (const { request, member, because } of REFUSED_REQUESTS) {
    it(`comes back with the member named: ${member}, because ${because}`, async () => {
      const flow = await world.recipient.giveConsent(request, () => {
        throw new Error('a refused request has no page');
      });

      expect(flow).toMatchObject({
        phase: 'failed',
        requestExpiresAtMs: null,
        failure: {
          kind: 'provider-refused',
          stage: 'par',
          status: 400,
          code: 'invalid_authorization_details',
          member,
        },
      });
      expect(flow.steps.map(({ state }) => state)).toEqual([
        'failed',
        ...Array.from({ length: 6 }, () => 'todo'),
      ]);
    });
  }
});

describe('what the customer takes out', () => {
  it('accounts that were not chosen are not read', async () => {
    const flow = await world.recipient.giveConsent(
      TUTORIAL_REQUEST,
      sharing(world.bank, { as: 'Kim Larsen', accounts: ['Day to day'] }),
    );
    const detail = await consentOf(flow);

    expect(detail.accounts).toHaveLength(1);
    expect(detail.differences).toEqual([]);
    expect(detail.resources.filter(({ resourceType }) => resourceType === 'ACCOUNT')).toHaveLength(1);
  });

  it('a second consent in the same browser is a second grant, and the first stays as it was', async () => {
    const customer = bankCustomer(world.bank.descriptor);
    const inOneBrowser = (switchOff: readonly string[]) => async (page: URL) => {
      const { html } = await customer.open(page.href);
      if (html.includes('Sign in as')) await customer.signInAs('Alex Rivera');
      return customer.share({ switchOff });
    };

    const first = await world.recipient.giveConsent(TUTORIAL_REQUEST, inOneBrowser([]));
    const second = await world.recipient.giveConsent(TUTORIAL_REQUEST, inOneBrowser(['CUSTOMER_CONTACT']));

    const [one, two] = [await consentOf(first), await consentOf(second)];
    expect(one.consentId).not.toBe(two.consentId);
    expect(one.granted.clusters).toContain('CUSTOMER_CONTACT');
    expect(two.granted.clusters).not.toContain('CUSTOMER_CONTACT');
    const again = await world.window.get('readConsentAgain', { connectionId: one.connectionId });
    expect(again).toMatchObject({ status: 'ACTIVE', granted: one.granted });
  });
});

describe('the redirect', () => {
  it('to a fixed port that another program has taken fails before anything is sent, and says which port', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const profile = await world.recipient.services.openSandbox();
    if (!profile.ok) throw new Error(profile.error.kind);

    const flow = world.recipient.services.flows.start(
      { ...profile.value, redirect: { host: '127.0.0.1', port, path: '/callback' } },
      { purpose: 'custom', authorizationDetails: TUTORIAL_REQUEST, disclosed: null },
    );

    await expect
      .poll(() => world.recipient.services.flows.get(flow.flowId))
      .toMatchObject({ value: { phase: 'failed', failure: { kind: 'port-taken', port } } });
    await new Promise((resolve) => squatter.close(resolve));
  });
});

describe('each attempt', () => {
  it('has a page of its own: no request_uri is used twice', async () => {
    const pages: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const flow = await world.recipient.start(TUTORIAL_REQUEST, (page) => {
        pages.push(page.href);
        return doingNothing(page);
      });
      await flow.until('at-provider');
      world.recipient.services.flows.cancel(flow.flowId);
    }

    expect(new Set(pages).size).toBe(3);
    for (const page of pages) {
      expect([...new URL(page).searchParams.keys()]).toEqual(['client_id', 'request_uri']);
    }
  });
});
