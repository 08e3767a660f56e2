import { createHash, X509Certificate } from 'node:crypto';

import { WARNING_DAYS } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { cleanForeignText } from '../security/foreign-text';
import { isCertificate, readPem, writePem } from '../security/pem';

/** Kinds of key in a certificate that a credential may have. */
type KeyKind = 'ec-p256' | 'rsa';

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
  if (readPem(certificatePem).some(({ label }) => label.endsWith('PRIVATE KEY')))
    return fail('holds-a-private-key');
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

const MAX_NAME_CHARACTERS = 200;

/**
 * What a certificate is called on screen: its common name, else its whole subject on one line.
 *
 * @param subject one `name=value` for each line, as `CertificateFacts` has it
 * @see RFC 5280 section 4.1.2.6
 */
export function nameOfSubject(subject: string): string {
  const commonName = /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return cleanForeignText(commonName, MAX_NAME_CHARACTERS) || '–';
}

const DAY_MS = 86_400_000;

/** Whole days until an end, rounded up; 0 when it has come. Both in epoch milliseconds, UTC. */
export function daysLeft(endsAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - nowMs) / DAY_MS));
}

/** Whether an end is near enough to be announced: 30 days. */
export function isEndingSoon(endsAtMs: number, nowMs: number): boolean {
  return warningStage(endsAtMs, nowMs) !== null;
}

/**
 * Which warning of an end is due: the one of 30, of 7 or of 1 day before, or 0 once it has come.
 *
 * @returns null while the end is further away
 */
export function warningStage(endsAtMs: number, nowMs: number): number | null {
  const left = daysLeft(endsAtMs, nowMs);
  if (left === 0) return 0;
  return WARNING_DAYS.findLast((days) => left <= days) ?? null;
}

/** More authorities than any certificate has above it. */
const MOST_AUTHORITIES = 6;

/** The certificates in a text, in their order. @throws whatever the TLS library does where one is none */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  return readPem(pem)
    .filter(isCertificate)
    .map(({ der }) => new X509Certificate(der));
}

/**
 * The certificates of the authorities above one, as far as they are among others: the nearest first, without
 * the root, which who checks them has to know anyhow.
 *
 * @param others PEM blocks; those that cannot be read, or have nothing to do with it, are passed over
 * @returns PEM, to be put after the certificate's own; empty when there are none
 * @see RFC 8446 section 4.4.2 (the order in TLS); RFC 5280 section 6.1 (a path)
 */
export function authoritiesAbove(certificatePem: string, others: readonly string[]): string {
  const candidates = others.flatMap((pem) => read(pem) ?? []);
  const path: X509Certificate[] = [];
  let below = read(certificatePem);
  while (below !== null && path.length < MOST_AUTHORITIES) {
    const issued = below;
    const above = candidates.find((one) => !isSelfSigned(one) && hasIssued(one, issued));
    if (above === undefined || path.includes(above)) break;
    path.push(above);
    below = above;
  }
  return path.map(({ raw }) => writePem({ label: 'CERTIFICATE', der: raw })).join('');
}

/** Whether a certificate vouches for itself. */
function isSelfSigned(certificate: X509Certificate): boolean {
  return hasIssued(certificate, certificate);
}

function hasIssued(authority: X509Certificate, issued: X509Certificate): boolean {
  try {
    return issued.checkIssued(authority) && issued.verify(authority.publicKey);
  } catch {
    return false; // a kind of key that this runtime does not know
  }
}

function read(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null; // what is no certificate is said of the one that the key belongs to
  }
}
