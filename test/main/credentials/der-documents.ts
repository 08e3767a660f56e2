import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

import { writePem } from '../../../main/security/pem';

/** One DER value of at most 65,535 bytes. @see X.690 section 8.1 */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

export const seq = (...parts: readonly Uint8Array[]) => tlv(0x30, ...parts);
export const int = (...bytes: readonly number[]) => tlv(0x02, Buffer.from(bytes));
export const octets = (bytes: Uint8Array) => tlv(0x04, bytes);
const tagged = (number: number, value: Uint8Array) => tlv(0xa0 + number, value);

/** @see X.690 section 8.19 */
export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const number of rest) {
    const group = [number & 127];
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      group.unshift((left & 127) | 128);
    bytes.push(...group);
  }
  return tlv(0x06, Buffer.from(bytes));
}

const COMMON_NAME = '2.5.4.3';
const ECDSA_SHA256 = seq(oid('1.2.840.10045.4.3.2'));
const asciiTime = (text: string) => tlv(text.length === 13 ? 0x17 : 0x18, Buffer.from(text));

/** A name of attributes as `[type, text or value]`. */
export function nameOf(...pairs: ReadonlyArray<readonly [type: string, value: string | Buffer]>): Buffer {
  const attributes = pairs.map(([type, value]) =>
    seq(oid(type), typeof value === 'string' ? tlv(0x0c, Buffer.from(value, 'utf8')) : value),
  );
  return seq(...attributes.map((attribute) => tlv(0x31, attribute)));
}

/** What is odd in a certificate. */
export interface OddFacts {
  /** YYMMDDhhmmssZ or YYYYMMDDhhmmssZ. */
  readonly to?: string;
  readonly subject?: Buffer;
  readonly serial?: Buffer;
  readonly extensions?: readonly Buffer[];
}

/** A certificate with any fields, and its key of EC P-256: both as PEM. It begins in 2026. @see RFC 5280 section 4.1 */
export function oddCertificate(facts: OddFacts): {
  readonly certificatePem: string;
  readonly keyPem: string;
} {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { to = '271231000000Z', subject = nameOf([COMMON_NAME, 'Odd client']), extensions = [] } = facts;
  const toBeSigned = seq(
    tagged(0, int(2)),
    facts.serial ?? int(0x41, 1, 2),
    ECDSA_SHA256,
    subject,
    seq(asciiTime('260101000000Z'), asciiTime(to)),
    subject,
    spkiOf(privateKey),
    ...(extensions.length === 0 ? [] : [tagged(3, seq(...extensions))]),
  );
  const signature = tlv(0x03, Buffer.alloc(1), sign('sha256', toBeSigned, privateKey));
  return {
    certificatePem: writePem({ label: 'CERTIFICATE', der: seq(toBeSigned, ECDSA_SHA256, signature) }),
    keyPem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** A PKCS#12 archive that nobody has sealed, and without a MAC, which may be left out. @see RFC 7292 section 4 */
export function plainArchive({
  keyDer,
  certificateDer,
}: Record<'keyDer' | 'certificateDer', Buffer>): Buffer {
  const data = (content: Buffer) => seq(oid('1.2.840.113549.1.7.1'), tagged(0, octets(content)));
  const bag = (type: number, value: Buffer) => seq(oid(`1.2.840.113549.1.12.10.1.${type}`), tagged(0, value));
  const certificate = seq(oid('1.2.840.113549.1.9.22.1'), tagged(0, octets(certificateDer)));
  return seq(int(3), data(seq(data(seq(bag(1, keyDer), bag(3, certificate))))));
}
