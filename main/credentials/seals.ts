import { createDecipheriv, createHash, pbkdf2, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

import type { PemSeal } from '../security/pem';

/*
 * What files are sealed with. This file and `archive` alone use node-forge, and for import only: nothing is ever
 * sealed with it. Loaded on demand, because few people need it.
 *
 * Not left to the TLS library, because Electron's and Node's know different seals, and neither knows all.
 */

export type Asn1 = forge.asn1.Asn1;

/** Opens what is sealed. @returns null where the passphrase does not open it */
export type Open = (sealed: Buffer, passphrase: string) => Promise<Buffer | null>;

interface Cipher {
  readonly keyBytes: number;
  readonly ivBytes: number;
  /** @throws where the key is another */
  readonly open: (key: Buffer, iv: Buffer, sealed: Buffer) => Buffer;
}

/** More rounds than anybody asks of a person's computer; they would only stop the app. */
const MAX_ROUNDS = 20_000_000;
const MAX_SCRYPT_BYTES = 512 * 1024 * 1024;

const TRIPLE_DES = nodeCipher('des-ede3-cbc', 24, 8);
const AES = (bits: number) => nodeCipher(`aes-${bits}-cbc`, bits / 8, 16);
const DES: Cipher = {
  keyBytes: 8,
  ivBytes: 8,
  open: (key, iv, sealed) => {
    const cipher = forge.cipher.createDecipher('DES-CBC', binary(key));
    cipher.start({ iv: binary(iv) });
    cipher.update(forge.util.createBuffer(binary(sealed)));
    if (!cipher.finish()) throw new RangeError('the padding is another');
    return bytesOf(cipher.output.getBytes());
  },
};
const RC2 = (bits: number): Cipher => ({
  keyBytes: bits / 8,
  ivBytes: 8,
  open: (key, iv, sealed) => {
    const cipher = forge.rc2.createDecryptionCipher(binary(key), bits);
    cipher.start(binary(iv));
    cipher.update(forge.util.createBuffer(binary(sealed)));
    if (!cipher.finish()) throw new RangeError('the padding is another');
    return bytesOf(cipher.output.getBytes());
  },
});
const TWO_KEY_DES: Cipher = {
  ...TRIPLE_DES,
  keyBytes: 16,
  open: (key, iv, sealed) => TRIPLE_DES.open(Buffer.concat([key, key.subarray(0, 8)]), iv, sealed),
};

/** @see RFC 8018 appendix B.2; RFC 3565 section 4.1 */
const CIPHERS: ReadonlyMap<string, Cipher> = new Map([
  ['2.16.840.1.101.3.4.1.2', AES(128)],
  ['2.16.840.1.101.3.4.1.22', AES(192)],
  ['2.16.840.1.101.3.4.1.42', AES(256)],
  ['1.2.840.113549.3.7', TRIPLE_DES],
  ['1.3.14.3.2.7', DES],
]);

/** @see RFC 8018 appendix B.1 */
const HMACS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.840.113549.2.13', 'sha512-256'],
]);

/** @see RFC 7292 appendix C */
const PKCS12_SEALS: ReadonlyMap<string, Cipher> = new Map([
  ['1.2.840.113549.1.12.1.3', TRIPLE_DES],
  ['1.2.840.113549.1.12.1.4', TWO_KEY_DES],
  ['1.2.840.113549.1.12.1.5', RC2(128)],
  ['1.2.840.113549.1.12.1.6', RC2(40)],
]);

/** @see RFC 8018 section 6.1 and appendix A.3 */
const PBES1_SEALS: ReadonlyMap<string, { readonly hash: 'md5' | 'sha1'; readonly cipher: Cipher }> = new Map([
  ['1.2.840.113549.1.5.3', { hash: 'md5', cipher: DES }],
  ['1.2.840.113549.1.5.6', { hash: 'md5', cipher: RC2(64) }],
  ['1.2.840.113549.1.5.10', { hash: 'sha1', cipher: DES }],
  ['1.2.840.113549.1.5.11', { hash: 'sha1', cipher: RC2(64) }],
]);

