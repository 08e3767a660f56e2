import { readFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

import type { CrashSafeDisk } from '../../../main/store/crash-safe-file';
import { watchedDisk } from '../store/failing-disk';
import { fakeKeychain } from './fake-keychain';
import { DONE, vaultFolder } from './vault-folder';
import { aCredential, someTokens } from './vault-samples';

const { path, open, files, everythingOnDisk } = vaultFolder();

describe('a vault with a keychain', () => {
  it('is empty at first and writes nothing until there is something to keep', async () => {
    const vault = await open();

    expect(vault.state()).toEqual({ kind: 'keychain', backend: 'gnome_libsecret' });
    expect(vault.notices()).toEqual([]);
    expect(vault.credentials.list()).toEqual({ ok: true, value: [] });
    expect(vault.tokens.get('connection-1')).toEqual(DONE);
    expect(await files()).toEqual([]);
  });

  it('gives credentials and tokens back at the next start', async () => {
    const vault = await open();
    expect(await vault.credentials.put(aCredential())).toEqual(DONE);
    expect(await vault.tokens.put(someTokens())).toEqual(DONE);

    const next = await open();

    expect(next.state()).toEqual({ kind: 'keychain', backend: 'gnome_libsecret' });
    expect(next.credentials.get('credential-1')).toEqual({ ok: true, value: aCredential() });
    expect(next.tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
  });

  it('shows none of it on disk, in a file 0600 in a folder 0700 (SECURITY rows 72 and 74)', async () => {
    const vault = await open();
    await vault.credentials.put(aCredential());
    await vault.tokens.put(someTokens());

    const onDisk = await everythingOnDisk();
    for (const secret of ['access-token-text', 'refresh-token-text', 'PRIVATE KEY', 'c2VjcmV0IGtleQ']) {
      expect(onDisk).not.toContain(secret);
    }
    expect((await stat(path())).mode & 0o777).toBe(0o700);
    for (const name of await files()) expect((await stat(path(name))).mode & 0o777).toBe(0o600);
  });

  it('writes different bytes when the same is saved twice (SECURITY row 72)', async () => {
    const vault = await open();
    await vault.tokens.put(someTokens());
    const first = await readFile(path('vault.sealed'));
    await vault.tokens.put(someTokens());

    expect(first.equals(await readFile(path('vault.sealed')))).toBe(false);
  });

  it('carries out changes that come at once one by one, and loses none', async () => {
    const vault = await open();
    const ids = Array.from({ length: 20 }, (_, index) => `connection-${index}`);

    const results = await Promise.all(
      ids.map((connectionId) => vault.tokens.put(someTokens({ connectionId }))),
    );

    expect(results).toEqual(ids.map(() => DONE));
    const next = await open();
    for (const connectionId of ids) {
      expect(next.tokens.get(connectionId)).toEqual({ ok: true, value: someTokens({ connectionId }) });
    }
  });

  it('lists credentials oldest first', async () => {
    const vault = await open();
    await vault.credentials.put(aCredential({ credentialId: 'younger', createdAtMs: 2_000 }));
    await vault.credentials.put(aCredential({ credentialId: 'older', createdAtMs: 1_000 }));

    const listed = vault.credentials.list();

    expect(listed.ok && listed.value.map(({ credentialId }) => credentialId)).toEqual(['older', 'younger']);
  });

  it('forgets what was deleted in every generation of the file (SECURITY row 78)', async () => {
    const vault = await open();
    await vault.credentials.put(aCredential());
    await vault.tokens.put(someTokens());

    expect(await vault.credentials.delete('credential-1')).toEqual(DONE);
    expect(await vault.tokens.delete('connection-1')).toEqual(DONE);

    expect(await files()).toEqual(['vault.sealed']);
    const next = await open();
    expect(next.credentials.list()).toEqual({ ok: true, value: [] });
    expect(next.tokens.get('connection-1')).toEqual(DONE);
  });

  it('does not write for the deletion of what it does not have', async () => {
    expect(await (await open()).tokens.delete('nobody')).toEqual(DONE);
    expect(await files()).toEqual([]);
  });

  it('wraps a new key when the same ring answers under a new name', async () => {
    await (await open()).tokens.put(someTokens());
    const renamed = fakeKeychain({ backend: 'gnome_portal' });

    const vault = await open({ keychain: renamed });

    expect(vault.state()).toEqual({ kind: 'keychain', backend: 'gnome_portal' });
    await vault.credentials.put(aCredential());
    const next = await open({ keychain: renamed });
    expect(next.tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
  });
});

describe('a disk that refuses', () => {
  // Fails from the moment `refuseWith` is called, as a disk does that other programs fill.
  function disk(): { readonly disk: CrashSafeDisk; refuseWith(code: string | null): void } {
    let code: string | null = null;
    return {
      disk: watchedDisk(async (step) => {
        if (step === 'writeFile' && code !== null) throw Object.assign(new Error(code), { code });
      }),
      refuseWith: (next) => (code = next),
    };
  }

  it('holds on to a rotated refresh token, says so, and saves it when it can', async () => {
    const faulty = disk();
    const heard: boolean[] = [];
    const vault = await open({ disk: faulty.disk, onUnsaved: (hasUnsaved) => heard.push(hasUnsaved) });
    await vault.tokens.put(someTokens());
    const rotated = someTokens({ accessToken: 'access-2', refreshToken: 'refresh-2' });

    faulty.refuseWith('ENOSPC');
    expect(await vault.tokens.put(rotated)).toEqual({ ok: false, error: { kind: 'storage-full' } });

    expect(vault.tokens.get('connection-1')).toEqual({ ok: true, value: rotated });
    expect(vault.hasUnsaved()).toBe(true);
    expect((await open()).tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
    expect(await vault.flush()).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect(heard).toEqual([true]);

    faulty.refuseWith(null);
    expect(await vault.flush()).toEqual(DONE);
    expect(vault.hasUnsaved()).toBe(false);
    expect(heard).toEqual([true, false]);
    expect((await open()).tokens.get('connection-1')).toEqual({ ok: true, value: rotated });
  });

  it('saves held tokens together with the next change', async () => {
    const faulty = disk();
    const vault = await open({ disk: faulty.disk });
    faulty.refuseWith('EIO');
    expect(await vault.tokens.put(someTokens())).toEqual({
      ok: false,
      error: { kind: 'storage-failed', code: 'EIO' },
    });
    faulty.refuseWith(null);

    expect(await vault.credentials.put(aCredential())).toEqual(DONE);

    expect((await open()).tokens.get('connection-1')).toEqual({ ok: true, value: someTokens() });
  });

  it('forgets deleted tokens at once, and in the earlier generation as soon as it can', async () => {
    const faulty = disk();
    const vault = await open({ disk: faulty.disk });
    await vault.tokens.put(someTokens());
    faulty.refuseWith('ENOSPC');
    expect(await vault.tokens.delete('connection-1')).toMatchObject({ ok: false });
    expect(vault.tokens.get('connection-1')).toEqual(DONE);
    faulty.refuseWith(null);

    await vault.credentials.put(aCredential());

    expect(await files()).toEqual(['vault.sealed']);
    expect((await open()).tokens.get('connection-1')).toEqual(DONE);
  });

  it('does not hold a credential that it could not save, and still holds one that it could not remove', async () => {
    const faulty = disk();
    const vault = await open({ disk: faulty.disk });
    await vault.credentials.put(aCredential());
    faulty.refuseWith('ENOSPC');

    expect(await vault.credentials.put(aCredential({ credentialId: 'second' }))).toMatchObject({ ok: false });
    expect(await vault.credentials.delete('credential-1')).toMatchObject({ ok: false });

    expect(vault.credentials.list()).toEqual({ ok: true, value: [aCredential()] });
    expect(vault.hasUnsaved()).toBe(false);
  });
});
