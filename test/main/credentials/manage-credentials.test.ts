import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { createCredential } from '../../../main/credentials/create-credential';
import { viewCredentials } from '../../../main/credentials/credential-view';
import * as manage from '../../../main/credentials/manage-credentials';
import type { CredentialDeps } from '../../../main/credentials/manage-credentials';
import { registeredKey } from '../../../main/credentials/registered';
import type { Credential } from '../../../main/records/credential';
import type { ProviderProfile } from '../../../main/records/provider-profile';
import { fail, ok } from '../../../preload/contract/result';
import { memoryCredentials } from './memory-credentials';

const NOW_MS = Date.UTC(2027, 0, 15);

function profile(providerId: string, credentialId: string): ProviderProfile {
  // What else a profile holds is no business of credentials.
  return { providerId, name: `Bank ${providerId}`, credentialId, registered: null } as ProviderProfile;
}

interface Platform {
  readonly deps: CredentialDeps;
  readonly profiles: Map<string, ProviderProfile>;
}

function worldOf(credentials: readonly Credential[], used: readonly ProviderProfile[] = []): Platform {
  const profiles = new Map(used.map((one) => [one.providerId, one]));
  let nowMs = NOW_MS;
  return {
    profiles,
    deps: {
      credentials: memoryCredentials(...credentials),
      profiles: {
        list: () => [...profiles.values()],
        put: async (one) => {
          profiles.set(one.providerId, one);
          return ok(null);
        },
      },
      nowMs: () => (nowMs += 1),
    },
  };
}

const make = (kind: Credential['kind'] = 'ec-p256', nowMs = NOW_MS) =>
  createCredential({ nowMs, commonName: 'Countersign', kind: kind === 'rsa' ? 'rsa-2048' : kind });

function got<Value>(result: { readonly ok: boolean; readonly value?: Value }): Value {
  if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result));
  return result.value;
}

describe('the list', () => {
  it('says of each credential what it is and who uses it, and never its private key', async () => {
    const credential = await make();
    const { deps } = worldOf([credential], [profile('one', credential.credentialId)]);

    const [summary, ...others] = got(viewCredentials(deps));

    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      name: 'Countersign',
      keyKind: 'ec-p256',
      validity: 'valid',
      daysLeft: 365,
      usedBy: [{ providerId: 'one', name: 'Bank one', isSandbox: false }],
    });
    expect(summary?.fingerprint).toBe(new X509Certificate(credential.certificatePem).fingerprint256);
    expect(JSON.stringify(summary)).not.toContain('PRIVATE KEY');
  });
});

describe('deleting', () => {
  it('is refused while a provider profile uses the credential, and says which', async () => {
    const credential = await make();
    const { deps, profiles } = worldOf([credential], [profile('one', credential.credentialId)]);

    expect(await manage.deleteCredential(deps, credential.credentialId)).toMatchObject({
      value: [{ name: 'Bank one' }],
    });
    expect(got(deps.credentials.list())).toHaveLength(1);

    profiles.clear();
    expect(await manage.deleteCredential(deps, credential.credentialId)).toEqual(ok([]));
    expect(got(deps.credentials.list())).toEqual([]);
  });
});

