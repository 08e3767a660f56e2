import { createCipheriv, createDecipheriv, scrypt, type ScryptOptions } from 'node:crypto';
import { z } from 'zod';

import { fail, ok, type Result } from '../../preload/contract/result';
import type { Keychain } from '../ports/keychain';

/** Bytes from a cryptographic source; passed in so that a test can fix them. */
export type RandomBytes = (byteCount: number) => Uint8Array;

/** What scrypt costs: 128 × blockSize × 2^log2Cost bytes of memory. */
export interface ScryptCost {
  readonly log2Cost: number;
  readonly blockSize: number;
  readonly parallelism: number;
}

/** 128 MiB and some tenths of a second at each unlock. @see OWASP Password Storage Cheat Sheet, scrypt */
export const DEFAULT_SCRYPT_COST: ScryptCost = { log2Cost: 17, blockSize: 8, parallelism: 1 };

/** A data key in its wrapping, as the header of a sealed file stores it. Bounds keep a forged cost from eating memory. */
export const wrapping = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keychain'), backend: z.string().min(1).max(64), wrappedKey: z.base64() }),
  z.strictObject({
    kind: z.literal('passphrase'),
    salt: z.base64().length(24),
    log2Cost: z.int().min(10).max(20),
    blockSize: z.int().min(1).max(16),
    parallelism: z.int().min(1).max(4),
    wrappedKey: z.base64(),
  }),
]);

export type Wrapping = z.infer<typeof wrapping>;

/** `not-available`: there is no such wrapper here. `refused`: it is there, but this was not wrapped by it. */
export type WrapRefusal = 'not-available' | 'refused';

/** Keeps a data key safe between two starts. */
export interface KeyWrapper {
  wrap(dataKey: Uint8Array): Promise<Result<Wrapping, WrapRefusal>>;
  unwrap(wrapped: Wrapping): Promise<Result<Uint8Array, WrapRefusal>>;
}

const DATA_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 16;

/** `basic_text` is Chromium's name for encryption with a password that anybody can look up in its source. */
const NO_KEYCHAINS = new Set(['basic_text', 'unknown', '']);

/** Keychains of Linux, where Chromium falls back to that password without a word if the ring stays locked. */
const LINUX_KEYCHAIN = /^(gnome|kwallet)/;

/** The keychain's name when it can be trusted with a key, else null. */
export function usableBackend(keychain: Keychain): string | null {
  try {
    const backend = keychain.backend();
    return backend === null || NO_KEYCHAINS.has(backend) || !keychain.isAvailable() ? null : backend;
  } catch {
    return null; // a keychain that cannot even be asked is none
  }
}

/** Wraps by the system's keychain. What it can't read back at once it is not trusted with. */
export function keychainWrapper(keychain: Keychain): KeyWrapper {
  return {
    wrap: async (dataKey) => {
      const backend = usableBackend(keychain);
      if (backend === null) return fail('not-available');
      const text = Buffer.from(dataKey).toString('base64');
      try {
        const wrapped = keychain.encrypt(text);
        if (isWrappedByNobody(backend, wrapped) || keychain.decrypt(wrapped) !== text)
          return fail('not-available');
        return ok({ kind: 'keychain', backend, wrappedKey: Buffer.from(wrapped).toString('base64') });
      } catch {
        return fail('not-available');
      }
    },
    unwrap: async (wrapped) => {
      if (wrapped.kind !== 'keychain') return fail('refused');
      if (usableBackend(keychain) === null) return fail('not-available');
      try {
        const text = keychain.decrypt(Buffer.from(wrapped.wrappedKey, 'base64'));
        const dataKey = Buffer.from(text, 'base64');
        return dataKey.length === DATA_KEY_BYTES ? ok(dataKey) : fail('refused');
      } catch {
        return fail('refused');
      }
    },
  };
}

/**
 * Wraps by a key that scrypt makes of the person's passphrase.
 *
 * @param cost of new wrappings; an existing one says its own
 * @see RFC 7914 section 2 (scrypt parameters); NIST SP 800-63B section 5.1.1.2 (normalisation)
 */
export function passphraseWrapper(passphrase: string, random: RandomBytes, cost: ScryptCost): KeyWrapper {
  return {
    wrap: async (dataKey) => {
      const salt = random(SALT_BYTES);
      const iv = random(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv);
      const wrapped = [cipher.update(dataKey), cipher.final()];
      return ok({
        kind: 'passphrase',
        salt: Buffer.from(salt).toString('base64'),
        ...cost,
        wrappedKey: Buffer.concat([iv, cipher.getAuthTag(), ...wrapped]).toString('base64'),
      });
    },
    unwrap: async (wrapped) => {
      if (wrapped.kind !== 'passphrase') return fail('refused');
      const key = await stretch(passphrase, Buffer.from(wrapped.salt, 'base64'), wrapped);
      return unwrapBy(key, Buffer.from(wrapped.wrappedKey, 'base64'));
    },
  };
}

function unwrapBy(key: Uint8Array, wrapped: Buffer): Result<Uint8Array, WrapRefusal> {
  if (wrapped.length !== IV_BYTES + TAG_BYTES + DATA_KEY_BYTES) return fail('refused');
  const iv = wrapped.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]));
  } catch {
    return fail('refused'); // the tag does not match: another passphrase
  }
}

// On a thread of libuv's pool, so the window stays alive meanwhile.
function stretch(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  const { log2Cost, blockSize, parallelism } = cost;
  const options: ScryptOptions = {
    cost: 2 ** log2Cost,
    blockSize,
    parallelization: parallelism,
    maxmem: 256 * blockSize * 2 ** log2Cost, // twice what scrypt needs; Node's own limit is 32 MiB
  };
  return new Promise((resolve, reject) => {
    // Two keyboards may spell one "é" differently; NFKC makes them one passphrase.
    scrypt(passphrase.normalize('NFKC'), salt, DATA_KEY_BYTES, options, (problem, key) =>
      problem === null ? resolve(key) : reject(problem),
    );
  });
}

// OSCrypt on Linux begins a ciphertext with v10 when it used the built-in password and v11 when it used the ring.
function isWrappedByNobody(backend: string, wrapped: Uint8Array): boolean {
  return LINUX_KEYCHAIN.test(backend) && Buffer.from(wrapped.subarray(0, 3)).toString('latin1') === 'v10';
}
