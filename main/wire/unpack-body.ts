import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

import { TransportError } from '../ports/provider-http';

const UNPACKERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
} as const;

/**
 * Undoes the content encoding of a body. We ask for `identity`; a provider may pack all the same.
 *
 * @param maxBytes counted after unpacking, so a small body cannot grow into a large one (CWE-409)
 * @throws TransportError when the body is too large or packed in a way we do not know
 */
export function unpackBody(
  packed: Buffer<ArrayBuffer>,
  encoding: string | null,
  maxBytes: number,
): Buffer<ArrayBuffer> {
  if (encoding === null || encoding === '' || encoding === 'identity') return packed;
  const unpack = Object.hasOwn(UNPACKERS, encoding) ? UNPACKERS[encoding as keyof typeof UNPACKERS] : null;
  if (unpack === null) throw new TransportError({ kind: 'unreachable', reason: 'reset' });
  try {
    return unpack(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = cause instanceof RangeError;
    throw new TransportError(
      isTooLarge ? { kind: 'too-large', maxBytes } : { kind: 'unreachable', reason: 'reset' },
      cause,
    );
  }
}
