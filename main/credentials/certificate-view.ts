import type { CredentialSummary } from '../../preload/contract/credential-shapes';
import type { CertificateFacts } from './certificate-facts';
import { nameOfSubject } from './certificate-name';

/** What a window is told of a certificate. */
export type CertificateView = Pick<
  CredentialSummary,
  'name' | 'issuer' | 'authorities' | 'fingerprint' | 'notBeforeMs' | 'notAfterMs' | 'keyKind' | 'keyBits'
>;

/** Picks what a window is told, member by member. */
export function viewCertificate(facts: CertificateFacts): CertificateView {
  const { subject, fingerprintSha256, notBeforeMs, notAfterMs, keyKind, keyBits } = facts;
  const name = nameOfSubject(subject);
  const issuer = facts.issuer === null ? null : nameOfSubject(facts.issuer);
  const authorities = facts.authorities.map(nameOfSubject);
  return {
    name,
    issuer,
    authorities,
    fingerprint: fingerprintSha256,
    notBeforeMs,
    notAfterMs,
    keyKind,
    keyBits,
  };
}
