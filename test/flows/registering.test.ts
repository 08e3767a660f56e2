import { afterEach, describe, expect, it } from 'vitest';

import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { addProvider, saying } from '../helpers/added-provider';
import { draftAt, keyOf, Opened, save, USUAL } from '../helpers/chosen-key';
import type { Habits } from '../helpers/other-provider';
import { json } from '../helpers/provider-answer';
import type { Fault } from '../helpers/hostile-provider';

const opened = new Opened();
afterEach(() => opened.close());

/** Registers at a provider with these habits, and reads what it was sent. */
async function register(
  metadata: Readonly<Record<string, unknown>>,
  draft: Partial<ProviderDraft> = {},
  { token, fault = {} }: { readonly token?: string; readonly fault?: Fault } = {},
) {
  const added = await addProvider(
    saying(() => metadata, fault),
    draft,
  );
  const { provider, window, providerId } = added;
  const reply = await window.ask('registerProvider', {
    providerId,
    ...(token === undefined ? {} : { initialAccessToken: token }),
  });
  const seen = provider.requests().find(({ target }) => target === '/register');
  return { ...added, reply, seen, pack: JSON.parse(seen?.body ?? '{}') as Record<string, unknown> };
}

describe('registering at somebody else’s server', () => {
  it.each([
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop', isShown: false },
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'certificate', isShown: true },
    { clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'certificate', isShown: true },
  ] as const)(
    '[S04] shows its certificate only where it has a part in anything: $clientAuthentication, $tokenBinding: $isShown',
    async ({ clientAuthentication, tokenBinding, isShown }) => {
      const habits: Habits = { ...USUAL, clientAuthentication, tokenBinding };
      const provider = await opened.provider(habits, { jwks: [(await keyOf('ec-p256')).jwk] });
      const { window } = await opened.recipient();
      const draft = { ...draftAt(provider, habits), clientId: '' };
      const { providerId } = await save(window, draft, { kind: 'new' });

      await window.ask('registerProvider', { providerId });

      expect(provider.sawCertificate()).toBe(isShown);
    },
  );

  it.each<{
    readonly because: string;
    readonly metadata: object;
    readonly draft: Partial<ProviderDraft>;
    readonly sent: unknown;
  }>([
    {
      because: 'the provider lists types',
      metadata: { authorization_details_types_supported: ['fdx_v1.0'] },
      draft: {},
      sent: ['fdx_v1.0'],
    },
    {
      because: 'it never named the member (RFC 7591 section 2)',
      metadata: { authorization_details_types_supported: undefined },
      draft: {},
      sent: undefined,
    },
    {
      because: 'the provider is asked by scopes alone',
      metadata: {},
      draft: { authorizationDetails: 'left-out' },
      sent: undefined,
    },
  ])('sends authorization_details_types $sent, because $because', async ({ metadata, draft, sent }) => {
    const { recipient, pack } = await register({ ...metadata }, draft);

    expect(pack['authorization_details_types']).toEqual(sent);
    await recipient.close();
  });

  it.each<{
    readonly because: string;
    readonly metadata: object;
    readonly draft: Partial<ProviderDraft>;
    readonly scope: string;
  }>([
    {
      because: 'the profile names them',
      metadata: { scopes_supported: ['openid', 'a', 'b', 'c'] },
      draft: { scopes: 'openid a' },
      scope: 'openid a',
    },
    {
      because: 'the provider lists them, and nothing else of it is ever asked for',
      metadata: { scopes_supported: ['openid', 'fdx:transactions:read', 'fdx:accountdetailed:read'] },
      draft: {},
      scope: 'fdx:accountdetailed:read fdx:transactions:read',
    },
    {
      because: 'no purpose can be served without them',
      metadata: {},
      draft: {},
      scope: 'fdx:accountdetailed:read fdx:transactions:read fdx:accountbasic:read fdx:statements:read',
    },
  ])('registers the scopes that are used: $scope, because $because', async ({ metadata, draft, scope }) => {
    const { recipient, pack } = await register({ ...metadata }, draft);

    expect(pack['scope']).toBe(scope);
    await recipient.close();
  });

  it('[S28] sends an initial access token once, masks it, and keeps it nowhere (RFC 7591 section 3)', async () => {
    const token = 'initial-access-token-of-a-test';
    const { recipient, seen, reply, window, providerId, provider } = await register({}, {}, { token });

    expect(reply).toMatchObject({ ok: true });
    expect(seen?.headers.authorization).toBe(`Bearer ${token}`);
    const others = provider.requests().filter(({ target }) => target !== '/register');
    expect(JSON.stringify(others)).not.toContain(token);
    expect(JSON.stringify(recipient.services.profiles.get(providerId))).not.toContain(token);
    const list = await window.get('listExchanges', {
      flowId: null,
      connectionId: null,
      providerId,
      search: '',
    });
    const registration = list.exchanges.find(({ step }) => step === 'registration');
    const shown = await window.get('getExchange', { exchangeId: registration?.exchangeId ?? '' });
    expect(JSON.stringify(shown)).not.toContain(token);
    await recipient.close();
  });

  it('refuses a token that is none before anything is sent (RFC 6750 section 2.1)', async () => {
    const { recipient, seen, reply } = await register({}, {}, { token: 'two words' });

    expect(reply).toEqual({ ok: false, error: { kind: 'bad-request', field: 'initialAccessToken' } });
    expect(seen).toBeUndefined();
    await recipient.close();
  });
});

