import type { ImportRefusal } from '../../preload/contract/credential-shapes';
import { firstPart, objectIdentifier, partsOf } from '../security/der';

type KeyLabel = 'PRIVATE KEY' | 'ENCRYPTED PRIVATE KEY' | 'RSA PRIVATE KEY' | 'EC PRIVATE KEY';

/** What a DER document is: what can be read, by its label in PEM, or why it can't be. */
export type DerKind =
  | 'archive'
  | KeyLabel
  | Extract<
      ImportRefusal,
      'public-key' | 'certificate-request' | 'pkcs7-bundle' | 'revocation-list' | 'archive-not-readable'
    >;

export function isKeyLabel(kind: DerKind): kind is KeyLabel {
  return kind.endsWith('PRIVATE KEY');
}

/** The tags of a document's members, each as one letter; and those of its first member. */
interface Outline {
  readonly members: string;
  readonly inFirst: string;
  /** The number of the first member, or of the first in it; empty where there is none. */
  readonly oid: string;
  /** The first number in it. */
  readonly version: number;
}

const LETTERS: ReadonlyMap<number, string> = new Map([
  [0x02, 'i'],
  [0x03, 'b'],
  [0x04, 'o'],
  [0x06, 'n'],
  [0x17, 't'],
  [0x18, 't'],
  [0x30, 's'],
  [0xa0, '0'],
  [0xa1, '1'],
]);

/**
 * Tells by its outline what a DER document is that is no certificate.
 *
 * @see RFC 5958 sections 2 and 3; RFC 8017 appendix A.1; RFC 5915 section 3; RFC 7292 section 4; RFC 2986 section
 *   4; RFC 5280 sections 4.1.2.7 and 5.1; RFC 5652 section 3
 */
export function kindOfDer(der: Buffer): DerKind {
  if (der[1] === 0x80) return 'archive'; // of no length of its own: some programs write archives so, and nothing else
  const outline = outlineOf(der);
  if (outline === null) return 'archive-not-readable';
  const { members, inFirst, oid, version } = outline;
  if (/^is?s$/.test(members) && version === 3) return 'archive';
  if (members.startsWith('iso')) return 'PRIVATE KEY';
  if (/^i{9}/.test(members)) return 'RSA PRIVATE KEY';
  if (/^io0?1?$/.test(members)) return 'EC PRIVATE KEY';
  if (members === 'so') return 'ENCRYPTED PRIVATE KEY';
  if (members === 'ii' || (members === 'sb' && oid !== '')) return 'public-key';
  if (/^n0$/.test(members) && oid.startsWith('1.2.840.113549.1.7.')) return 'pkcs7-bundle';
  if (members === 'ssb' && /^iss0?$/.test(inFirst)) return 'certificate-request';
  if (members === 'ssb' && /^i?sst/.test(inFirst)) return 'revocation-list';
  return 'archive-not-readable';
}

function outlineOf(der: Buffer): Outline | null {
  try {
    const members = partsOf(firstPart(der).body);
    const [first] = members;
    const inFirst = first?.tag === 0x30 ? partsOf(first.body) : [];
    const number = first?.tag === 0x06 ? first : inFirst[0]?.tag === 0x06 ? inFirst[0] : null;
    return {
      members: letters(members),
      inFirst: letters(inFirst),
      oid: number === null ? '' : objectIdentifier(number.body),
      version: first?.tag === 0x02 ? (first.body.at(-1) ?? 0) : 0,
    };
  } catch {
    return null; // cut off, or no DER
  }
}

function letters(parts: ReadonlyArray<{ readonly tag: number }>): string {
  return parts.map(({ tag }) => LETTERS.get(tag) ?? '?').join('');
}

/** What a PEM block is that is neither a certificate nor a key that can be read. */
export function kindOfLabel(label: string): ImportRefusal {
  if (label === 'OPENSSH PRIVATE KEY' || label.startsWith('SSH2 ')) return 'openssh-key';
  if (label.endsWith('PUBLIC KEY')) return 'public-key';
  if (label.endsWith('CERTIFICATE REQUEST')) return 'certificate-request';
  if (/^(?:PKCS ?#?7|CMS)/.test(label)) return 'pkcs7-bundle';
  return label === 'X509 CRL' ? 'revocation-list' : 'other-pem';
}

/** What a file is that is neither PEM, nor DER, nor JSON. */
export function kindOfStranger(file: Buffer, text: string): ImportRefusal {
  if (text.trim() === '') return 'empty-file';
  const magic = file.subarray(0, 4).toString('hex');
  if (magic === 'feedfeed' || magic === 'cececece') return 'java-keystore';
  if (magic === '504b0304') return 'zip-archive';
  if (/^\s*(?:ssh-|ecdsa-sha2-|sk-ssh-|PuTTY-User-Key-File)/.test(text)) return 'openssh-key';
  return /^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(text) ? 'web-page' : 'nothing-found';
}
