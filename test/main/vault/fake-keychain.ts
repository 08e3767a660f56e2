import { createHash } from 'node:crypto';

import type { Keychain } from '../../../main/ports/keychain';

/** How a keychain of a test differs from a good one. */
export interface FakeKeychainFacts {
  /** Which ring: another name cannot open what this one sealed. */
  readonly ring?: string;
  readonly backend?: string | null;
  readonly isAvailable?: boolean;
  /** What its ciphertext begins with on Linux. */
  readonly prefix?: 'v10' | 'v11';
  /** Like a cipher without a checksum: opens anything, and gives back nonsense. */
  readonly isWithoutChecksum?: boolean;
}

/** A keychain in memory: a different ring gives different bytes, as another login keyring does. */
export function fakeKeychain(facts: FakeKeychainFacts = {}): Keychain {
  const { ring = 'login', backend = 'gnome_libsecret', isAvailable = true, prefix = 'v11' } = facts;
  const pad = (length: number) =>
    Buffer.concat(
      Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
        createHash('sha256').update(`${ring} ${block}`).digest(),
      ),
    );
  const turn = (bytes: Uint8Array) => {
    const key = pad(bytes.length);
    return Buffer.from(bytes.map((byte, index) => byte ^ key[index]!));
  };
  return {
    backend: () => backend,
    isAvailable: () => isAvailable,
    encrypt: (text) => Buffer.concat([Buffer.from(prefix), turn(Buffer.from(`ok:${text}`, 'utf8'))]),
    decrypt: (bytes) => {
      const text = turn(bytes.subarray(3)).toString('latin1');
      if (facts.isWithoutChecksum === true) return Buffer.alloc(32, text).toString('base64');
      if (!text.startsWith('ok:')) throw new Error('this keychain did not encrypt it');
      return text.slice(3);
    },
  };
}

/** Where there is none at all, as in a container. */
export const NO_KEYCHAIN = fakeKeychain({ backend: null, isAvailable: false });
