import { firstPart } from './der';

/** One block of a PEM text. */
export interface PemBlock {
  /** `CERTIFICATE`, `EC PRIVATE KEY` and the like. */
  readonly label: string;
  /** Its first DER value as it came, or what is sealed. */
  readonly der: Buffer;
  /** How a traditional key is sealed; null for what is not. */
  readonly seal: PemSeal | null;
}

/** @see RFC 1421 section 4.6.1.3 (DEK-Info) */
export interface PemSeal {
  /** As OpenSSL spells it, for example `AES-256-CBC`. */
  readonly cipher: string;
  /** Hexadecimal. */
  readonly iv: string;
}

/** Word processors make dashes of hyphens. */
const DASHES = String.raw`[-\u2010-\u2015\u2212]{2,6}`;
const BEGIN = new RegExp(String.raw`${DASHES}\s*BEGIN(\s*)([A-Z0-9][A-Z0-9 #]{0,50}?)\s*${DASHES}`, 'g');
const END = new RegExp(String.raw`${DASHES}\s*END`);

/** Labels that lost the blanks between their words. */
const SQUEEZED: ReadonlyMap<string, string> = new Map(
  [
    'CERTIFICATE',
    'CERTIFICATE REQUEST',
    'PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
  ].map((label) => [label.replaceAll(' ', ''), label]),
);

/**
 * Reads the PEM blocks of a text, also of one that went through mails, forms and files of settings: with blanks
 * or `\n` in place of its line breaks, indented, quoted, percent-encoded, with a byte order mark or other text
 * before it. The only reader of PEM: TLS libraries differ in what they skip, and get it written anew.
 *
 * @returns what was found, in its order; nothing is said of whether it is what its label claims
 * @see RFC 7468 sections 2 and 3 (what a parser should ignore)
 */
export function readPem(text: string): readonly PemBlock[] {
  const plain = unescaped(text);
  const begins = [...plain.matchAll(BEGIN)].filter(
    ([, blank, label = '']) => blank !== '' || SQUEEZED.has(label),
  );
  return begins.map((begin, index) => {
    const rest = plain.slice(begin.index + begin[0].length, begins[index + 1]?.index);
    const label = (begin[2] ?? '').replaceAll(/\s+/g, ' ');
    return { label: SQUEEZED.get(label) ?? label, ...bodyOf(rest.slice(0, END.exec(rest)?.index)) };
  });
}

/** Writes a block as every reader takes it. @see RFC 7468 section 3 (strict form); RFC 1421 section 4.6 */
export function writePem({ label, der, seal = null }: Omit<PemBlock, 'seal'> & Partial<PemBlock>): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const headers = seal === null ? [] : ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${seal.cipher},${seal.iv}`, ''];
  return [`-----BEGIN ${label}-----`, ...headers, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Whether a block is a certificate; older programs write more in front of its name. @see RFC 7468 section 5.1 */
export function isCertificate({ label }: PemBlock): boolean {
  return /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label);
}

/** The certificates of a text in PEM that every TLS library reads; the rest is left out. */
export function certificatePems(text: string): readonly string[] {
  const certificates = readPem(text).filter(isCertificate);
  return certificates.map(({ der }) => writePem({ label: 'CERTIFICATE', der }));
}

/** Line breaks and blanks that were written in letters. */
function unescaped(text: string): string {
  const isForm = /BEGIN\+[A-Z]/.test(text);
  const isPercent = isForm || /BEGIN%20/i.test(text);
  const plain = (isForm ? text.replaceAll('+', ' ') : text).replaceAll(/(?:\\+[rnt])+/g, '\n');
  if (!isPercent) return plain;
  return plain.replaceAll(/%([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function bodyOf(text: string): Omit<PemBlock, 'label'> {
  const dek = /DEK-Info:\s*([A-Z0-9-]{1,40})\s*,\s*/i.exec(text);
  if (dek === null)
    return { der: wholeValue(base64Of(text.replaceAll(/^[A-Za-z-]+:.*$/gm, ''))), seal: null };
  const [header, cipher = ''] = dek;
  const after = text.slice(dek.index + header.length);
  const iv = after.slice(0, ivDigits(cipher));
  return { der: base64Of(after.slice(iv.length)), seal: { cipher: cipher.toUpperCase(), iv } };
}

/** Ciphers with blocks of 64 bits, and all others. */
function ivDigits(cipher: string): number {
  return /^(?:DES|RC2|BF|CAST|IDEA)/i.test(cipher) ? 16 : 32;
}

function base64Of(text: string): Buffer {
  return Buffer.from(text.replaceAll(/[^A-Za-z0-9+/=]/g, ''), 'base64');
}

/** What follows a value is none of it: trust settings of OpenSSL, for example. */
function wholeValue(der: Buffer): Buffer {
  try {
    return firstPart(der).whole;
  } catch {
    return der; // cut off, which whoever reads the value says
  }
}
