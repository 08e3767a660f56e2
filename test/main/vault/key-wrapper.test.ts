import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import type { Keychain } from '../../../main/ports/keychain';
import {
  keychainWrapper,
  type KeyWrapper,
  passphraseWrapper,
  usableBackend,
  type Wrapping,
} from '../../../main/vault/key-wrapper';
import { fakeKeychain, NO_KEYCHAIN } from './fake-keychain';

const DATA_KEY = randomBytes(32);
const LOW_COST = { log2Cost: 10, blockSize: 8, parallelism: 1 };
const throws = (): never => {
  throw new Error('the ring does not answer');
};

const byPassphrase = (passphrase: string) => passphraseWrapper(passphrase, randomBytes, LOW_COST);

async function wrap(wrapper: KeyWrapper): Promise<Wrapping> {
  const wrapped = await wrapper.wrap(DATA_KEY);
  if (!wrapped.ok) throw new Error(wrapped.error);
  return wrapped.value;
}

describe('a key wrapped by the keychain', () => {
  it('comes back, and its wrapping names the keychain', async () => {
    const wrapper = keychainWrapper(fakeKeychain());
    const wrapped = await wrap(wrapper);

    expect(wrapped).toMatchObject({ kind: 'keychain', backend: 'gnome_libsecret' });
    expect(await wrapper.unwrap(wrapped)).toEqual({ ok: true, value: DATA_KEY });
  });

  const cases: readonly { because: string; keychain: Keychain }[] = [
    { because: 'there is no keychain', keychain: NO_KEYCHAIN },
    {
      because: 'basic_text is a password that everybody knows',
      keychain: fakeKeychain({ backend: 'basic_text' }),
    },
    { because: 'nobody knows yet which one it is', keychain: fakeKeychain({ backend: 'unknown' }) },
    { because: 'it has no name', keychain: fakeKeychain({ backend: '' }) },
    { because: 'it is not available', keychain: fakeKeychain({ isAvailable: false }) },
    { because: 'it cannot be asked', keychain: { ...fakeKeychain(), backend: throws } },
    { because: 'it throws when it encrypts', keychain: { ...fakeKeychain(), encrypt: throws } },
    {
      because: 'it does not give back what it encrypts',
      keychain: { ...fakeKeychain(), decrypt: () => 'else' },
    },
    {
      because: 'a locked gnome ring fell back to the known password',
      keychain: fakeKeychain({ prefix: 'v10' }),
    },
    {
      because: 'a locked KWallet fell back to the known password',
      keychain: fakeKeychain({ backend: 'kwallet6', prefix: 'v10' }),
    },
  ];
  it.each(cases)('is not made because $because (SECURITY row 71)', async ({ keychain }) => {
    expect(await keychainWrapper(keychain).wrap(DATA_KEY)).toEqual({ ok: false, error: 'not-available' });
  });

  it('trusts v10 where it does not mean the known password, as on macOS', async () => {
    const wrapper = keychainWrapper(fakeKeychain({ backend: 'keychain', prefix: 'v10' }));

    expect(await wrapper.wrap(DATA_KEY)).toMatchObject({ ok: true });
  });

  it.each([
    { because: 'the keychain is gone', keychain: NO_KEYCHAIN, error: 'not-available' },
    {
      because: 'only basic_text is left',
      keychain: fakeKeychain({ backend: 'basic_text' }),
      error: 'not-available',
    },
    { because: 'it is another ring', keychain: fakeKeychain({ ring: 'other' }), error: 'refused' },
    {
      because: 'what came back is no key',
      keychain: { ...fakeKeychain(), decrypt: () => 'c2hvcnQ=' },
      error: 'refused',
    },
  ])('does not come back because $because', async ({ keychain, error }) => {
    const wrapped = await wrap(keychainWrapper(fakeKeychain()));

    expect(await keychainWrapper(keychain).unwrap(wrapped)).toEqual({ ok: false, error });
  });

  it('names the keychain only when it can be used', () => {
    expect(usableBackend(fakeKeychain())).toBe('gnome_libsecret');
    expect(usableBackend(fakeKeychain({ backend: 'basic_text' }))).toBeNull();
  });
});

describe('a key wrapped by a passphrase', () => {
  it('comes back with the same passphrase, and salt and cost are stored', async () => {
    const wrapped = await wrap(byPassphrase('correct horse'));

    expect(wrapped).toMatchObject({ kind: 'passphrase', ...LOW_COST });
    expect(await byPassphrase('correct horse').unwrap(wrapped)).toEqual({ ok: true, value: DATA_KEY });
  });

  it('comes back at its own cost after the default was raised', async () => {
    const wrapped = await wrap(byPassphrase('correct horse'));
    const later = passphraseWrapper('correct horse', randomBytes, { ...LOW_COST, log2Cost: 12 });

    expect(await later.unwrap(wrapped)).toEqual({ ok: true, value: DATA_KEY });
  });

  it('does not depend on how a keyboard spells an accent', async () => {
    const wrapped = await wrap(byPassphrase('caf\u00e9 cr\u00e8me'));

    expect(await byPassphrase('cafe\u0301 cre\u0300me').unwrap(wrapped)).toMatchObject({ ok: true });
  });

  it('never looks the same twice', async () => {
    expect(await wrap(byPassphrase('correct horse'))).not.toEqual(await wrap(byPassphrase('correct horse')));
  });

  it.each([
    { because: 'it is another passphrase', change: {}, passphrase: 'wrong horse' },
    { because: 'the cost was lowered', change: { log2Cost: 11 }, passphrase: 'correct horse' },
    {
      because: 'the salt was changed',
      change: { salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
      passphrase: 'correct horse',
    },
    { because: 'the wrapped key was cut', change: { wrappedKey: 'AAAA' }, passphrase: 'correct horse' },
  ])('is refused because $because', async ({ change, passphrase }) => {
    const wrapped = await wrap(byPassphrase('correct horse'));

    const result = await byPassphrase(passphrase).unwrap({ ...wrapped, ...change } as Wrapping);

    expect(result).toEqual({ ok: false, error: 'refused' });
  });

  it('is not mistaken for one of the keychain, nor the other way round', async () => {
    const keychain = keychainWrapper(fakeKeychain());

    expect(await keychain.unwrap(await wrap(byPassphrase('correct horse')))).toMatchObject({ ok: false });
    expect(await byPassphrase('correct horse').unwrap(await wrap(keychain))).toMatchObject({ ok: false });
  });
});
