import { describe, expect, it } from 'vitest';

import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { addProvider, saying } from '../helpers/added-provider';
import type { Fault } from '../helpers/hostile-provider';
import { onScreen } from '../helpers/on-screen';
import { json, withMembers } from '../helpers/provider-answer';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

/** Adds a provider, registers there and gives a consent. */
async function connect(fault: Fault, draft: Partial<ProviderDraft> = {}) {
  const added = await addProvider(fault, draft);
  await added.window.get('registerProvider', { providerId: added.providerId });
  const flow = await added.connect();
  const form = new URLSearchParams(
    added.provider.requests().find(({ target }) => target === '/par')?.body ?? '',
  );
  const connectionId = flow.connectionId;
  const detail = connectionId === null ? null : await added.window.get('getConsent', { connectionId });
  await added.recipient.close();
  return { flow, form, detail };
}

/** Sends back with a change to what the answer holds. */
function back(change: (query: URLSearchParams) => void): NonNullable<Fault['sendsBack']> {
  return (right) => {
    change(right.searchParams);
    return right.href;
  };
}

const asError = (query: URLSearchParams, error: string) => {
  query.delete('code');
  query.set('error', error);
};

describe('a provider that takes no authorization_details', () => {
  const scopesAlone = saying(() => ({ authorization_details_types_supported: ['payment_initiation'] }), {
    answers: { token: withMembers({ authorization_details: undefined }) },
  });

  it('is refused by the usual profile, which is the person’s to change', async () => {
    const { flow } = await connect(scopesAlone);

    expect(flow.failure).toMatchObject({ kind: 'provider-unsuitable', isByChoice: true });
    if (flow.failure === null) throw new Error('it did not fail');
    expect(onScreen(flow.failure).who).toMatch(/^You can /);
  });

  it('is asked by scopes alone where the profile says so', async () => {
    const { flow, form } = await connect(scopesAlone, { authorizationDetails: 'left-out' });

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(form.has('authorization_details')).toBe(false);
    expect(form.get('scope')).toContain('fdx:accountdetailed:read');
  });
});

describe('a provider that announces signed answers and sends plain ones (JARM section 2.3)', () => {
  const announcing = (rest: Fault = {}, isNamed = true) =>
    saying(
      () => ({
        response_modes_supported: ['jwt'],
        authorization_response_iss_parameter_supported: isNamed,
        authorization_signing_alg_values_supported: ['ES256'],
      }),
      rest,
    );

  it('is not believed by the usual profile', async () => {
    expect((await connect(announcing())).flow.failure).toMatchObject({
      kind: 'protocol-violation',
      violation: 'signature',
    });
  });

  it('is believed where the profile says so, and is still asked for a signature', async () => {
    const { flow, form } = await connect(announcing(), { signedAnswer: 'may-be-missing' });

    expect(flow).toMatchObject({ phase: 'done', failure: null });
    expect(form.get('response_mode')).toBe('jwt');
  });

  it('[S19] has to name itself in the plain answer, although its metadata does not promise that', async () => {
    const silent = announcing({ sendsBack: back((query) => query.delete('iss')) }, false);

    expect((await connect(silent, { signedAnswer: 'may-be-missing' })).flow.failure).toMatchObject({
      kind: 'protocol-violation',
      violation: 'other-issuer',
    });
  });
});

describe('a provider whose errors lack the iss that it promises (RFC 9207 section 2.3)', () => {
  const denying = (change: (query: URLSearchParams) => void = () => undefined): Fault =>
    saying(() => ({}), {
      sendsBack: back((query) => {
        asError(query, 'access_denied');
        query.delete('iss');
        change(query);
      }),
    });

  it('ends the wait where the profile says so', async () => {
    const { flow } = await connect(denying(), { issuerInErrors: 'may-be-missing' });

    expect(flow.failure).toEqual({ kind: 'declined', providerName: 'Far Bank' });
  });

  it.each([
    { draft: {}, fault: denying(), because: 'the usual profile does not take it' },
    {
      draft: { issuerInErrors: 'may-be-missing' },
      fault: denying((query) => query.set('state', 'of-another')),
      because: 'its state is not ours',
    },
    {
      draft: { issuerInErrors: 'may-be-missing' },
      fault: denying((query) => query.set('iss', 'https://other.example')),
      because: 'it names another issuer',
    },
  ] as const)('[S18] goes on waiting, because $because', async ({ draft, fault }) => {
    const added = await addProvider(fault, draft);
    await added.window.get('registerProvider', { providerId: added.providerId });
    const running = added.recipient.startAt(added.profile(), TUTORIAL_REQUEST, added.provider.person);
    const flow = await running.until('at-provider', 'failed');

    expect(flow.phase).toBe('at-provider');
    await added.recipient.close();
  });

  it('[S19] does not let a code through without iss', async () => {
    const silent = saying(() => ({}), { sendsBack: back((query) => query.delete('iss')) });

    expect((await connect(silent, { issuerInErrors: 'may-be-missing' })).flow.failure).toMatchObject({
      kind: 'protocol-violation',
      violation: 'other-issuer',
    });
  });
});

describe('scopes and types that a provider does not know', () => {
  it.each([
    {
      scopes_supported: ['openid', 'fdx:accountdetailed:read'],
      description: null,
      because: 'its list shows it',
    },
    { scopes_supported: undefined, description: 'unknown scope', because: 'it says so' },
  ])(
    'are not taken for a person who declined, because $because',
    async ({ scopes_supported, description }) => {
      const { flow } = await connect(
        saying(() => ({ scopes_supported }), {
          sendsBack: back((query) => {
            asError(query, 'access_denied');
            if (description !== null) query.set('error_description', description);
          }),
        }),
      );

      expect(flow.failure).toMatchObject({ kind: 'scopes-unknown', code: 'access_denied' });
    },
  );

  it('leave a person who declined what it is, where all scopes are listed', async () => {
    const { flow } = await connect(
      saying(
        () => ({
          scopes_supported: [
            'fdx:accountdetailed:read',
            'fdx:transactions:read',
            'fdx:statements:read',
            'fdx:customercontact:read',
          ],
        }),
        { sendsBack: back((query) => asError(query, 'access_denied')) },
      ),
    );

    expect(flow.failure).toEqual({ kind: 'declined', providerName: 'Far Bank' });
  });

  it.each(['invalid_scope', 'invalid_authorization_details'])(
    'are the person’s to change after %s',
    async (error) => {
      const { flow } = await connect(saying(() => ({}), { answers: { par: () => json(400, { error }) } }));

      if (flow.failure === null) throw new Error('it did not fail');
      const { who, next } = onScreen(flow.failure);
      expect(who).toMatch(/^You can /);
      expect(next).toContain('in its profile');
    },
  );
});
