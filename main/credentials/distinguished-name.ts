import { X509Certificate } from 'node:crypto';

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
  [0x1e, (value) => Buffer.from(value).swap16().toString('utf16le')], // BMPString
]);

/**
 * The subject of a certificate as a provider compares it: the last part first, no spaces, special characters
 * escaped. Written here because neither Node nor the X.509 library has this form: both keep the certificate's
 * own order, and give a type that they do not know a value that cannot be read back.
 *
 * @param certificatePem of which the first certificate is read
 * @see RFC 4514 section 2; RFC 8705 section 2.1.2 (`tls_client_auth_subject_dn`)
 */
export function subjectDistinguishedName(certificatePem: string): string {
  const [toBeSigned] = partsOf(bodyOf(new X509Certificate(certificatePem).raw));
  const fields = toBeSigned === undefined ? [] : partsOf(toBeSigned.body);
  // Version, which is tagged and may be left out, then serial number, algorithm, issuer, validity, subject.
  const subject = fields.filter(({ tag }) => tag !== 0xa0)[4];
  if (subject === undefined) throw new RangeError('a certificate without a subject is no certificate');
  return partsOf(subject.body)
    .map(({ body }) => partsOf(body).map(attribute).join('+'))
    .reverse()
    .join(',');
}

interface Part {
  readonly tag: number;
  readonly body: Buffer;
  /** The part as it stands, with its tag and length. */
  readonly whole: Buffer;
}

function attribute({ body }: Part): string {
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

/** @see X.690 section 8.19 */
function objectIdentifier(body: Buffer): string {
  const numbers: number[] = [];
  let current = 0;
  for (const byte of body) {
    current = current * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(current);
      current = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

/** The parts of a DER value, one after the other. @see X.690 section 8.1 */
function partsOf(der: Buffer): readonly Part[] {
  const parts: Part[] = [];
  for (let rest = der; rest.length > 0; ) {
    const { start, end } = bounds(rest);
    parts.push({ tag: rest[0] ?? 0, body: rest.subarray(start, end), whole: rest.subarray(0, end) });
    rest = rest.subarray(end);
  }
  return parts;
}

function bodyOf(der: Buffer): Buffer {
  const { start, end } = bounds(der);
  return der.subarray(start, end);
}

function bounds(der: Buffer): { readonly start: number; readonly end: number } {
  const first = der[1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  const start = 2 + more;
  const length = more === 0 ? first : der.readUIntBE(2, more);
  // What is read here has been read by the TLS library before, so this is our own bug.
  if (start + length > der.length) throw new RangeError('a DER value is longer than what holds it');
  return { start, end: start + length };
}
