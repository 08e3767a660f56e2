import { createHash, type X509Certificate } from 'node:crypto';

import { fail, ok, type Result } from '../../preload/contract/result';
import { certificatesIn } from './certificate-chain';

/** Kinds of key in a certificate that a credential may have. */
export type KeyKind = 'ec-p256' | 'rsa';

/** What a certificate says of itself. Nothing here is secret. */
export interface CertificateFacts {
  /** One `name=value` for each line, as the certificate orders them. */
  readonly subject: string;
  /** The authority that issued it, in the same form; null where it vouches for itself. */
  readonly issuer: string | null;
  /** The subjects of the certificates that follow it, the nearest authority first. */
  readonly authorities: readonly string[];
  /** Hexadecimal, lower case. */
  readonly serialNumber: string;
  /** Epoch milliseconds, UTC. */
  readonly notBeforeMs: number;
  /** Epoch milliseconds, UTC. */
  readonly notAfterMs: number;
  readonly keyKind: KeyKind;
  /** Length of the RSA modulus, or 256 for EC P-256. */
  readonly keyBits: number;
  /** SHA-256 of the DER as base64url without padding: the value that tokens are bound to. */
  readonly thumbprintSha256: string;
  /** The same digest as people compare it: hexadecimal pairs with colons. */
  readonly fingerprintSha256: string;
}

/** Why a text is no certificate for a credential. */
export type CertificateProblem =
  | 'not-a-certificate'
  | 'holds-a-private-key'
  | 'key-not-supported'
  | 'key-too-small';

/**
 * Reads what a certificate says of itself; checks neither its signature nor the time.
 *
 * @param certificatePem its PEM block, and those of its authorities after it; more text around them is a problem
 *   only when it is a private key
 * @see RFC 8705 section 3.1 (x5t#S256); FAPI 2.0 Security Profile section 5.4.1 (RSA of 2048 bits or more)
 */
export function readCertificateFacts(certificatePem: string): Result<CertificateFacts, CertificateProblem> {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(certificatePem)) return fail('holds-a-private-key');
  const all = parse(certificatePem);
  const [certificate, ...authorities] = all;
  if (certificate === undefined) return fail('not-a-certificate');
  const key = keyOf(certificate);
  if (key === null) return fail('key-not-supported');
  if (key.kind === 'rsa' && key.bits < 2048) return fail('key-too-small');

  return ok({
    subject: certificate.subject ?? '', // Node has undefined here for a certificate without a subject
    issuer: certificate.issuer === certificate.subject ? null : (certificate.issuer ?? ''),
    authorities: authorities.map(({ subject }) => subject ?? ''),
    serialNumber: certificate.serialNumber.toLowerCase(),
    // `validFromDate` and `validToDate` do not exist on Node 20
    notBeforeMs: new Date(certificate.validFrom).getTime(),
    notAfterMs: new Date(certificate.validTo).getTime(),
    keyKind: key.kind,
    keyBits: key.bits,
    thumbprintSha256: createHash('sha256').update(certificate.raw).digest('base64url'),
    fingerprintSha256: certificate.fingerprint256,
  });
}

function parse(certificatePem: string): readonly X509Certificate[] {
  try {
    return certificatesIn(certificatePem);
  } catch {
    return []; // the parser's words differ between OpenSSL and BoringSSL, and say no more
  }
}

function keyOf(certificate: X509Certificate): { readonly kind: KeyKind; readonly bits: number } | null {
  try {
    const { publicKey } = certificate;
    // By its JWK: `asymmetricKeyDetails` is not the same under BoringSSL.
    const { kty, crv, n } = publicKey.export({ format: 'jwk' });
    if (kty === 'EC' && crv === 'P-256') return { kind: 'ec-p256', bits: 256 };
    if (kty === 'RSA' && typeof n === 'string')
      return { kind: 'rsa', bits: bitLength(Buffer.from(n, 'base64url')) };
    return null;
  } catch {
    return null; // a kind of key that JWK does not know
  }
}

function bitLength(bigEndian: Uint8Array): number {
  const first = bigEndian.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (bigEndian.length - first) * 8 - (Math.clz32(bigEndian[first]!) - 24);
}
