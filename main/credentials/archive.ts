import { createHmac, timingSafeEqual } from 'node:crypto';
import forge from 'node-forge';

import { fail, ok, type Result } from '../../preload/contract/result';
import { type PemBlock, writePem } from '../security/pem';
import { refused, type Refused } from './key-material';
import {
  type Asn1,
  binary,
  derivation,
  hmacOf,
  nameOfSeal,
  number,
  octets,
  openerOf,
  parts,
  pkcs12Key,
  read,
  traditionalOpener,
} from './seals';

/** What an archive holds, as PEM: keys in PKCS#8, not encrypted. Secret. */
export interface OpenedArchive {
  readonly keys: readonly string[];
  /** Byte for byte as they were put in: a signature is over these bytes. */
  readonly certificates: readonly string[];
}

const DATA = '1.2.840.113549.1.7.1';
const SEALED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SEALED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const BAG_OF_BAGS = '1.2.840.113549.1.12.10.1.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

/**
 * Opens a PKCS#12 archive, with RC2, 3DES and SHA-1 as old programs sealed it or AES and SHA-256 as newer ones do.
 *
 * Read here and not by the library: that one reads RSA certificates into numbers and writes them anew, and has
 * one spelling of the passphrase for what wants two.
 *
 * @param passphrase an archive may be sealed with the empty one
 * @see RFC 7292 sections 4 and 5; RFC 8018 (PBES2); RFC 9579 (PBMAC1)
 */
export async function openArchive(
  der: Uint8Array,
  passphrase: string,
): Promise<Result<OpenedArchive, Refused>> {
  const archive = attempt(() => readOuter(der));
  if (archive === null) return fail(refused('archive-not-readable'));
  const { contents, mac } = archive;
  const isMine = mac === null ? null : macOf(mac);
  if (isMine !== null && 'reason' in isMine) return fail(isMine);
  for (const spelling of spellingsOf(passphrase)) {
    if (isMine !== null && !(await isMine.check(contents, spelling))) continue;
    const opened = await openContents(contents, spelling);
    if (opened.ok || opened.error.reason !== 'wrong-passphrase') return opened;
  }
  return fail(refused('wrong-passphrase'));
}

/**
 * The ways in which programs have spelled a passphrase: composed or not, and each byte of its UTF-8 for a
 * character, as OpenSSL did before 1.1.
 */
function spellingsOf(passphrase: string): ReadonlySet<string> {
  const composed = passphrase.normalize('NFC');
  const bytes = Buffer.from(passphrase, 'utf8').toString('latin1');
  return new Set([passphrase, composed, passphrase.normalize('NFD'), bytes]);
}

interface Outer {
  /** What the MAC is over. */
  readonly contents: Buffer;
  readonly mac: Asn1 | null;
}

// PFX ::= SEQUENCE { version INTEGER (3), authSafe ContentInfo, macData MacData OPTIONAL }
function readOuter(der: Uint8Array): Outer {
  const [version, safe, mac = null] = parts(forge.asn1.fromDer(binary(der)));
  const [type, content] = safe === undefined ? ['', undefined] : read(safe);
  const [data] = parts(content);
  if (version === undefined || number(version) !== 3 || type !== DATA || data === undefined)
    throw new RangeError('this is no archive');
  return { contents: octets(data), mac };
}

interface Mac {
  readonly check: (contents: Buffer, passphrase: string) => Promise<boolean>;
}

// MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }
function macOf(data: Asn1): Mac | Refused {
  const [info, salt, rounds] = parts(data);
  const [algorithm, digest] = parts(info);
  if (algorithm === undefined || digest === undefined || salt === undefined)
    return refused('archive-not-readable');
  const [oid, parameters] = read(algorithm);
  const wanted = octets(digest);
  const is = (mac: Buffer) => mac.length === wanted.length && timingSafeEqual(mac, wanted);
  if (oid === '1.2.840.113549.1.5.14') {
    const [kdf, scheme] = parts(parameters);
    const derive = kdf === undefined ? null : derivation(kdf, null);
    const hash = scheme === undefined ? undefined : hmacOf(read(scheme)[0]);
    if (derive === null || hash === undefined) return refused('seal-not-known', 'PBMAC1');
    return {
      check: async (contents, text) =>
        is(
          createHmac(hash, await derive(text))
            .update(contents)
            .digest(),
        ),
    };
  }
  const hash = HASHES.get(oid);
  if (hash === undefined) return refused('seal-not-known', oid);
  const order = {
    salt: octets(salt),
    id: 3,
    rounds: rounds === undefined ? 1 : number(rounds),
    bytes: wanted.length,
  };
  const macBy = (contents: Buffer, text: string | null) =>
    createHmac(hash, pkcs12Key(text, { ...order, hash: forge.md[hash].create() }))
      .update(contents)
      .digest();
  // Without a passphrase there are two conventions: an empty one, and none at all.
  return {
    check: async (contents, text) => is(macBy(contents, text)) || (text === '' && is(macBy(contents, null))),
  };
}

const HASHES: ReadonlyMap<string, 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'> = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

