import { describe, expect, it } from 'vitest';

import { freshAccessToken } from '../../../main/connections/fresh-access-token';
import type { ProviderClient } from '../../../main/connections/provider-clients';
import type { TokenStore } from '../../../main/vault/token-store';
import type { TokenSet } from '../../../main/vault/vault-record';
import { fail, ok } from '../../../preload/contract/result';
import { answering, identityOf, jsonAnswer, METADATA } from '../oauth/fake-http';
import { NOW_MS, tokenSet } from './records';

/** A store in memory that writes down in which order things happened. */
function storing(first: TokenSet | null, log: string[] = []): TokenStore & { held: () => TokenSet | null } {
  let held = first;
  return {
    held: () => held,
    get: () => ok(held),
    put: async (tokens) => {
      await Promise.resolve();
      log.push('stored');
      held = tokens;
      return ok(null);
    },
    delete: () => Promise.resolve(ok(null)),
  };
}

function clientThat(answer: Parameters<typeof answering>[0]) {
  const http = answering(answer);
  const client = {
    http,
    metadata: METADATA,
    identity: identityOf('c'),
    profile: { clientId: 'c', name: 'A Bank', credentialId: 'credential-1' },
  } as unknown as ProviderClient;
  return { http, client };
}

const ask = (tokens: TokenStore, client: ProviderClient, nowMs = NOW_MS) =>
  freshAccessToken(
    { tokens, connections: { get: () => null, list: () => [] }, nowMs: () => nowMs },
    client,
    'connection-1',
  );

const REFRESHED = { access_token: 'at_new', token_type: 'bearer', expires_in: 900, refresh_token: 'rt_new' };

