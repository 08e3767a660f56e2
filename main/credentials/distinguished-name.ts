import { X509Certificate } from 'node:crypto';

import { type DerPart, firstPart, objectIdentifier, partsOf } from '../security/der';

/** The attribute types that every reader of the text form knows; others are written by number. @see RFC 4514 section 3 */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
]);

/** How the strings of X.509 are spelled, by their tag. @see X.680 section 8.4 */
const DECODERS: ReadonlyMap<number, (value: Buffer) => string> = new Map([
  [0x0c, (value) => value.toString('utf8')], // UTF8String
  [0x12, (value) => value.toString('latin1')], // NumericString
  [0x13, (value) => value.toString('latin1')], // PrintableString
  [0x14, (value) => value.toString('latin1')], // TeletexString, as everybody fills it
  [0x16, (value) => value.toString('latin1')], // IA5String
  [0x1e, (value) => new TextDecoder('utf-16be').decode(value)], // BMPString
  [0x1c, (value) => String.fromCodePoint(...codePoints(value))], // UniversalString
]);

/** @see X.690 section 8.23.7 (four bytes for each character) */
function codePoints(value: Buffer): readonly number[] {
  const points = Array.from({ length: value.length >> 2 }, (_, index) => value.readUInt32BE(index * 4));
  return points.map((point) => (point > 0x10ffff ? 0xfffd : point));
}

/**
 * The subject of a certificate as a provider compares it: the last part first, no spaces, special characters
 * escaped. Written here because neither Node nor the X.509 library has this form: both keep the certificate's
 * own order, and give a type that they do not know a value that cannot be read back.
 *
 * @param certificatePem of which the first certificate is read
 * @see RFC 4514 section 2; RFC 8705 section 2.1.2 (`tls_client_auth_subject_dn`)
 */
export function subjectDistinguishedName(certificatePem: string): string {
  const [toBeSigned] = partsOf(firstPart(new X509Certificate(certificatePem).raw).body);
  const fields = toBeSigned === undefined ? [] : partsOf(toBeSigned.body);
  // Version, which is tagged and may be left out, then serial number, algorithm, issuer, validity, subject.
  const subject = fields.filter(({ tag }) => tag !== 0xa0)[4];
  if (subject === undefined) throw new RangeError('a certificate without a subject is no certificate');
  return partsOf(subject.body)
    .map(({ body }) => partsOf(body).map(attribute).join('+'))
    .reverse()
    .join(',');
}

function attribute({ body }: DerPart): string {
  const [type, value] = partsOf(body);
  if (type === undefined || value === undefined) throw new RangeError('an attribute has a type and a value');
  const number = objectIdentifier(type.body);
  const name = SHORT_NAMES.get(number);
  const decode = DECODERS.get(value.tag);
  return name === undefined || decode === undefined
    ? `${name ?? number}=#${value.whole.toString('hex')}`
    : `${name}=${escaped(decode(value.body))}`;
}

/** @see RFC 4514 section 2.4 */
function escaped(value: string): string {
  return value
    .replace(/[\\"+,;<>]|^[ #]| $/gu, '\\$&')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (invisible) =>
      Buffer.from(invisible, 'utf8').toString('hex').replace(/../g, '\\$&'),
    );
}
