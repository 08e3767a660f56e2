import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  webcrypto,
  X509Certificate,
} from 'node:crypto';

import { fail, ok, type Result } from '../../preload/contract/result';
import type { SigningKeys } from '../oauth/configuration';
import type { Credential } from '../records/credential';
import { readPem } from '../security/pem';
import { isKeyLabel, kindOfDer } from './file-kinds';
import { refused, type Refused } from './key-material';
import { publicJwk } from './public-jwks';

/**
 * Opens a private key in PEM: PKCS#8, encrypted PKCS#8, or the traditional RSA and EC forms. Which of them it is
 * counts by what it holds: labels are wrong now and then.
 *
 * What the passphrase did wrong is told by what was asked and not by the library's words: OpenSSL and
 * BoringSSL have different codes for the same thing, and OpenSSL has several.
 *
 * @param passphrase null when nobody has been asked yet
 */
export async function openPrivateKey(
  pem: string,
  passphrase: string | null,
): Promise<Result<KeyObject, Refused>> {
  const [block] = readPem(pem);
  if (block === undefined) return fail(refused('key-not-readable'));
  const kind = kindOfDer(block.der);
  if (block.seal === null && kind !== 'ENCRYPTED PRIVATE KEY') {
    const key = parse(block.der);
    if (key !== null) return ok(key);
    // Whole, and of a form that is read: then it is the kind of key that nobody here knows.
    return fail(refused(isKeyLabel(kind) ? 'key-not-supported' : 'key-not-readable'));
  }
  const { openSealedKey } = await import('./archive');
  const opened = await openSealedKey(block, passphrase);
  if (!opened.ok) return opened;
  const key = parse(opened.value);
  return key === null ? fail(refused('wrong-passphrase')) : ok(key);
}

/** The key as this app keeps it: PKCS#8 in PEM, not encrypted, because the vault seals it as a whole. */
export function pkcs8Of(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}

function parse(der: Buffer): KeyObject | null {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: der, format: 'der', type });
    } catch {
      // It is of another form; the last one has had its turn when null is returned.
    }
  }
  return null;
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
  const { raw } = new X509Certificate(credential.certificatePem);
  const certificateThumbprint = createHash('sha256').update(raw).digest('base64url');
  return { pair: { privateKey, publicKey }, kid, certificateThumbprint };
}
