import type { KeyObject } from 'node:crypto';

import type { ImportRefusal, ImportView } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { authoritiesAbove } from './certificate-chain';
import { readCertificateFacts } from './certificate-facts';
import { viewCertificate } from './certificate-view';
import { checkCertificate, checkKey, isPair, warningsOf } from './check-pair';
import type { KeyMaterial } from './key-material';
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
export function refuseImport(refusal: ImportRefusal, certificatePem?: string): JudgedImport {
  return { view: { ...view(certificatePem), refusal }, pair: null };
}

async function openAll(
  material: KeyMaterial,
  passphrase: string | null,
): Promise<Result<Opened, ImportRefusal | 'passphrase-needed'>> {
  const keys: KeyObject[] = [];
  const certificates = [...material.certificates];
  const pems = [...material.keys];
  for (const archive of material.archives) {
    const { openArchive } = await import('./old-ciphers');
    const opened = openArchive(archive, passphrase ?? ''); // many programs seal with the empty passphrase
    if (!opened.ok)
      return passphrase === null && opened.error === 'wrong-passphrase' ? fail('passphrase-needed') : opened;
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

function judgeSealed(error: ImportRefusal | 'passphrase-needed', material: KeyMaterial): JudgedImport {
  const [certificatePem] = material.certificates;
  if (error === 'passphrase-needed')
    return { view: { ...view(certificatePem), needs: 'passphrase' }, pair: null };
  if (error === 'wrong-passphrase')
    return { view: { ...view(certificatePem), needs: 'passphrase', refusal: error }, pair: null };
  return refuseImport(error, certificatePem);
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
  const warnings = await warningsOf(own, facts.value, nowMs);
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
  return { certificate, hasKey: false, needs: null, refusal: null, warnings: [] };
}
