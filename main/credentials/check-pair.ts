import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

import type { ImportRefusal, ImportWarning } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { isEndingSoon } from './certificate-end';
import { type CertificateFacts, type CertificateProblem, readCertificateFacts } from './certificate-facts';

const REFUSALS = {
  'not-a-certificate': 'certificate-not-readable',
  'holds-a-private-key': 'certificate-not-readable',
  'key-not-supported': 'key-not-supported',
  'key-too-small': 'key-too-small',
} as const satisfies Record<CertificateProblem, ImportRefusal>;

/**
 * Whether a certificate may prove this installation: a kind of key that providers take, long enough, and
 * valid just now.
 *
 * @param nowMs epoch milliseconds, UTC
 * @see FAPI 2.0 Security Profile section 5.4.1; RFC 5280 section 4.1.2.5 (validity)
 */
export function checkCertificate(
  certificatePem: string,
  nowMs: number,
): Result<CertificateFacts, ImportRefusal> {
  const facts = readCertificateFacts(certificatePem);
  if (!facts.ok) return fail(REFUSALS[facts.error]);
  if (facts.value.notAfterMs <= nowMs) return fail('certificate-ended');
  if (facts.value.notBeforeMs > nowMs) return fail('certificate-not-begun');
  return facts;
}

/** Whether a key is of a kind and a length that a credential may have, whatever its certificate says. */
export function checkKey(key: KeyObject): Result<null, 'key-not-supported' | 'key-too-small'> {
  // By its public JWK, as in `certificate-facts`; this one is a copy that never had a private member.
  const jwk = publicHalf(key);
  if (jwk?.['kty'] === 'EC' && jwk['crv'] === 'P-256') return ok(null);
  if (jwk?.['kty'] !== 'RSA' || typeof jwk['n'] !== 'string') return fail('key-not-supported');
  return Buffer.from(jwk['n'], 'base64url').length * 8 < 2048 ? fail('key-too-small') : ok(null);
}

/** Whether a private key belongs to a certificate. */
export function isPair(key: KeyObject, certificatePem: string): boolean {
  try {
    const mine = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const certified = new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' });
    return mine.equals(certified);
  } catch {
    return false; // no certificate, or a kind of key that this runtime does not know
  }
}

/** What the person should know of a pair that is good all the same. */
export async function warningsOf(
  certificatePem: string,
  facts: CertificateFacts,
  nowMs: number,
): Promise<readonly ImportWarning[]> {
  const warnings: ImportWarning[] = [];
  if (await hasWeakSignature(certificatePem)) warnings.push('weak-signature');
  if (isEndingSoon(facts.notAfterMs, nowMs)) warnings.push('ends-soon');
  return warnings;
}

async function hasWeakSignature(certificatePem: string): Promise<boolean> {
  await import('reflect-metadata'); // has to come first: x509 decorates its classes while it loads
  const x509 = await import('@peculiar/x509');
  const { hash } = new x509.X509Certificate(certificatePem).signatureAlgorithm;
  return /^(?:SHA-1|MD5)$/i.test(hash?.name ?? '');
}

function publicHalf(key: KeyObject): Readonly<Record<string, unknown>> | null {
  try {
    return { ...createPublicKey(key).export({ format: 'jwk' }) };
  } catch {
    return null;
  }
}