/** As OpenSSL spells them. */
const TRADITIONAL_SEALS: ReadonlyMap<string, Cipher> = new Map([
  ['AES-128-CBC', AES(128)],
  ['AES-192-CBC', AES(192)],
  ['AES-256-CBC', AES(256)],
  ['DES-EDE3-CBC', TRIPLE_DES],
  ['DES-CBC', DES],
]);

/**
 * How to open what an AlgorithmIdentifier says that it is sealed with. PBES2 takes the passphrase as UTF-8, the
 * seals of PKCS#12 as BMPString.
 *
 * @returns null for a seal that nobody here knows
 * @see RFC 8018 section 6.2; RFC 7292 appendix B; RFC 7914 section 7 (scrypt)
 */
export function openerOf(algorithm: Asn1): Open | null {
  const [oid, parameters] = read(algorithm);
  if (oid === '1.2.840.113549.1.5.13') return pbes2(parameters);
  const pkcs12 = PKCS12_SEALS.get(oid);
  const pbes1 = PBES1_SEALS.get(oid);
  const [salt, rounds] = parts(parameters);
  if (salt === undefined || rounds === undefined || number(rounds) > MAX_ROUNDS) return null;
  if (pkcs12 !== undefined) return byPkcs12(pkcs12, octets(salt), number(rounds));
  return pbes1 === undefined ? null : byPbes1(pbes1.hash, pbes1.cipher, octets(salt), number(rounds));
}

/** How to open a traditional key. @returns null for a seal that nobody here knows @see RFC 1421 section 4.6.1.3 */
export function traditionalOpener({ cipher: name, iv }: PemSeal): Open | null {
  const cipher = TRADITIONAL_SEALS.get(name);
  const start = Buffer.from(iv, 'hex');
  if (cipher === undefined || start.length !== cipher.ivBytes) return null;
  return attempt((sealed, passphrase) => {
    let key = Buffer.alloc(0);
    for (let last = key; key.length < cipher.keyBytes; key = Buffer.concat([key, last]))
      last = createHash('md5').update(last).update(passphrase, 'utf8').update(start.subarray(0, 8)).digest();
    return cipher.open(key.subarray(0, cipher.keyBytes), start, sealed);
  });
}

/** The number of an algorithm, or its name where people know it by that. */
export function nameOfSeal(algorithm: Asn1): string {
  const [oid, parameters] = read(algorithm);
  const [kdf, cipher] = parts(parameters);
  const isPbes2 = oid === '1.2.840.113549.1.5.13' && kdf !== undefined && cipher !== undefined;
  const inner = isPbes2 ? read(cipher)[0] : oid;
  return ODD_SEALS.find(([begin]) => inner.startsWith(begin))?.[1] ?? inner.slice(0, 60);
}

const ODD_SEALS: ReadonlyArray<readonly [string, string]> = [
  ['1.2.410.200046.1.1', 'ARIA'],
  ['1.2.410.200004.1', 'SEED'],
  ['1.2.392.200011.61.1.1.1', 'Camellia'],
  ['1.2.156.10197.1.104', 'SM4'],
  ['1.2.840.113549.1.12.1.1', 'RC4'],
  ['1.2.840.113549.1.12.1.2', 'RC4'],
  ['2.16.840.1.101.3.4.1', 'AES in another mode than CBC'],
];

/** Makes the key of a MAC, or of a seal. @returns null for a function that nobody here knows */
export function derivation(
  kdf: Asn1,
  usualBytes: number | null,
): ((passphrase: string) => Promise<Buffer>) | null {
  const [oid, parameters] = read(kdf);
  const [salt, ...rest] = parts(parameters);
  if (salt === undefined) return null;
  const numbers = rest.filter((one) => String(one.type) === String(forge.asn1.Type.INTEGER)).map(number);
  if (oid === '1.3.6.1.4.1.11591.4.11') {
    const [N = 0, r = 0, p = 0, bytes = usualBytes] = numbers;
    if (bytes === null || 128 * N * r > MAX_SCRYPT_BYTES || p > 64) return null;
    const cost = { N, r, p, maxmem: 2 * MAX_SCRYPT_BYTES };
    return (passphrase) => byScrypt(passphrase, octets(salt), bytes, cost);
  }
  if (oid !== '1.2.840.113549.1.5.12') return null;
  const [rounds = 0, bytes = usualBytes] = numbers;
  const prf = rest.find((one) => String(one.type) === String(forge.asn1.Type.SEQUENCE));
  const hash = prf === undefined ? 'sha1' : HMACS.get(read(prf)[0]);
  if (hash === undefined || bytes === null || rounds > MAX_ROUNDS) return null;
  return (passphrase) =>
    promisify(pbkdf2)(Buffer.from(passphrase, 'utf8'), octets(salt), rounds, bytes, hash);
}

