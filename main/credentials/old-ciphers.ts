import forge from 'node-forge';

import { fail, ok, type Result } from '../../preload/contract/result';

/*
 * The only file that uses node-forge, and import only: nothing is ever made with it. Loaded on demand, because
 * few people need it.
 */

/** What an archive holds, as PEM: keys in PKCS#8, not encrypted. Secret. */
export interface OpenedArchive {
  readonly keys: readonly string[];
  readonly certificates: readonly string[];
}

/** A bag of an archive; forge leaves `asn1` only where it knows no such kind of key. */
type Bag = forge.pkcs12.Bag;

/**
 * Opens a PKCS#12 archive, with RC2, 3DES and SHA-1 as old programs sealed it or AES and SHA-256 as newer ones do.
 *
 * @param passphrase an archive may be sealed with the empty one
 * @see RFC 7292 sections 4 and 5; RFC 8018 (PBES2)
 */
export function openArchive(
  der: Uint8Array,
  passphrase: string,
): Result<OpenedArchive, 'archive-not-readable' | 'wrong-passphrase'> {
  const outer = attempt(() => forge.asn1.fromDer(binary(der)));
  if (outer === null || !looksLikeArchive(outer)) return fail('archive-not-readable');
  const archive = attempt(() => forge.pkcs12.pkcs12FromAsn1(outer, false, passphrase));
  if (archive === null) return fail('wrong-passphrase');
  const bags = archive.safeContents.flatMap(({ safeBags }) => safeBags as Bag[]);
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids;
  return ok({
    keys: bags.filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag).map(keyPem),
    certificates: bags.filter(({ type }) => type === certBag).map(certificatePem),
  });
}

/** Opens an encrypted PKCS#8 key. @returns PKCS#8 in PEM, not encrypted; null when the passphrase does not open it */
export function openEncryptedKey(pem: string, passphrase: string): string | null {
  return attempt(() => {
    const opened = forge.pki.decryptPrivateKeyInfo(forge.pki.encryptedPrivateKeyFromPem(pem), passphrase);
    return pemOf('PRIVATE KEY', opened);
  });
}

// PFX ::= SEQUENCE { version INTEGER (3), authSafe ContentInfo, … }
function looksLikeArchive(outer: forge.asn1.Asn1): boolean {
  const version = Array.isArray(outer.value) ? outer.value[0]?.value : undefined;
  return version === '\u0003';
}

// forge reads an RSA key into numbers and leaves any other as it was found.
function keyPem(bag: Bag): string {
  if (bag.key === undefined || bag.key === null) return pemOf('PRIVATE KEY', bag.asn1);
  const inner = forge.pki.privateKeyToAsn1(bag.key);
  return pemOf('PRIVATE KEY', forge.pki.wrapRsaPrivateKey(inner));
}

function certificatePem(bag: Bag): string {
  if (bag.cert === undefined || bag.cert === null) return pemOf('CERTIFICATE', bag.asn1);
  return pemOf('CERTIFICATE', forge.pki.certificateToAsn1(bag.cert));
}

function pemOf(label: string, document: forge.asn1.Asn1): string {
  const base64 = Buffer.from(forge.asn1.toDer(document).getBytes(), 'latin1').toString('base64');
  return `-----BEGIN ${label}-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null; // forge's words differ from version to version, and say no more than that it failed
  }
}