async function openContents(contents: Buffer, passphrase: string): Promise<Result<OpenedArchive, Refused>> {
  const found = { keys: new Array<string>(), certificates: new Array<string>() };
  for (const info of listIn(contents) ?? []) {
    const [type, content] = read(info);
    const [inner] = parts(content);
    if (inner === undefined || (type !== DATA && type !== SEALED_DATA))
      return fail(refused('seal-not-known', 'a public key'));
    const bags = type === DATA ? ok(octets(inner)) : await openSealedData(inner, passphrase);
    if (!bags.ok) return bags;
    const list = listIn(bags.value);
    const trouble = list === null ? refused('wrong-passphrase') : await openBags(list, passphrase, found);
    if (trouble !== null) return fail(trouble);
  }
  return ok(found);
}

// EncryptedData ::= SEQUENCE { version, EncryptedContentInfo ::= SEQUENCE { type, algorithm, content [0] } }
async function openSealedData(data: Asn1, passphrase: string): Promise<Result<Buffer, Refused>> {
  const [, algorithm, content] = parts(parts(data)[1]);
  if (algorithm === undefined || content === undefined) return fail(refused('archive-not-readable'));
  return openSeal(algorithm, content, passphrase);
}

async function openSeal(algorithm: Asn1, sealed: Asn1, passphrase: string): Promise<Result<Buffer, Refused>> {
  const open = openerOf(algorithm);
  if (open === null) return fail(refused('seal-not-known', nameOfSeal(algorithm)));
  const opened = await open(octets(sealed), passphrase);
  return opened === null ? fail(refused('wrong-passphrase')) : ok(opened);
}

interface Found {
  readonly keys: string[];
  readonly certificates: string[];
}

// SafeBag ::= SEQUENCE { bagId OBJECT IDENTIFIER, bagValue [0] EXPLICIT, … }
async function openBags(bags: readonly Asn1[], passphrase: string, found: Found): Promise<Refused | null> {
  for (const bag of bags) {
    const [type, wrapped] = read(bag);
    const [value] = parts(wrapped);
    if (value === undefined) return refused('archive-not-readable');
    const trouble = await openBag(type, value, passphrase, found);
    if (trouble !== null) return trouble;
  }
  return null;
}

async function openBag(type: string, value: Asn1, passphrase: string, found: Found): Promise<Refused | null> {
  if (type === BAG_OF_BAGS) return openBags(parts(value), passphrase, found);
  if (type === KEY_BAG) found.keys.push(keyPem(Buffer.from(forge.asn1.toDer(value).getBytes(), 'latin1')));
  if (type === CERTIFICATE_BAG) {
    const [kind, wrapped] = read(value);
    const [certificate] = parts(wrapped);
    if (kind === X509_CERTIFICATE && certificate !== undefined)
      found.certificates.push(writePem({ label: 'CERTIFICATE', der: octets(certificate) }));
  }
  if (type !== SEALED_KEY_BAG) return null;
  const [algorithm, sealed] = parts(value);
  if (algorithm === undefined || sealed === undefined) return refused('archive-not-readable');
  const opened = await openSeal(algorithm, sealed, passphrase);
  if (!opened.ok) return opened.error;
  found.keys.push(keyPem(opened.value));
  return null;
}

function keyPem(der: Buffer): string {
  return writePem({ label: 'PRIVATE KEY', der });
}

/**
 * Opens a private key that is sealed: encrypted PKCS#8, or the traditional form. A seal that is not known is said
 * before anybody is asked for a passphrase.
 *
 * @returns DER of the key, which nobody has read yet
 * @see RFC 5958 section 3; RFC 1421 section 4.6.1.3
 */
export async function openSealedKey(
  { der, seal }: PemBlock,
  passphrase: string | null,
): Promise<Result<Buffer, Refused>> {
  const [algorithm, sealed] =
    seal === null ? (attempt(() => parts(forge.asn1.fromDer(binary(der)))) ?? []) : [];
  const isCut = seal === null && (algorithm === undefined || sealed === undefined);
  if (isCut) return fail(refused('key-not-readable'));
  const open = seal !== null ? traditionalOpener(seal) : algorithm === undefined ? null : openerOf(algorithm);
  const name = seal !== null ? seal.cipher : algorithm === undefined ? null : nameOfSeal(algorithm);
  if (open === null) return fail(refused('seal-not-known', name));
  if (passphrase === null) return fail(refused('passphrase-needed'));
  for (const spelling of spellingsOf(passphrase)) {
    const opened = await open(sealed === undefined ? der : octets(sealed), spelling);
    if (opened !== null) return ok(opened);
  }
  return fail(refused('wrong-passphrase'));
}

/** The values in a SEQUENCE OF; null where it is none. */
function listIn(der: Buffer): readonly Asn1[] | null {
  return attempt(() => parts(forge.asn1.fromDer(binary(der))));
}

function attempt<Value>(readIt: () => Value): Value | null {
  try {
    return readIt();
  } catch {
    return null; // forge's words differ from version to version, and say no more than that it failed
  }
}
