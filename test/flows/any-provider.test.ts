import { describe, expect, it } from 'vitest';

import { addProvider, saying } from '../helpers/added-provider';
import type { HostileProvider } from '../helpers/hostile-provider';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

const pushedForm = (provider: HostileProvider) =>
  new URLSearchParams(provider.requests().find(({ target }) => target === '/par')?.body);

describe('a provider that a person added', () => {
  it('is registered with a key of its own (RFC 7591), asked like any other, and read', async () => {
    const { provider, recipient, window, providerId, connect } = await addProvider(saying(() => ({})));
    const before = await window.ask('startFlow', {
      providerId,
      purpose: 'custom',
      authorizationDetails: TUTORIAL_REQUEST,
    });
    const registered = await window.get('registerProvider', { providerId });
    const flow = await connect();

    expect(before).toEqual({ ok: false, error: { kind: 'not-registered', providerName: 'Far Bank' } });
    expect(registered.profile.clientId).not.toBe('');
    expect(flow).toMatchObject({ phase: 'done', failure: null, providerName: 'Far Bank' });
    expect(provider.broken()).toEqual([]);
    expect(await window.get('getProviderDetail', { providerId })).toMatchObject({
      consentCount: 1,
      activeConsentCount: 1,
      key: { state: 'held' },
    });
    expect((await window.get('listProviders', {})).map(({ name }) => name)).toEqual(['Far Bank']);
    await recipient.close();
  });

  it('shows a registration pack that holds nothing private', async () => {
    const { recipient, window, providerId } = await addProvider(
      {},
      {
        redirect: { host: 'localhost', port: 3005, path: '/response-par' },
      },
    );
    const { registrationPack, redirectUri } = await window.get('getProviderDetail', { providerId });
    const pack = JSON.parse(registrationPack ?? '{}') as {
      redirect_uris: string[];
      jwks: { keys: Record<string, unknown>[] };
    };

    expect(redirectUri).toBe('http://localhost:3005/response-par');
    expect(pack.redirect_uris).toEqual([redirectUri]);
    expect(Object.keys(pack.jwks.keys[0] ?? {})).toEqual(expect.arrayContaining(['x5c', 'kid', 'x5t#S256']));
    expect(registrationPack).not.toMatch(/PRIVATE|"(?:d|p|q|dp|dq|qi|k)":/);
    await recipient.close();
  });

  it.each([
    {
      scopes: null,
      sent: 'fdx:accountdetailed:read fdx:transactions:read fdx:statements:read fdx:customercontact:read',
    },
    { scopes: 'ACCOUNT_BASIC READ_CONSENTS', sent: 'ACCOUNT_BASIC READ_CONSENTS' },
    { scopes: '', sent: null },
  ])('is sent the scopes of its profile: $scopes', async ({ scopes, sent }) => {
    const { provider, recipient, window, providerId, connect } = await addProvider(
      saying(() => ({})),
      { scopes },
    );
    await window.get('registerProvider', { providerId });

    expect(await connect()).toMatchObject({ phase: 'done' });
    expect(pushedForm(provider).get('scope')).toBe(sent);
    await recipient.close();
  });

  it('that cannot name itself is refused, and used only where the profile allows it (RFC 9207 section 2.4)', async () => {
    const silent = saying(() => ({ authorization_response_iss_parameter_supported: false }), {
      sendsBack: (right) => {
        right.searchParams.delete('iss');
        return right.href;
      },
    });
    const strict = await addProvider(silent);
    await strict.window.get('registerProvider', { providerId: strict.providerId });
    const lenient = await addProvider(silent, { issuerInAnswer: 'may-be-missing' });
    await lenient.window.get('registerProvider', { providerId: lenient.providerId });

    expect(await strict.connect()).toMatchObject({
      phase: 'failed',
      failure: { kind: 'provider-unsuitable' },
    });
    expect(await lenient.connect()).toMatchObject({ phase: 'done' });
    expect(await lenient.window.get('getProvider', { providerId: lenient.providerId })).toMatchObject({
      mayLackIssuer: true,
    });
    await Promise.all([strict.recipient.close(), lenient.recipient.close()]);
  });

  it('that names another issuer is refused even where the profile lets it be silent (RFC 9207 section 2.4)', async () => {
    const lies = saying(() => ({ authorization_response_iss_parameter_supported: false }), {
      sendsBack: (right) => {
        right.searchParams.set('iss', 'https://evil.example');
        return right.href;
      },
    });
    const { recipient, window, providerId, connect, provider } = await addProvider(lies, {
      issuerInAnswer: 'may-be-missing',
    });
    await window.get('registerProvider', { providerId });

    expect(await connect()).toMatchObject({ phase: 'failed', failure: { kind: 'protocol-violation' } });
    expect(provider.asked()).not.toContain('token');
    await recipient.close();
  });

  it('that takes no registrations says so, and works with the client id that it gives by hand', async () => {
    const { recipient, window, providerId } = await addProvider({});

    expect(await window.ask('registerProvider', { providerId })).toEqual({
      ok: false,
      error: { kind: 'no-registration-endpoint', providerName: 'Far Bank' },
    });
    const { profile } = await window.get('getProviderDetail', { providerId });
    await window.get('saveProvider', {
      providerId,
      draft: { ...profile, clientId: 'given-by-hand' },
      key: { kind: 'keep' },
    });
    expect(await window.get('getProvider', { providerId })).toMatchObject({ isRegistered: true });
    await recipient.close();
  });

  it('keeps its issuer while there are consents, because their tokens belong to it', async () => {
    const { recipient, window, providerId, connect, provider } = await addProvider(saying(() => ({})));
    const { profile } = await window.get('registerProvider', { providerId });
    await connect();

    expect(
      await window.ask('saveProvider', {
        providerId,
        draft: { ...profile, issuer: 'https://evil.example' },
        key: { kind: 'keep' },
      }),
    ).toEqual({ ok: false, error: { kind: 'bad-request', field: 'draft.issuer' } });
    expect(provider.broken()).toEqual([]);
    await recipient.close();
  });

  it('is deleted with its consents and tokens, and with its key unless a duplicate has it', async () => {
    const { recipient, window, providerId, connect } = await addProvider(saying(() => ({})));
    await window.get('registerProvider', { providerId });
    const { connectionId } = await connect();
    const copy = await window.get('duplicateProvider', { providerId, name: 'Far Bank (copy)' });
    const { vault, connections, profiles } = recipient.services;

    await window.get('deleteProvider', { providerId });

    expect(connections.list()).toEqual([]);
    expect(vault.tokens.get(connectionId ?? '')).toEqual({ ok: true, value: null });
    expect(await window.get('getProviderDetail', { providerId: copy.providerId })).toMatchObject({
      key: { state: 'held' },
    });
    const credentialId = profiles.get(copy.providerId)?.credentialId ?? '';
    await window.get('deleteProvider', { providerId: copy.providerId });
    expect(vault.credentials.get(credentialId)).toEqual({ ok: true, value: null });
    expect(await window.ask('getProvider', { providerId })).toMatchObject({ ok: false });
    await recipient.close();
  });

  it('is not the bank that comes with the app: that one can neither be changed nor deleted here', async () => {
    const { recipient, window } = await addProvider({});
    const { providerId } = await window.get('openSandbox', {});

    for (const operation of ['getProviderDetail', 'registerProvider', 'deleteProvider'] as const)
      expect(await window.send(operation, { providerId })).toEqual({
        ok: false,
        error: { kind: 'provider-unknown' },
      });
    await recipient.close();
  });
});