describe('the access token of a connection', () => {
  it.each([
    { expiresAtMs: NOW_MS + 900_000, because: 'it lasts another quarter of an hour' },
    { expiresAtMs: NOW_MS + 30_001, because: 'it lasts long enough for one call' },
    { expiresAtMs: null, because: 'nobody said that it ends' },
  ])('is the one that is held when $because', async ({ expiresAtMs }) => {
    const { http, client } = clientThat(() => jsonAnswer(500, {}));

    expect(await ask(storing(tokenSet({ expiresAtMs })), client)).toEqual({ ok: true, value: 'at_old' });
    expect(http.calls).toEqual([]);
  });

  it.each([NOW_MS + 30_000, NOW_MS, NOW_MS - 900_000, 0])(
    'is refreshed when it ends at %i',
    async (expiresAtMs) => {
      const { http, client } = clientThat(() => jsonAnswer(200, REFRESHED));
      const tokens = storing(tokenSet({ expiresAtMs }));

      expect(await ask(tokens, client)).toEqual({ ok: true, value: 'at_new' });
      expect(http.calls).toHaveLength(1);
      expect(tokens.held()).toEqual(
        tokenSet({ accessToken: 'at_new', refreshToken: 'rt_new', expiresAtMs: NOW_MS + 900_000 }),
      );
    },
  );

  it.each([
    { livesMs: 20_000, afterMs: 17_000, isUsed: true, because: 'it lives 20 s, and 3 s are left' },
    {
      livesMs: 20_000,
      afterMs: 18_000,
      isUsed: false,
      because: 'it lives 20 s, and the last 2 s are not used',
    },
    { livesMs: 29_000, afterMs: 0, isUsed: true, because: 'it is new' },
    { livesMs: 1000, afterMs: 500, isUsed: true, because: 'a second is a life, too' },
    { livesMs: 1000, afterMs: 1000, isUsed: false, because: 'its second is over' },
    { livesMs: 0, afterMs: 0, isUsed: false, because: 'it never lived' },
  ])(
    'that lives shorter than the margin is used while it lives: $because',
    async ({ livesMs, afterMs, isUsed }) => {
      const short = { ...REFRESHED, expires_in: livesMs / 1000 };
      let count = 0;
      const { client } = clientThat(() => jsonAnswer(200, { ...short, access_token: `at_${(count += 1)}` }));
      const tokens = storing(tokenSet({ expiresAtMs: 0 }));

      expect(await ask(tokens, client)).toEqual(ok('at_1'));
      expect(await ask(tokens, client, NOW_MS + afterMs)).toEqual(ok(isUsed ? 'at_1' : 'at_2'));
    },
  );

  it('that cannot be replaced is used to its end', async () => {
    const { http, client } = clientThat(() => jsonAnswer(500, {}));
    const tokens = storing(tokenSet({ expiresAtMs: NOW_MS + 5000, refreshToken: null }));

    expect(await ask(tokens, client)).toEqual(ok('at_old'));
    expect(await ask(tokens, client, NOW_MS + 5000)).toMatchObject({ error: { kind: 'access-not-held' } });
    expect(http.calls).toEqual([]);
  });

  it('keeps the refresh token of before when the provider does not rotate (RFC 6749 section 6)', async () => {
    const { client } = clientThat(() => jsonAnswer(200, { ...REFRESHED, refresh_token: undefined }));
    const tokens = storing(tokenSet({ expiresAtMs: 0, scope: 'a b' }));

    await ask(tokens, client);

    expect(tokens.held()).toMatchObject({ accessToken: 'at_new', refreshToken: 'rt_old', scope: 'a b' });
  });

  it('is asked for once when two want it, and both get it (RFC 9700 section 4.14)', async () => {
    const { http, client } = clientThat(() => jsonAnswer(200, REFRESHED));
    const tokens = storing(tokenSet({ expiresAtMs: 0 }));

    const both = await Promise.all([ask(tokens, client), ask(tokens, client)]);

    expect(both).toEqual([ok('at_new'), ok('at_new')]);
    expect(http.calls).toHaveLength(1);
  });

  it('can be asked for again after it could not be had', async () => {
    let count = 0;
    const { client } = clientThat(() => {
      count += 1;
      return count === 1 ? { kind: 'unreachable', reason: 'timeout' } : jsonAnswer(200, REFRESHED);
    });
    const tokens = storing(tokenSet({ expiresAtMs: 0 }));

    expect(await ask(tokens, client)).toMatchObject({ ok: false, error: { kind: 'provider-unreachable' } });
    expect(tokens.held()).toEqual(tokenSet({ expiresAtMs: 0 }));
    expect(await ask(tokens, client)).toEqual({ ok: true, value: 'at_new' });
  });

  it('is stored before anybody gets it: the provider may have forgotten the old one by then', async () => {
    const log: string[] = [];
    const { client } = clientThat(() => jsonAnswer(200, REFRESHED));

    await ask(storing(tokenSet({ expiresAtMs: 0 }), log), client).then(() => log.push('given out'));

    expect(log).toEqual(['stored', 'given out']);
  });

  it('is not given out when it could not be stored', async () => {
    const { client } = clientThat(() => jsonAnswer(200, REFRESHED));
    const full = {
      ...storing(tokenSet({ expiresAtMs: 0 })),
      put: () => Promise.resolve(fail({ kind: 'storage-full' } as const)),
    };

    expect(await ask(full, client)).toEqual({ ok: false, error: { kind: 'storage-full' } });
  });

  it.each([
    { tokens: null, because: 'there is none' },
    {
      tokens: tokenSet({ expiresAtMs: 0, refreshToken: null }),
      because: 'it has ended and can’t be refreshed',
    },
  ])('is not held when $because', async ({ tokens }) => {
    const { http, client } = clientThat(() => jsonAnswer(200, REFRESHED));

    expect(await ask(storing(tokens), client)).toEqual({ ok: false, error: { kind: 'access-not-held' } });
    expect(http.calls).toEqual([]);
  });

  it('is out of reach while the vault is locked', async () => {
    const { client } = clientThat(() => jsonAnswer(200, REFRESHED));
    const locked = { ...storing(null), get: () => fail({ kind: 'vault-locked' } as const) };

    expect(await ask(locked, client)).toEqual({ ok: false, error: { kind: 'vault-locked' } });
  });
});