/** The hash of an HMAC by its number. */
export function hmacOf(oid: string): string | undefined {
  return HMACS.get(oid);
}

/** An AlgorithmIdentifier: its number, and its parameters. */
export function read(algorithm: Asn1): readonly [string, Asn1 | undefined] {
  const [oid, parameters] = parts(algorithm);
  return [oid === undefined ? '' : forge.asn1.derToOid(binary(octets(oid))), parameters];
}

export function parts(value: Asn1 | undefined): readonly Asn1[] {
  return Array.isArray(value?.value) ? value.value : [];
}

/** The bytes of an OCTET STRING, also of one in pieces. @see X.690 section 8.7.3 */
export function octets({ value }: Asn1): Buffer {
  return typeof value === 'string' ? bytesOf(value) : Buffer.concat(value.map(octets));
}

export function number(value: Asn1): number {
  return Number(`0x${octets(value).toString('hex') || '0'}`);
}

/** @see RFC 7292 appendix B */
export function pkcs12Key(passphrase: string | null, { salt, id, rounds, bytes, hash }: Pkcs12Order): Buffer {
  const salted = forge.util.createBuffer(binary(salt));
  const made = forge.pkcs12.generateKey(passphrase, salted, id, rounds, bytes, hash);
  return bytesOf(made.getBytes());
}

interface Pkcs12Order {
  readonly salt: Buffer;
  /** 1 for a key, 2 for an initialization vector, 3 for a MAC. */
  readonly id: number;
  readonly rounds: number;
  readonly bytes: number;
  readonly hash: forge.md.MessageDigest;
}

function pbes2(parameters: Asn1 | undefined): Open | null {
  const [kdf, scheme] = parts(parameters);
  if (kdf === undefined || scheme === undefined) return null;
  const [oid, iv] = read(scheme);
  const cipher = CIPHERS.get(oid);
  const derive = derivation(kdf, cipher?.keyBytes ?? null);
  if (cipher === undefined || derive === null || iv === undefined) return null;
  return attempt(async (sealed, passphrase) => cipher.open(await derive(passphrase), octets(iv), sealed));
}

function byPkcs12(cipher: Cipher, salt: Buffer, rounds: number): Open {
  return attempt((sealed, passphrase) => {
    const order = { salt, rounds, hash: forge.md.sha1.create() };
    const key = pkcs12Key(passphrase, { ...order, id: 1, bytes: cipher.keyBytes });
    return cipher.open(key, pkcs12Key(passphrase, { ...order, id: 2, bytes: cipher.ivBytes }), sealed);
  });
}

function byPbes1(hash: string, cipher: Cipher, salt: Buffer, rounds: number): Open {
  return attempt((sealed, passphrase) => {
    let key = createHash(hash).update(passphrase, 'utf8').update(salt).digest();
    for (let round = 1; round < rounds; round += 1) key = createHash(hash).update(key).digest();
    return cipher.open(key.subarray(0, 8), key.subarray(8, 16), sealed);
  });
}

function byScrypt(passphrase: string, salt: Buffer, bytes: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, bytes, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

function nodeCipher(name: string, keyBytes: number, ivBytes: number): Cipher {
  const open: Cipher['open'] = (key, iv, sealed) => {
    const decipher = createDecipheriv(name, key, iv);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  };
  return { keyBytes, ivBytes, open };
}

function attempt(open: (sealed: Buffer, passphrase: string) => Buffer | Promise<Buffer>): Open {
  return async (sealed, passphrase) => {
    try {
      return await open(sealed, passphrase);
    } catch {
      return null; // the library's words differ from version to version, and say no more than that it failed
    }
  };
}

/** Bytes as node-forge has them, and back. */
export function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
