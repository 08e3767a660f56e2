import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

import type { ImportRefusal, ImportView, ImportWarning } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import {
  authoritiesAbove,
  type CertificateFacts,
  type CertificateProblem,
  isEndingSoon,
  readCertificateFacts,
} from './certificate-facts';
import { firstPart, objectIdentifier, partsOf } from '../security/der';
import { viewCertificate } from './credential-view';
import { type KeyMaterial, refused, type Refused } from './key-material';
import { openPrivateKey } from './private-key';

/** The longest certificate with its authorities that the vault keeps, as PEM. */
const MAX_CERTIFICATE_CHARACTERS = 65_536;

/** A private key with the certificate that belongs to it. */
export interface KeyPair {
  readonly key: KeyObject;
  /** With the certificates of its authorities after it, as far as they were there. */
  readonly certificatePem: string;
}

/** What an import has come to. */
export interface JudgedImport {
  readonly view: ImportView;
  /** Null while something is missing, and when it was refused. */
  readonly pair: KeyPair | null;
}

/** What is there once everything that can be opened is open. */
interface Opened {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly string[];
}

/**
 * Opens what was added to an import and says what it is, what is missing, or why it is refused.
 *
 * @param passphrase null when nobody has been asked yet
 * @param nowMs epoch milliseconds, UTC
 * @see RFC 8705 section 2.2 (a certificate is known by its key); FAPI 2.0 Security Profile section 5.4.1
 */
export async function judgeImport(
  material: KeyMaterial,
  passphrase: string | null,
  nowMs: number,
): Promise<JudgedImport> {
  const opened = await openAll(material, passphrase);
  const judged = opened.ok ? await judge(opened.value, material, nowMs) : judgeSealed(opened.error, material);
  if (!material.hasPrivateKeySet || judged.view.refusal === 'private-key-set') return judged;
  return { ...judged, view: { ...judged.view, warnings: ['private-key-set', ...judged.view.warnings] } };
}

/** What is said of an import that is refused; the certificate that it is about, where there is one. */
export function refuseImport(
  refusal: ImportRefusal,
  certificatePem?: string,
  detail: string | null = null,
): JudgedImport {
  return { view: { ...view(certificatePem), refusal, detail }, pair: null };
}

async function openAll(material: KeyMaterial, passphrase: string | null): Promise<Result<Opened, Refused>> {
  const keys: KeyObject[] = [];
  const certificates = [...material.certificates];
  const pems = [...material.keys];
  for (const archive of material.archives) {
    const { openArchive } = await import('./archive');
    const opened = await openArchive(archive, passphrase ?? ''); // many programs seal with the empty passphrase
    if (!opened.ok)
      return passphrase === null && opened.error.reason === 'wrong-passphrase'
        ? fail(refused('passphrase-needed'))
        : opened;
    certificates.push(...opened.value.certificates);
    pems.push(...opened.value.keys);
  }
  for (const pem of pems) {
    const key = await openPrivateKey(pem, passphrase);
    if (!key.ok) return key;
    if (!keys.some((one) => one.equals(key.value))) keys.push(key.value); // one key in two files is one key
  }
  return ok({ keys, certificates });
}

function judgeSealed({ reason, detail }: Refused, material: KeyMaterial): JudgedImport {
  const [certificatePem] = material.certificates;
  if (reason === 'passphrase-needed')
    return { view: { ...view(certificatePem), needs: 'passphrase' }, pair: null };
  if (reason === 'wrong-passphrase')
    return { view: { ...view(certificatePem), needs: 'passphrase', refusal: reason }, pair: null };
  return refuseImport(reason, certificatePem, detail);
}

async function judge(opened: Opened, material: KeyMaterial, nowMs: number): Promise<JudgedImport> {
  const { keys, certificates } = opened;
  const [key, ...others] = keys;
  const [first] = certificates;
  if (others.length > 0) return refuseImport('several-keys', first);
  if (key === undefined) return judgeWithoutKey(first, material, nowMs);
  const fit = checkKey(key);
  if (!fit.ok) return refuseImport(fit.error, first);
  if (first === undefined) return { view: { ...view(), hasKey: true, needs: 'certificate' }, pair: null };
  return judgePair(key, certificates, nowMs);
}

function judgeWithoutKey(first: string | undefined, material: KeyMaterial, nowMs: number): JudgedImport {
  if (first === undefined)
    return refuseImport(material.hasPrivateKeySet ? 'private-key-set' : 'nothing-found');
  const facts = checkCertificate(first, nowMs);
  if (!facts.ok) return refuseImport(facts.error, first);
  return { view: { ...view(first), needs: 'key' }, pair: null };
}

