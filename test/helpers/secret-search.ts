import { createPrivateKey } from 'node:crypto';

import type { Secret } from './provider-secrets';

/** Of a longer value any piece of this length is as good as the whole. */
const PIECE_LENGTH = 24;

/** Finds secrets in bytes, whole or in pieces, however they are written. @returns their names */
export type FindSecrets = (bytes: Uint8Array) => readonly string[];

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Makes a search for many secrets at once, in one pass over the bytes: a snapshot of a heap is large.
 *
 * Looked for are the text itself, UTF-16, hexadecimal, base64 and base64url at each of the three positions in which a
 * text can begin there.
 */
export function searchFor(secrets: readonly Secret[]): FindSecrets {
  const byStart = new Map<number, Needle[]>();
  const mayStart = new Uint8Array(65_536);
  for (const needle of secrets.flatMap(needlesOf)) {
    const start = needle.bytes.readUInt32BE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
    mayStart[foldOf(start)] = 1;
  }
  return (bytes) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<string>();
    let last4 = 0;
    for (let index = 0; index < whole.length; index += 1) {
      last4 = ((last4 << 8) | whole[index]!) >>> 0;
      if (mayStart[foldOf(last4)] === 0) continue;
      for (const { name, bytes: needle } of byStart.get(last4) ?? []) {
        const at = index - 3;
        if (at >= 0 && needle.equals(whole.subarray(at, at + needle.length))) found.add(name);
      }
    }
    return [...found].sort();
  };
}

/**
 * The private part of an EC P-256 key, in each form in which it could be used.
 *
 * @param pem PKCS#8. Its private part stands across the first line break, with what is public after it
 * @see RFC 5915 section 3; RFC 7518 section 6.2.2 (d)
 */
export function secretsOfKey(pem: string): readonly Secret[] {
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  const [, first = '', second = ''] = pem.split('\n');
  const name = 'private key';
  return [
    { name, value: d },
    { name, value: Buffer.from(d, 'base64url').toString('latin1') },
    { name, value: first.slice(-16) },
    { name, value: second.slice(0, PIECE_LENGTH) },
  ];
}

function foldOf(start: number): number {
  return (start ^ (start >>> 16)) & 0xffff;
}

function needlesOf({ name, value }: Secret): readonly Needle[] {
  return piecesOf(value).flatMap((piece) => {
    const text = Buffer.from(piece, 'latin1');
    const encoded = [0, 1, 2].flatMap((offset) => encodingsOf(text, offset));
    const hexadecimal = text.toString('hex');
    const forms = [text, Buffer.from(piece, 'utf16le'), hexadecimal, hexadecimal.toUpperCase(), ...encoded];
    return forms.map((form) => ({ name, bytes: typeof form === 'string' ? Buffer.from(form) : form }));
  });
}

// The middle and the end: values of one kind often begin alike.
function piecesOf(value: string): readonly string[] {
  if (value.length <= PIECE_LENGTH) return [value];
  const middle = Math.floor((value.length - PIECE_LENGTH) / 2);
  return [value.slice(middle, middle + PIECE_LENGTH), value.slice(-PIECE_LENGTH)];
}

// What stands before a text in the same three bytes changes its first characters, and what follows its last.
function encodingsOf(text: Buffer, offset: number): readonly string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), text]);
  const whole = padded.subarray(0, padded.length - (padded.length % 3));
  const from = offset === 0 ? 0 : 4;
  return [whole.toString('base64').slice(from), whole.toString('base64url').slice(from)];
}
