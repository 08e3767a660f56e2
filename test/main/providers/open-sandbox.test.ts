import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { openProviderHttp } from '../../../main/http/provider-http';
import { openSandbox, type SandboxDeps } from '../../../main/providers/open-sandbox';
import type { SandboxDescriptor } from '../../../main/providers/sandbox-bank';
import type { Credential } from '../../../main/records/credential';
import { providerProfile, type ProviderProfile } from '../../../main/records/provider-profile';
import { fail, ok } from '../../../preload/contract/result';
import { serverIdentity } from '../../helpers/server-identity';
import { openTlsServer, type TlsServer } from '../../helpers/tls-server';

const NOW_MS = Date.UTC(2026, 4, 1);
const DAY_MS = 86_400_000;

let bank: SandboxDescriptor;
let server: TlsServer;
const credentials = new Map<string, Credential>();
const profiles = new Map<string, ProviderProfile>();

function deps(change: Partial<SandboxDeps> = {}): SandboxDeps {
  return {
    startBank: () => Promise.resolve(ok(bank)),
    credentials: {
      get: (id: string) => ok(credentials.get(id) ?? null),
      put: (credential: Credential) => {
        credentials.set(credential.credentialId, credential);
        return Promise.resolve(ok(null));
      },
    } as SandboxDeps['credentials'],
    profiles: {
      list: () => [...profiles.values()],
      delete: () => Promise.reject(new Error('nothing is deleted here')),
      get: (id) => profiles.get(id) ?? null,
      put: (profile) => {
        profiles.set(profile.providerId, profile);
        return Promise.resolve(ok(null));
      },
      movedAside: null,
    },
    nowMs: () => NOW_MS,
    openHttp: openProviderHttp,
    ...change,
  };
}

beforeEach(async () => {
  credentials.clear();
  profiles.clear();
  const identity = await serverIdentity();
  server = await openTlsServer({
    identity,
    answer: (_seen, response) => {
      const clientId = `client-${server.requests.length}`;
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ client_id: clientId }));
    },
  });
  onTestFinished(() => server.close());
  bank = {
    name: 'A Bank',
    issuer: server.origin,
    fdxBaseUrl: `${server.origin}/fdx/v6`,
    registrationEndpoint: `${server.origin}/register`,
    siteUrl: `${server.origin}/consents`,
    caPem: identity.certificatePem,
    certificateSha256: 'ab'.repeat(32),
  };
});

async function open(change: Partial<SandboxDeps> = {}): Promise<ProviderProfile> {
  const profile = await openSandbox(deps(change));
  if (!profile.ok) throw new Error(profile.error.kind);
  return profile.value;
}

describe('the sandbox bank, when it is opened', () => {
  it('for the first time: gets a registration with public keys only (RFC 7591 section 2)', async () => {
    const profile = await open();

    expect(providerProfile.safeParse(profile).error).toBeUndefined();
    expect(profile).toMatchObject({
      clientId: 'client-1',
      issuer: server.origin,
      userAgent: 'bank-window',
      origin: 'app',
    });
    expect(server.requests).toMatchObject([{ method: 'POST', target: '/register' }]);
    const pack = server.requests[0]?.body ?? '';
    expect(JSON.parse(pack)).toMatchObject({
      redirect_uris: ['http://127.0.0.1/callback'],
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      authorization_details_types: ['fdx_v1.0'],
    });
    expect(pack).not.toMatch(/"[dpqk]"|PRIVATE/);
  });

  it('again: is asked nothing, and is known by the same client and credential', async () => {
    const first = await open();

    expect(await open()).toEqual(first);
    expect(server.requests).toHaveLength(1);
    expect(credentials.size).toBe(1);
  });

  for (const { what, change } of [
    { what: 'another certificate', change: () => ({ caPem: `${bank.caPem}\n` }) },
    { what: 'another address of its data', change: () => ({ fdxBaseUrl: `${server.origin}/fdx/v7` }) },
  ]) {
    it(`with ${what}: was set up anew, and gets a new registration`, async () => {
      await open();
      bank = { ...bank, ...change() };

      expect((await open()).clientId).toBe('client-2');
    });
  }

  it('after the credential was lost: gets a new one', async () => {
    const first = await open();
    credentials.clear();

    expect((await open()).credentialId).not.toBe(first.credentialId);
  });

  it('after the certificate has ended: gets a new one', async () => {
    const first = await open();

    const later = await open({ nowMs: () => NOW_MS + 366 * DAY_MS });

    expect(later.credentialId).not.toBe(first.credentialId);
  });

  it.each([
    {
      change: {
        startBank: () => Promise.resolve(fail({ kind: 'sandbox-failed', reason: 'no port' } as const)),
      },
      kind: 'sandbox-failed',
    },
  ])('that does not start: is told as $kind, and nothing is kept', async ({ change, kind }) => {
    expect(await openSandbox(deps(change))).toMatchObject({ ok: false, error: { kind } });
    expect([credentials.size, profiles.size]).toEqual([0, 0]);
  });

  it('that can’t be reached: is told so, and no profile is kept', async () => {
    await server.close();

    expect(await openSandbox(deps())).toMatchObject({
      ok: false,
      error: { kind: 'provider-unreachable', stage: 'registration', reason: 'refused' },
    });
    expect(profiles.size).toBe(0);
  });
});

describe('a provider profile', () => {
  it.each([
    { change: { issuer: 'http://bank.example' }, because: 'the issuer is not https' },
    { change: { issuer: 'bank.example' }, because: 'the issuer is no URL' },
    { change: { siteUrl: 'http://bank.example/' }, because: 'people sign in on its own page' },
    { change: { fdxBaseUrl: 'http://bank.example/fdx' }, because: 'a token would travel in the clear' },
    { change: { redirect: { kind: 'loopback', port: 0, path: '/callback' } }, because: 'there is no port 0' },
    {
      change: { redirect: { kind: 'loopback', port: 70_000, path: '/callback' } },
      because: 'there is no such port',
    },
    {
      change: { redirect: { kind: 'loopback', port: null, path: 'callback' } },
      because: 'a path begins with a slash',
    },
    { change: { redirect: { kind: 'loopback', port: null, path: '/a?b' } }, because: 'a query is no path' },
    { change: { redirect: { kind: 'loopback', port: null, path: '/../x' } }, because: 'dots go elsewhere' },
    { change: { pinnedCertificateSha256: 'AB'.repeat(32) }, because: 'the pin is lower-case hex' },
    { change: { origin: 'provider' }, because: 'nobody else brings one' },
    { change: { userAgent: 'webview' }, because: 'RFC 8252 section 8.12' },
    { change: { clientSecret: 'x' }, because: 'a profile holds no secret' },
  ])('is refused when $because', async ({ change }) => {
    const profile = await open();

    expect(providerProfile.safeParse({ ...profile, ...change }).success).toBe(false);
  });
});
