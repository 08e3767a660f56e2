import { beforeEach, describe, expect, it } from 'vitest';

import { failingDisk } from '../store/failing-disk';
import { fakeKeychain, NO_KEYCHAIN } from './fake-keychain';
import { DONE, vaultFolder } from './vault-folder';
import { aCredential, someTokens } from './vault-samples';

const LOCKED = { ok: false, error: { kind: 'vault-locked' } };

const { open, files, everythingOnDisk } = vaultFolder();

describe('a vault without a keychain (SECURITY row 71)', () => {
  it.each([
    { because: 'there is none', keychain: NO_KEYCHAIN },
    { because: 'basic_text is none', keychain: fakeKeychain({ backend: 'basic_text' }) },
    { because: 'the ring stays locked', keychain: fakeKeychain({ prefix: 'v10' }) },
  ])('keeps everything in memory and nothing on disk because $because', async ({ keychain }) => {
    const vault = await open({ keychain });
    expect(vault.state()).toEqual({ kind: 'memory', backend: null });

    expect(await vault.credentials.put(aCredential())).toEqual(DONE);
    expect(await vault.tokens.put(someTokens())).toEqual(DONE);

    expect(vault.tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
    expect(await files()).toEqual([]);
    expect((await open({ keychain })).credentials.list()).toEqual({ ok: true, value: [] });
  });

  it('seals what it holds as soon as there is a passphrase', async () => {
    const vault = await open({ keychain: NO_KEYCHAIN });
    await vault.credentials.put(aCredential());

    expect(await vault.setPassphrase('correct horse')).toEqual(DONE);
    expect(vault.state()).toEqual({ kind: 'passphrase', backend: null });
    await vault.tokens.put(someTokens());

    const next = await open({ keychain: NO_KEYCHAIN });
    expect(next.state()).toEqual({ kind: 'locked', backend: null });
    expect(await next.unlock('correct horse')).toEqual(DONE);
    expect(next.state()).toEqual({ kind: 'passphrase', backend: null });
    expect(next.credentials.get('credential-1')).toEqual({ ok: true, value: aCredential() });
    expect(next.tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
  });

  it('refuses a passphrase that is too short', async () => {
    const vault = await open({ keychain: NO_KEYCHAIN });

    expect(await vault.setPassphrase('1234567')).toEqual({
      ok: false,
      error: { kind: 'bad-request', field: 'passphrase' },
    });
    expect(vault.state().kind).toBe('memory');
    expect(await files()).toEqual([]);
  });
});

describe('a vault with a passphrase', () => {
  const PASSPHRASE = 'correct horse';

  beforeEach(async () => {
    const vault = await open({ keychain: NO_KEYCHAIN });
    await vault.tokens.put(someTokens());
    await vault.setPassphrase(PASSPHRASE);
  });

  it('gives nothing, takes nothing and changes nothing while it is locked', async () => {
    const before = await everythingOnDisk();
    const vault = await open();

    expect(vault.tokens.get('connection-1')).toEqual(LOCKED);
    expect(vault.credentials.list()).toEqual(LOCKED);
    expect(await vault.tokens.put(someTokens({ accessToken: 'new' }))).toEqual(LOCKED);
    expect(await vault.credentials.delete('credential-1')).toEqual(LOCKED);
    expect(await vault.setPassphrase('another horse')).toEqual(LOCKED);
    expect(await vault.flush()).toEqual(LOCKED);
    expect(await everythingOnDisk()).toBe(before);
  });

  it('loses nothing by wrong passphrases', async () => {
    const vault = await open();

    for (const wrong of ['', 'Correct horse', 'correct horse ']) {
      expect(await vault.unlock(wrong)).toEqual({ ok: false, error: { kind: 'wrong-passphrase' } });
    }

    expect(vault.state().kind).toBe('locked');
    expect(vault.notices()).toEqual([]);
    expect(await vault.unlock(PASSPHRASE)).toEqual(DONE);
    expect(await vault.unlock('whatever, it is open')).toEqual(DONE);
    expect(vault.tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
  });

  it('opens with the new one only after it was changed, and no file has the old seal', async () => {
    const vault = await open();
    await vault.unlock(PASSPHRASE);
    await vault.tokens.put(someTokens());
    expect(await files()).toEqual(['vault.sealed', 'vault.sealed.previous']);

    expect(await vault.setPassphrase('another horse')).toEqual(DONE);

    expect(await files()).toEqual(['vault.sealed']);
    const next = await open();
    expect(await next.unlock(PASSPHRASE)).toMatchObject({ ok: false });
    expect(await next.unlock('another horse')).toEqual(DONE);
  });

  it('keeps its old seal when the new one cannot be saved', async () => {
    const vault = await open({ disk: failingDisk('rename', 'ENOSPC') });
    await vault.unlock(PASSPHRASE);

    expect(await vault.setPassphrase('another horse')).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });

    expect(vault.state().kind).toBe('passphrase');
    expect(await (await open()).unlock(PASSPHRASE)).toEqual(DONE);
  });

  it('can be begun anew when the passphrase is forgotten, and the old file is kept', async () => {
    const vault = await open();

    expect(await vault.startAfresh()).toEqual(DONE);

    expect(vault.state()).toEqual({ kind: 'keychain', backend: 'gnome_libsecret' });
    expect(vault.tokens.get('connection-1')).toEqual(DONE);
    expect(await files()).toEqual(['vault.sealed.corrupt-20260101T120000Z']);
    expect((await open()).state().kind).toBe('keychain');
  });
});
