import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { PortUnavailable } from '../../sandbox/listeners';
import { sandboxBank, startTestBank } from '../helpers/sandbox-bank';
import { obtainConsent } from './consent-to-accounts';
import { TestClient } from './test-client';

async function stateFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-bank-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a bank with a state folder', () => {
  it('is the same bank after a restart: address, certificate, clients, tokens, consents', async () => {
    const stateDir = await stateFolder();
    const before = await startTestBank({ stateDir });
    const client = await TestClient.register(before.descriptor);
    const { accessToken, refreshToken, grantId } = await obtainConsent(client);
    await before.close();

    const after = await sandboxBank({ stateDir });
    const again = await TestClient.at(after.descriptor, client.credential, client.clientId);

    expect(after.descriptor).toEqual(before.descriptor);
    expect(await again.fdx('/accounts', accessToken)).toMatchObject({ status: 200 });
    expect(await again.fdx(`/consents/${grantId}`, accessToken)).toMatchObject({
      body: { status: 'ACTIVE' },
    });
    expect(await again.refresh(refreshToken)).toMatchObject({ status: 200, body: { grant_id: grantId } });
  });

  it('remembers an answer that it gave, even when it is killed right after', async () => {
    const stateDir = await stateFolder();
    const killed = await startTestBank({ stateDir });
    onTestFinished(() => killed.close());
    const client = await TestClient.register(killed.descriptor);
    const { grantId, accessToken } = await obtainConsent(client);
    await client.fdx(`/consents/${grantId}/revocation`, accessToken, { method: 'PUT', json: {} });

    // not closed: the second bank sees only what was on disk when the answers went out
    const after = await sandboxBank({ stateDir, port: 0, mtlsPort: 0 });
    const again = await TestClient.at(after.descriptor, client.credential, client.clientId);

    const consent = await again.fdx(`/consents/${grantId}`, await again.ownToken());
    expect(consent.body).toMatchObject({ status: 'REVOKED' });
  });

  it('lets nobody else read its files, and keeps no token in them', async () => {
    const stateDir = await stateFolder();
    const { descriptor } = await sandboxBank({ stateDir });
    const client = await TestClient.register(descriptor);
    const { accessToken, refreshToken } = await obtainConsent(client);

    const files = await readdir(stateDir);
    expect(files.sort()).toEqual(['identity.json', 'records.json']);
    for (const file of files) {
      expect((await stat(join(stateDir, file))).mode & 0o077).toBe(0);
    }
    const records = await readFile(join(stateDir, 'records.json'), 'utf8');
    expect(records).not.toContain(accessToken);
    expect(records).not.toContain(refreshToken);
  });

  it.each([
    { file: 'records.json', content: '{"version":1,"records":', because: 'it was cut off', word: 'records' },
    {
      file: 'records.json',
      content: '{"version":7,"records":{}}',
      because: 'it is of another version',
      word: 'records',
    },
    { file: 'identity.json', content: '', because: 'it is empty', word: 'keys' },
    { file: 'identity.json', content: '{"version":1}', because: 'it lacks the keys', word: 'keys' },
  ])('moves $file aside and says so when $because', async ({ file, content, word }) => {
    const stateDir = await stateFolder();
    await (await startTestBank({ stateDir })).close();
    await writeFile(join(stateDir, file), content);

    const { sentences, descriptor } = await sandboxBank({ stateDir });

    expect(sentences).toEqual([expect.stringContaining(`The bank's ${word} could not be read`)]);
    const aside = (await readdir(stateDir)).find((name) => name.startsWith(`${file}.unreadable-`));
    expect(await readFile(join(stateDir, aside ?? ''), 'utf8')).toBe(content);
    expect(await TestClient.register(descriptor)).toBeInstanceOf(TestClient);
  });

  it('gets a new certificate before the old one ends', async () => {
    const stateDir = await stateFolder();
    const first = await startTestBank({ stateDir });
    await first.close();
    const { clock } = first;
    clock.advance(390 * 86_400_000);

    const later = await sandboxBank({ stateDir, clock });

    expect(later.descriptor.issuer).toBe(first.descriptor.issuer);
    expect(later.descriptor.certificateSha256).not.toBe(first.descriptor.certificateSha256);
    expect(later.sentences).toEqual([expect.stringContaining('certificate was about to expire')]);
  });
});

describe('a bank without a state folder', () => {
  it('is another bank each time', async () => {
    const [one, other] = [await sandboxBank(), await sandboxBank()];

    expect(one.descriptor.certificateSha256).not.toBe(other.descriptor.certificateSha256);
    expect(one.descriptor.certificateSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a port that is taken', () => {
  it('is said in a sentence, and nothing stays open', async () => {
    const { descriptor } = await sandboxBank();
    const taken = Number(new URL(descriptor.issuer).port);

    await expect(startTestBank({ port: taken })).rejects.toThrow(PortUnavailable);
    await expect(startTestBank({ mtlsPort: taken })).rejects.toThrow(
      `Port ${taken} is taken by another program. Choose another one, or 0 for any.`,
    );
  });
});
