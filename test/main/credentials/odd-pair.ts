import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { Extension, X509CertificateGenerator } from '@peculiar/x509';

/** How a pair differs from a good one. */
export interface OddPairFacts {
  readonly algorithm?: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams;
  readonly notBeforeMs?: number;
  readonly notAfterMs?: number;
  /** Bytes that nobody needs, in an extension of nobody's. */
  readonly paddingBytes?: number;
}

/** A key with its certificate, as PEM, of any kind: also of those that a credential must not have. */
export interface OddPair {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly jwk: webcrypto.JsonWebKey;
}

/** Now, in the tests of imports. */
export const IMPORT_NOW_MS = Date.UTC(2027, 0, 15);

const P256: webcrypto.EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
const DAY_MS = 86_400_000;

/** An RSA key of some length, with e = 65537. */
export function rsaOf(modulusLength: number, hash = 'SHA-256'): webcrypto.RsaHashedKeyGenParams {
  return { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash };
}

/** Makes a pair; EC P-256, and valid for a year around {@link IMPORT_NOW_MS}, unless told otherwise. */
export async function oddPair(facts: OddPairFacts = {}): Promise<OddPair> {
  const algorithm = facts.algorithm ?? P256;
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '2a',
    name: [{ CN: ['Import client'] }],
    notBefore: new Date(facts.notBeforeMs ?? IMPORT_NOW_MS - DAY_MS),
    notAfter: new Date(facts.notAfterMs ?? IMPORT_NOW_MS + 300 * DAY_MS),
    keys,
    signingAlgorithm: { name: algorithm.name, hash: 'SHA-256' },
    extensions:
      facts.paddingBytes === undefined
        ? []
        : [new Extension('1.2.840.1', false, new Uint8Array(facts.paddingBytes))],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString('base64')}\n-----END PRIVATE KEY-----\n`,
    certificatePem: `${certificate.toString('pem')}\n`,
    jwk: await webcrypto.subtle.exportKey('jwk', keys.privateKey),
  };
}
