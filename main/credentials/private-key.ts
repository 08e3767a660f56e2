import { createPrivateKey, createPublicKey, type KeyObject, webcrypto } from 'node:crypto';

import { fail, ok, type Result } from '../../preload/contract/result';
import type { SigningKeys } from '../oauth/configuration';
import type { Credential } from '../records/credential';
import { publicJwk } from './public-jwks';

/** Why a private key could not be opened. */
export type KeyRefusal = 'passphrase-needed' | 'wrong-passphrase' | 'key-not-readable';

/** Whether a PEM block has to be opened by a passphrase. @see RFC 7468 section 11; RFC 1421 section 4.6.1.1 */
export function isEncryptedKey(pem: string): boolean {
  return pem.includes('ENCRYPTED');
}

/**
 * Opens a private key in PEM: PKCS#8, encrypted PKCS#8, or the traditional RSA and EC forms.
 *
 * What the passphrase did wrong is told by what was asked and not by the library's words: OpenSSL and
 * BoringSSL have different codes for the same thing, and OpenSSL has several.
 *
 * @param passphrase null when nobody has been asked yet
 */
export async function openPrivateKey(
  pem: string,
  passphrase: string | null,
): Promise<Result<KeyObject, KeyRefusal>> {
  if (!isEncryptedKey(pem)) {
    const key = parse(pem);
    return key === null ? fail('key-not-readable') : ok(key);
  }
  if (passphrase === null) return fail('passphrase-needed');
  const key = parse(pem, passphrase) ?? (await parseOldCipher(pem, passphrase));
  return key === null ? fail('wrong-passphrase') : ok(key);
}

/** The key as this app keeps it: PKCS#8 in PEM, not encrypted, because the vault seals it as a whole. */
export function pkcs8Of(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}

function parse(pem: string, passphrase?: string): KeyObject | null {
  try {
    return createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  } catch {
    return null;
  }
}

// OpenSSL 3 knows RC2 and single DES no more; keys that were sealed with them are still about.
async function parseOldCipher(pem: string, passphrase: string): Promise<KeyObject | null> {
  if (!pem.includes('BEGIN ENCRYPTED PRIVATE KEY')) return null;
  const { openEncryptedKey } = await import('./old-ciphers');
  const opened = openEncryptedKey(pem, passphrase);
  return opened === null ? null : parse(opened);
}

/**
 * The key pair of a credential for signing assertions and proofs: ES256 for an EC key, PS256 for an RSA key.
 * The private key cannot be taken out of it again.
 *
 * @see FAPI 2.0 Security Profile section 5.4; RFC 9449 section 4.2
 */
export async function signingKeysOf(
  credential: Pick<Credential, 'privateKeyPem' | 'certificatePem'>,
): Promise<SigningKeys> {
  const { kid, alg } = publicJwk(credential.certificatePem);
  const algorithm =
    alg === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSA-PSS', hash: 'SHA-256' };
  const pkcs8 = createPrivateKey(credential.privateKeyPem).export({ type: 'pkcs8', format: 'der' });
  const spki = createPublicKey(credential.certificatePem).export({ type: 'spki', format: 'der' });
  const { subtle } = webcrypto;
  const [privateKey, publicKey] = await Promise.all([
    subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    subtle.importKey('spki', spki, algorithm, true, ['verify']),
  ]);
  return { pair: { privateKey, publicKey }, kid };
}