describe('rotation (RFC 7517 section 5)', () => {
  it('has both keys in the set until the switch, then every profile uses the new one and the old is gone', async () => {
    const old = await make();
    const used = [profile('one', old.credentialId), profile('two', old.credentialId)];
    const { deps, profiles } = worldOf([old], used);

    const next = got(
      await manage.replaceCredential(deps, { credentialId: old.credentialId, kind: 'rsa-2048' }),
    );
    const sets = [old.credentialId, next.credentialId].map((id) => got(manage.publicKeySet(deps, id)));
    expect(sets[0]).toBe(sets[1]);
    const { keys } = JSON.parse(sets[0] ?? '') as { keys: { kty: string }[] };
    expect(keys.map(({ kty }) => kty)).toEqual(['EC', 'RSA']); // the one in use first
    expect(profiles.get('one')?.credentialId).toBe(old.credentialId);
    expect(got(viewCredentials(deps))).toMatchObject([
      { replacedBy: next.credentialId },
      { replaces: old.credentialId },
    ]);

    expect(await manage.switchCredential(deps, next.credentialId)).toEqual(ok(null));

    expect([...profiles.values()].map(({ credentialId }) => credentialId)).toEqual([
      next.credentialId,
      next.credentialId,
    ]);
    expect(got(viewCredentials(deps))).toMatchObject([{ replaces: null, replacedBy: null }]);
    expect(JSON.parse(got(manage.publicKeySet(deps, next.credentialId)))).toMatchObject({
      keys: [{ kty: 'RSA' }],
    });
  });

  it('forgets a key ID that a directory chose for the old key (RFC 7515 section 4.1.4)', async () => {
    const old = await make();
    const known = { ...profile('one', old.credentialId), signingKid: 'directory-key-1' };
    const unnamed = { ...profile('two', old.credentialId), signingKid: '' };
    const { deps, profiles } = worldOf([old], [known, unnamed]);
    const { credentialId } = old;
    const next = got(await manage.replaceCredential(deps, { credentialId, kind: 'ec-p256' }));

    await manage.switchCredential(deps, next.credentialId);

    expect([...profiles.values()].map(({ signingKid }) => signingKid)).toEqual([null, '']);
  });

  it('notes the new key with each registration that is known, because the person says that the providers have it', async () => {
    const old = await make();
    const registered = {
      keys: [registeredKey(old.certificatePem)],
      clientAuthentication: null,
      redirectUri: null,
    };
    const known = { ...profile('one', old.credentialId), registered };
    const unknown = profile('two', old.credentialId);
    const { deps, profiles } = worldOf([old], [known, unknown]);
    const { credentialId } = old;
    const next = got(await manage.replaceCredential(deps, { credentialId, kind: 'ec-p256' }));

    await manage.switchCredential(deps, next.credentialId);

    expect(profiles.get('one')?.registered).toEqual({
      ...registered,
      keys: [registeredKey(next.certificatePem), registeredKey(old.certificatePem)],
    });
    expect(profiles.get('two')?.registered).toBeNull();
  });

  it('keeps both when a profile cannot be saved, and the switch can be made again', async () => {
    const old = await make();
    const world = worldOf([old], [profile('one', old.credentialId)]);
    const next = got(
      await manage.replaceCredential(world.deps, { credentialId: old.credentialId, kind: 'ec-p256' }),
    );
    const put = () => Promise.resolve(fail({ kind: 'storage-full' as const }));
    const full = { ...world.deps, profiles: { ...world.deps.profiles, put } };

    expect(await manage.switchCredential(full, next.credentialId)).toEqual(fail({ kind: 'storage-full' }));
    expect(got(world.deps.credentials.list())).toHaveLength(2);
    expect(await manage.switchCredential(world.deps, next.credentialId)).toEqual(ok(null));
  });

  it('is refused twice for one credential, for an unknown one, and where the app registered itself', async () => {
    const [old, sandboxed] = [await make(), await make()];
    const { deps } = worldOf(
      [old, sandboxed],
      [{ ...profile('sandbox', sandboxed.credentialId), origin: 'app' }],
    );
    const replace = (credentialId: string) =>
      manage.replaceCredential(deps, { credentialId, kind: 'ec-p256' });
    await replace(old.credentialId);

    for (const id of [old.credentialId, sandboxed.credentialId, 'nobody'])
      expect(await replace(id)).toEqual(fail({ kind: 'bad-request', field: 'credentialId' }));
    expect(await manage.switchCredential(deps, old.credentialId)).toMatchObject({ ok: false });
  });
});

describe('the public key set', () => {
  it('has kid, x5c and x5t#S256, and no private member at any depth', async () => {
    const credential = await make('rsa-2048');
    const { deps } = worldOf([credential]);

    const json = got(manage.publicKeySet(deps, credential.credentialId));

    const der = new X509Certificate(credential.certificatePem).raw.toString('base64');
    expect(JSON.parse(json)).toMatchObject({ keys: [{ use: 'sig', alg: 'PS256', x5c: [der] }] });
    expect(json).toContain('"x5t#S256"');
    expect(json).not.toMatch(/"(?:d|p|q|dp|dq|qi|oth|k)":|PRIVATE/);
  });
});

describe('making an RSA 4096 key', () => {
  it('leaves the event loop free: it turns all the while', async () => {
    let turns = 0;
    let isMade = false;
    const turn = () => {
      turns += 1;
      if (!isMade) setImmediate(turn);
    };
    setImmediate(turn);

    const credential = await make('rsa-4096');
    isMade = true;

    expect(credential.kind).toBe('rsa-4096');
    // A loop that is blocked turns a handful of times; a free one turns thousands of times in a tenth of a second.
    expect(turns).toBeGreaterThan(200);
  }, 120_000); // looking for two primes of 2048 bits is a matter of luck, and of what else the machine does
});