describe('a key that changed after the registration', () => {
  const refusing: Fault = {
    answers: {
      par: () => json(401, { error: 'invalid_client', error_description: 'unregistered client certificate' }),
    },
  };

  it.each<{
    readonly changed: string;
    readonly change: Partial<ProviderDraft>;
    readonly key: 'new' | 'keep';
  }>([
    { changed: 'key', change: {}, key: 'new' },
    { changed: 'redirect', change: { redirect: { host: 'localhost', port: 3005, path: '/x' } }, key: 'keep' },
  ])(
    'is told as $changed in the list, on the page and in the failure, until it is registered again',
    async ({ changed, change, key }) => {
      const { recipient, window, providerId, connect } = await register({}, {}, { fault: refusing });
      const detail = () => window.get('getProviderDetail', { providerId });
      const listed = async () => (await window.get('listProviders', {}))[0]?.isRegisteredOtherwise;
      expect(await listed()).toBe(false);

      const { profile } = await detail();
      await window.get('saveProvider', { providerId, draft: { ...profile, ...change }, key: { kind: key } });

      expect(await listed()).toBe(true);
      expect((await detail()).changed).toEqual([changed]);
      expect(await connect()).toMatchObject({
        failure: { kind: 'registration-outdated', changed: [changed], code: 'invalid_client' },
      });
      await window.get('registerProvider', { providerId });
      expect((await detail()).changed).toEqual([]);
      expect(await listed()).toBe(false);
      // What the provider has against the client now is not that.
      expect(await connect()).toMatchObject({
        failure: { kind: 'provider-refused', code: 'invalid_client' },
      });
      await recipient.close();
    },
  );

  it('is told after a client id was typed by hand too, and a person can say that the provider knows it', async () => {
    const { recipient, window, providerId, profile } = await addProvider(refusing);
    const { profile: draft } = await window.get('getProviderDetail', { providerId });
    const typed = { ...draft, clientId: 'given-by-hand' };
    await window.get('saveProvider', { providerId, draft: typed, key: { kind: 'keep' } });
    expect(profile().registered?.keys).toHaveLength(1);

    await window.get('saveProvider', { providerId, draft: typed, key: { kind: 'new' } });
    expect((await window.get('getProviderDetail', { providerId })).changed).toEqual(['key']);

    await window.get('saveProvider', {
      providerId,
      draft: typed,
      key: { kind: 'keep' },
      isKnownThere: true,
    });
    expect((await window.get('getProviderDetail', { providerId })).changed).toEqual([]);
    await recipient.close();
  });
});