async function judgePair(
  key: KeyObject,
  certificates: readonly string[],
  nowMs: number,
): Promise<JudgedImport> {
  // An archive may carry the whole chain: ours is the one that the key belongs to.
  const own = certificates.find((one) => isPair(key, one));
  if (own === undefined) return judgeStranger(certificates);
  const facts = checkCertificate(own, nowMs);
  if (!facts.ok) return refuseImport(facts.error, own);
  const certificatePem = `${own}${authoritiesAbove(own, certificates)}`;
  if (certificatePem.length > MAX_CERTIFICATE_CHARACTERS) return refuseImport('too-large', own);
  const warnings = warningsOf(own, facts.value, nowMs);
  const found = { ...view(certificatePem), hasKey: true, warnings: [...warnings] };
  return { view: found, pair: { key, certificatePem } };
}

// A certificate that cannot even be read matches no key, and that is not what is wrong with it.
function judgeStranger(certificates: readonly string[]): JudgedImport {
  const [first = ''] = certificates;
  const facts = readCertificateFacts(first);
  const isUnreadable = !facts.ok && facts.error === 'not-a-certificate';
  return refuseImport(isUnreadable ? 'certificate-not-readable' : 'key-does-not-match', first);
}

function view(certificatePem?: string): ImportView {
  const facts = certificatePem === undefined ? null : readCertificateFacts(certificatePem);
  const certificate = facts?.ok === true ? viewCertificate(facts.value) : null;
  return { certificate, hasKey: false, needs: null, refusal: null, detail: null, warnings: [] };
}

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
function checkCertificate(certificatePem: string, nowMs: number): Result<CertificateFacts, ImportRefusal> {
  const facts = readCertificateFacts(certificatePem);
  if (!facts.ok) return fail(REFUSALS[facts.error]);
  if (facts.value.notAfterMs <= nowMs) return fail('certificate-ended');
  if (facts.value.notBeforeMs > nowMs) return fail('certificate-not-begun');
  return facts;
}

/** Whether a key is of a kind and a length that a credential may have, whatever its certificate says. */
function checkKey(key: KeyObject): Result<null, 'key-not-supported' | 'key-too-small'> {
  // By its public JWK, as in `certificate-facts`; this one is a copy that never had a private member.
  const jwk = publicHalf(key);
  if (jwk?.['kty'] === 'EC' && jwk['crv'] === 'P-256') return ok(null);
  if (jwk?.['kty'] !== 'RSA' || typeof jwk['n'] !== 'string') return fail('key-not-supported');
  return Buffer.from(jwk['n'], 'base64url').length * 8 < 2048 ? fail('key-too-small') : ok(null);
}

/** Whether a private key belongs to a certificate. */
function isPair(key: KeyObject, certificatePem: string): boolean {
  try {
    const mine = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const certified = new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' });
    return mine.equals(certified);
  } catch {
    return false; // no certificate, or a kind of key that this runtime does not know
  }
}

/** What the person should know of a pair that is good all the same. */
function warningsOf(
  certificatePem: string,
  facts: CertificateFacts,
  nowMs: number,
): readonly ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (hasWeakSignature(certificatePem)) warnings.push('weak-signature');
  if (isEndingSoon(facts.notAfterMs, nowMs)) warnings.push('ends-soon');
  return warnings;
}

/** MD2, MD5 and SHA-1 with RSA, DSA and ECDSA; PSS says its hash in the parameters, and SHA-1 where it says none. */
const WEAK_SIGNATURES = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.3.14.3.2.29',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
]);
const PSS = '1.2.840.113549.1.1.10';

// Read here, because the X.509 library reads the whole certificate, and refuses lawful ones for what nobody asked.
function hasWeakSignature(certificatePem: string): boolean {
  const { raw } = new X509Certificate(certificatePem);
  const [, algorithm] = partsOf(firstPart(raw).body);
  const [type, parameters] = algorithm === undefined ? [] : partsOf(algorithm.body);
  const oid = type === undefined ? '' : objectIdentifier(type.body);
  if (oid !== PSS) return WEAK_SIGNATURES.has(oid);
  return parameters === undefined || !partsOf(parameters.body).some(({ tag }) => tag === 0xa0);
}

function publicHalf(key: KeyObject): Readonly<Record<string, unknown>> | null {
  try {
    return { ...createPublicKey(key).export({ format: 'jwk' }) };
  } catch {
    return null;
  }
}
