import { TextDecoder } from 'node:util';

/**
 * Turns a body into text. JSON is UTF-8, and a byte order mark before it is no part of it. Where the bytes are not
 * UTF-8 and the sender says what they are, it is taken at its word; where it says nothing, a byte that cannot be
 * read stands as U+FFFD and is not guessed at.
 *
 * @see RFC 8259 section 8.1; WHATWG Encoding (byte order marks, labels)
 */
export function decodeBody(bytes: Buffer<ArrayBufferLike>, contentType: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = charsetOf(contentType);
  return declared !== null && !isUtf8(bytes) ? declared.decode(bytes) : new TextDecoder().decode(bytes);
}

// UTF-16 is UTF-8 by its bytes as long as it has ASCII only: its zeros tell it, which no JSON holds.
function isUtf8(bytes: Buffer<ArrayBufferLike>): boolean {
  return !bytes.includes(0) && isWellFormed(bytes);
}

function isWellFormed(bytes: Buffer<ArrayBufferLike>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function charsetOf(contentType: string | null): TextDecoder | null {
  const label = /;\s*charset\s*=\s*"?([\w.:-]{1,40})"?/i.exec(contentType ?? '')?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null; // a name of nothing
  }
}
