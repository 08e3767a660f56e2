import { createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';

import { whyNotValid } from '../certificates';
import { isObject } from '../json';

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];
const MOST_KEYS = 5;
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']); // as OpenSSL calls P-256, P-384, P-521
const LEAST_RSA_BITS = 2048;

/** What is wrong with a client's keys, beginning with the path of the member; or null. */
export type WhyKeysRefused = string | null;

/**
 * Checks the public keys that a client registers for self-signed TLS client authentication.
 *
 * @param jwks whatever came as `jwks`
 * @param nowMs epoch milliseconds, UTC
 * @see RFC 8705 section 2.2.2, RFC 7517 section 4.7
 */
export function whyKeysRefused(jwks: unknown, nowMs: number): WhyKeysRefused {
  if (jwks === undefined) return 'jwks: is required';
  if (!isObject(jwks) || !Array.isArray(jwks['keys'])) return 'jwks: must be an object with an array keys';
  const keys: readonly unknown[] = jwks['keys'];
  if (keys.length < 1 || keys.length > MOST_KEYS) return `jwks.keys: must hold 1 to ${MOST_KEYS} keys`;
  for (const [index, key] of keys.entries()) {
    const why = whyKeyRefused(key, `jwks.keys[${index}]`, nowMs);
    if (why !== null) return why;
  }
  return null;
}

function whyKeyRefused(jwk: unknown, path: string, nowMs: number): WhyKeysRefused {
  if (!isObject(jwk)) return `${path}: must be an object`;
  // first of all: who sends this has shown the key to us, and must not use it any more
  const secret = PRIVATE_MEMBERS.find((member) => member in jwk);
  if (secret !== undefined) {
    return `${path}.${secret}: is a private member. Send the public key only, and make a new key: this one is no longer secret`;
  }
  const key = readPublicKey(jwk);
  if (key === null) return `${path}: is not a public key that this bank can read`;
  const why = whyTooWeak(key);
  return why === null ? whyCertificateRefused(jwk['x5c'], key, `${path}.x5c`, nowMs) : `${path}: ${why}`;
}

function whyTooWeak(key: KeyObject): string | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'ec' && CURVES.has(details?.namedCurve ?? '')) return null;
  if (type !== 'rsa') return 'must be an EC key (P-256, P-384, P-521) or an RSA key';
  const bits = details?.modulusLength ?? 0;
  return bits < LEAST_RSA_BITS
    ? `an RSA key must have at least ${LEAST_RSA_BITS} bits, this one has ${bits}`
    : null;
}

function whyCertificateRefused(x5c: unknown, key: KeyObject, path: string, nowMs: number): WhyKeysRefused {
  if (x5c === undefined) return `${path}: is required, the certificate is what the client is known by`;
  if (!Array.isArray(x5c) || x5c.length !== 1 || typeof x5c[0] !== 'string') {
    return `${path}: must be an array of one self-signed certificate, base64 of its DER`;
  }
  const certificate = readCertificate(x5c[0]);
  if (certificate === null) return `${path}[0]: is not the base64 of a DER certificate`;
  if (!certificate.publicKey.equals(key)) return `${path}[0]: the certificate is for another key`;
  const invalid = whyNotValid(certificate, nowMs);
  return invalid === null ? null : `${path}[0]: the certificate can't be used, ${invalid}`;
}

function readPublicKey(jwk: Readonly<Record<string, unknown>>): KeyObject | null {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    return null;
  }
}

function readCertificate(base64: string): X509Certificate | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null; // base64url would be taken silently
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
