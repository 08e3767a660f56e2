import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { hostileProvider, type HostileProvider } from '../helpers/hostile-provider';
import { windowOf } from '../helpers/operations';
import { type Recipient, startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { fakeKeychain } from '../main/vault/fake-keychain';

const HOUR_MS = 3_600_000;

/** Everything that nobody but the two sides may know: what the provider gave out, what it was told, and the key. */
function secretsOf(provider: HostileProvider, { services }: Recipient): readonly string[] {
  const { credentialId } = services.profiles.get('sandbox') ?? { credentialId: '' };
  const credential = services.vault.credentials.get(credentialId);
  if (!credential.ok || credential.value === null) throw new Error('the credential is not held');
  const key = credential.value.privateKeyPem.split('\n').find((line) => line.length === 64);
  return [...Object.values(provider.secrets).flat(), key ?? ''];
}

/** Everything that came out of a whole life of a consent: each view of the flow, each reply, each notice. */
async function liveThrough(
  recipient: Recipient,
  provider: HostileProvider,
  later: () => void,
): Promise<unknown[]> {
  const window = await windowOf(recipient);
  const views: unknown[] = [];
  const flow = await recipient.start(TUTORIAL_REQUEST, provider.person);
  for (const phase of ['at-provider', 'exchanging', 'reading', 'done'] as const) {
    views.push(await flow.until(phase, 'done', 'failed'));
  }
  const done = await flow.until('done', 'failed');
  const connectionId = done.connectionId ?? '';
  later();
  views.push(
    done,
    await window.get('getStartState', {}),
    await window.get('getProvider', { providerId: 'sandbox' }),
    await window.get('listConsents', {}),
    await window.get('getConsent', { connectionId }),
    await window.get('readConsentAgain', { connectionId }),
    window.notices,
  );
  return views;
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, Buffer>();
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.set(name, await readFile(path));
  }
  return files;
}

describe('[S65] what nobody else may know', () => {
  it('is in no reply and no view that the window gets', async () => {
    const provider = await hostileProvider();
    let aheadMs = 0;
    const recipient = await startRecipient(provider, { nowMs: () => Date.now() + aheadMs });

    const views = await liveThrough(recipient, provider, () => {
      aheadMs = HOUR_MS;
    });

    const told = JSON.stringify(views);
    const secrets = secretsOf(provider, recipient);
    expect(secrets).toHaveLength(8); // a code, two access and two refresh tokens, a verifier, a state, a key
    expect(secrets.filter((secret) => secret.length < 20)).toEqual([]);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(told).toContain(provider.grantId); // the search finds what is there
    await recipient.close();
  });

  it('is in no file of the data folder, not even while the consent is held', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider, { keychain: fakeKeychain() });
    await liveThrough(recipient, provider, () => undefined);

    const files = await filesOf(recipient.folder);

    const names = [...files.keys()].filter((name) => !name.includes('.earlier'));
    expect(names).toEqual(
      expect.arrayContaining(['consents.json', 'providers.json', join('vault', 'vault.sealed')]),
    );
    for (const [name, bytes] of files) {
      const found = secretsOf(provider, recipient).filter((secret) => bytes.includes(secret));
      expect({ name, found }).toEqual({ name, found: [] });
    }
    await recipient.close();
  });

  it('[S74] is readable by nobody else: files are 0600 and folders 0700 (not on Windows)', async () => {
    const provider = await hostileProvider();
    const recipient = await startRecipient(provider, { keychain: fakeKeychain() });
    await liveThrough(recipient, provider, () => undefined);

    for (const name of ['consents.json', 'providers.json', 'vault', join('vault', 'vault.sealed')]) {
      const facts = await stat(join(recipient.folder, name));
      const expected =
        process.platform === 'win32' ? facts.mode & 0o777 : facts.isDirectory() ? 0o700 : 0o600;
      expect({ name, mode: facts.mode & 0o777 }).toEqual({ name, mode: expected });
    }
    await recipient.close();
  });

  it('does not get into a failure either, when the provider sends it back in an error', async () => {
    const provider = await hostileProvider({
      answers: {
        token: (right) => ({ ...right, status: 400 }),
      },
    });
    const recipient = await startRecipient(provider);

    const flow = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);

    expect(flow.phase).toBe('failed');
    const told = JSON.stringify(flow);
    expect(secretsOf(provider, recipient).filter((secret) => told.includes(secret))).toEqual([]);
    await recipient.close();
  });
});
