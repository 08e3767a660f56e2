import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { createCredential } from '../../main/credentials/create-credential';
import { connect, DRAFT, draftAt, importKey, keyOf, Opened, save, USUAL } from '../helpers/chosen-key';

const opened = new Opened();
afterEach(() => opened.close());

describe('a key that cannot be chosen', () => {
  it.each([
    { reason: 'not-held', because: 'it was deleted meanwhile' },
    { reason: 'ended', because: 'its certificate has ended' },
  ] as const)('is refused as $reason because $because, and nothing is saved', async ({ reason }) => {
    const { recipient, window } = await opened.recipient();
    const nowMs = Date.now();
    const ended = await createCredential({ nowMs, commonName: 'Ended', kind: 'ec-p256' });
    await recipient.services.vault.credentials.put({ ...ended, expiresAtMs: nowMs - 1 });
    const credentialId = reason === 'ended' ? ended.credentialId : 'nobody';

    expect(
      await window.ask('saveProvider', {
        providerId: null,
        draft: DRAFT,
        key: { kind: 'held', credentialId },
      }),
    ).toEqual({ ok: false, error: { kind: 'key-unusable', reason } });
    expect(await window.get('listProviders', {})).toEqual([]);
  });
});

describe('another key for a provider with consents', () => {
  it('[S33] gets the access anew where the provider knows both keys, and the consent is read again (RFC 8705 section 3)', async () => {
    const [first, second] = [await keyOf('ec-p256'), await keyOf('rsa-2048')];
    const provider = await opened.provider(USUAL, { jwks: [first.jwk, second.jwk] });
    const { recipient, window } = await opened.recipient();
    const credentialId = await importKey(window, first.pem);
    const draft = draftAt(provider, USUAL);
    const { providerId } = await save(window, draft, { kind: 'held', credentialId });
    const { connectionId } = await connect(recipient, providerId, provider);

    const other = await importKey(window, second.pem);
    await window.get('saveProvider', { providerId, draft, key: { kind: 'held', credentialId: other } });
    const read = await window.get('readConsentAgain', { connectionId: connectionId ?? '' });

    expect(read).toMatchObject({ status: 'ACTIVE', access: 'held' });
    const refreshes = provider.forms.filter(({ form }) => form.get('grant_type') === 'refresh_token');
    expect(refreshes).toHaveLength(1);
    expect(provider.fdxAnswers.filter((answer) => answer.endsWith(' 401'))).toHaveLength(1);
    const tokens = recipient.services.vault.tokens.get(connectionId ?? '');
    expect(tokens).toMatchObject({ value: { credentialId: other } });
  });

  it('loses no access where the provider does not know it: back to the old key, the consent is read', async () => {
    const first = await keyOf('ec-p256');
    const provider = await opened.provider(USUAL, { jwks: [first.jwk] });
    const { recipient, window } = await opened.recipient();
    const credentialId = await importKey(window, first.pem);
    const draft = draftAt(provider, USUAL);
    const { providerId } = await save(window, draft, { kind: 'held', credentialId });
    const connection = { connectionId: (await connect(recipient, providerId, provider)).connectionId ?? '' };

    await window.get('saveProvider', { providerId, draft, key: { kind: 'new' } });
    expect(await window.ask('readConsentAgain', connection)).toMatchObject({ ok: false });
    await window.get('saveProvider', { providerId, draft, key: { kind: 'held', credentialId } });

    expect(await window.get('readConsentAgain', connection)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('the keys are locked', () => {
  it('and a provider is saved all the same: its key is decided once they are open', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
    opened.later(() => rm(folder, { recursive: true }));
    const before = await opened.recipient({ folder });
    const known = await save(before.window, { ...DRAFT, name: 'Known before' }, { kind: 'new' });
    await before.window.get('setPassphrase', { passphrase: 'a passphrase of a test' });
    await before.recipient.close();
    const { recipient, window } = await opened.recipient({ folder });
    const keyIdOf = (providerId: string) => recipient.services.profiles.get(providerId)?.credentialId;
    const keyId = keyIdOf(known.providerId);

    expect(await window.ask('listCredentials', {})).toMatchObject({ error: { kind: 'vault-locked' } });
    const added = await save(window, DRAFT, { kind: 'keep' });
    const { providerId: knownId } = known;
    await window.get('saveProvider', { providerId: knownId, draft: DRAFT, key: { kind: 'keep' } });
    expect(
      await window.ask('saveProvider', { providerId: null, draft: DRAFT, key: { kind: 'new' } }),
    ).toEqual({ ok: false, error: { kind: 'vault-locked' } });

    await window.get('unlockVault', { passphrase: 'a passphrase of a test' });
    const { providerId } = added;
    expect(await window.get('getProviderDetail', { providerId })).toMatchObject({
      key: { state: 'missing', names: null },
      registrationPack: null,
    });
    expect(await window.ask('registerProvider', { providerId })).toEqual({
      ok: false,
      error: { kind: 'key-unusable', reason: 'not-held' },
    });
    await window.get('saveProvider', { providerId, draft: DRAFT, key: { kind: 'new' } });
    expect(await window.get('getProviderDetail', { providerId })).toMatchObject({ key: { state: 'held' } });
    expect(keyIdOf(known.providerId)).toBe(keyId);
  });
});

describe('the key of a provider that is deleted', () => {
  it('[S78] goes with it when it was made for it alone', async () => {
    const { window } = await opened.recipient();
    const { providerId } = await save(window, DRAFT, { kind: 'new' });

    expect(await window.get('getProviderDetail', { providerId })).toMatchObject({
      key: { isDeletedToo: true },
    });
    await window.get('deleteProvider', { providerId });

    expect(await window.get('listCredentials', {})).toEqual([]);
  });

  it('stays where the person imported or made it, and while a duplicate or another provider uses it', async () => {
    const { window } = await opened.recipient();
    const imported = await importKey(window, (await keyOf('ec-p256')).pem);
    const { credentialId: made } = await window.get('createCredential', { kind: 'ec-p256', name: 'Mine' });
    const first = await save(window, DRAFT, { kind: 'held', credentialId: imported });
    const second = await save(window, DRAFT, { kind: 'held', credentialId: made });
    const third = await save(window, DRAFT, { kind: 'new' });
    await window.get('duplicateProvider', { providerId: third.providerId, name: 'A copy' });

    for (const { providerId } of [first, second, third]) {
      expect(await window.get('getProviderDetail', { providerId })).toMatchObject({
        key: { isDeletedToo: false },
      });
      await window.get('deleteProvider', { providerId });
    }

    expect(await window.get('listCredentials', {})).toMatchObject([
      { usedBy: [] },
      { usedBy: [] },
      { usedBy: [{ name: 'A copy' }] },
    ]);
  });
});
