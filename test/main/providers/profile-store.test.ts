import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openProfileStore } from '../../../main/providers/profile-store';

const FIRST = {
  providerId: 'p1',
  name: 'A Bank',
  issuer: 'https://bank.example',
  clientId: 'client-1',
  fdxBaseUrl: 'https://api.bank.example',
  caPem: null,
  authorizationDetailsType: 'fdx_v1.0',
  redirect: { kind: 'loopback', port: 3005, path: '/response-par' },
  credentialId: 'c1',
  userAgent: 'system-browser',
  pinnedCertificateSha256: null,
};

async function storeFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-profiles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'providers.json'), text);
  return join(folder, 'providers.json');
}

/** As it has been written since there is a second version. */
const SECOND = {
  ...FIRST,
  siteUrl: null,
  scopes: null,
  issuerInAnswer: 'required',
  requestObject: 'as-announced',
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
};

describe('the file of providers', () => {
  it.each([
    { redirect: { host: 'localhost', port: 3005, path: '/response-par' } },
    { redirect: { host: '127.0.0.1', port: null, path: '/' } },
    { redirect: { scheme: 'app.countersign.desktop', path: '/callback' } },
  ])('is read with the redirect $redirect, and written as it was', async ({ redirect }) => {
    const path = await storeFile(JSON.stringify({ version: 2, providers: [{ ...SECOND, redirect }] }));

    const store = await openProfileStore(path, 0);
    const read = store.get('p1');
    if (read !== null) await store.put(read);

    expect(store.movedAside).toBeNull();
    expect(read?.redirect).toEqual(redirect);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ providers: [{ redirect }] });
  });

  it.each([
    { userAgent: 'system-browser', origin: 'person' },
    { userAgent: 'bank-window', origin: 'app' },
  ])('of before profiles had an origin tells it by the user agent: $userAgent', async (told) => {
    const { userAgent, origin } = told;
    const redirect = { host: '127.0.0.1', port: null, path: '/' };
    const second = { version: 2, providers: [{ ...SECOND, userAgent, redirect }] };
    for (const file of [second, { version: 1, providers: [{ ...FIRST, userAgent }] }]) {
      const store = await openProfileStore(await storeFile(JSON.stringify(file)), 0);

      expect(store.movedAside).toBeNull();
      expect(store.get('p1')).toMatchObject({ origin });
    }
  });

  it('of the first version is read, and written as the second with the next change', async () => {
    const path = await storeFile(JSON.stringify({ version: 1, providers: [FIRST] }));

    const store = await openProfileStore(path, 0);
    const read = store.get('p1');

    expect(store.movedAside).toBeNull();
    expect(read).toMatchObject({
      clientId: 'client-1',
      scopes: null,
      issuerInAnswer: 'required',
      requestObject: 'as-announced',
      redirect: { host: '127.0.0.1', port: 3005, path: '/response-par' },
    });
    if (read !== null) await store.put({ ...read, name: 'The same bank' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      version: 2,
      providers: [{ name: 'The same bank' }],
    });
    expect((await openProfileStore(path, 0)).list()).toHaveLength(1);
  });

  it.each([
    { providers: [{ ...FIRST, issuer: 'http://bank.example' }], because: 'its issuer is not https' },
    { providers: [{ ...FIRST, token: 'x' }], because: 'it has a member that nobody knows' },
  ])('of the first version is moved aside when $because', async ({ providers }) => {
    const store = await openProfileStore(await storeFile(JSON.stringify({ version: 1, providers })), 0);

    expect(store.movedAside).not.toBeNull();
    expect(store.list()).toEqual([]);
  });
});
