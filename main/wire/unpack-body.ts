import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

import { TransportError } from '../ports/provider-http';

type Unpack = (
  packed: Buffer<ArrayBuffer>,
  limit: { readonly maxOutputLength: number },
) => Buffer<ArrayBuffer>;

// A map, because a coding is the provider's own word and may be one that every object has.
const UNPACKERS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateEither],
  ['br', brotliDecompressSync],
]);

/** Nobody packs an answer more often; each layer is work that the sender makes us do (CWE-409). */
const MAX_LAYERS = 4;

/**
 * Undoes the content codings of a body. We ask for `identity`; a provider may pack all the same.
 *
 * @param encoding the whole header; codings are case-insensitive and stand in the order in which they were applied
 * @param maxBytes counted after unpacking, so a small body cannot grow into a large one (CWE-409)
 * @throws TransportError `too-large`, or `unreadable` when it is packed in a way that we do not know or is damaged
 * @see RFC 9110 section 8.4
 */
export function unpackBody(
  packed: Buffer<ArrayBuffer>,
  encoding: string | null,
  maxBytes: number,
): Buffer<ArrayBuffer> {
  const codings = codingsOf(encoding);
  if (packed.length === 0) return packed; // answers without a body often keep the header
  const layers = codings.map((coding) => ({ coding, unpack: UNPACKERS.get(coding) }));
  const unknown = layers.find(({ unpack }) => unpack === undefined)?.coding;
  if (unknown !== undefined || layers.length > MAX_LAYERS)
    throw new TransportError({
      kind: 'unreadable',
      problem: 'unknown-coding',
      said: `Content-Encoding: ${(unknown ?? codings.join(', ')).slice(0, 64)}`,
    });
  return layers.reduceRight(
    (body, { coding, unpack }) => (unpack === undefined ? body : unpackLayer(body, coding, unpack, maxBytes)),
    packed,
  );
}

function codingsOf(encoding: string | null): readonly string[] {
  return (encoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

function unpackLayer(
  packed: Buffer<ArrayBuffer>,
  coding: string,
  unpack: Unpack,
  maxBytes: number,
): Buffer<ArrayBuffer> {
  try {
    return unpack(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw new TransportError({ kind: 'too-large', maxBytes }, cause);
    const said = `Content-Encoding: ${coding}, and it cannot be unpacked`;
    throw new TransportError({ kind: 'unreadable', problem: 'broken-coding', said }, cause);
  }
}

/** @see RFC 9110 section 8.4.1.2: some send the bare deflate stream without the zlib format around it */
function inflateEither(packed: Buffer<ArrayBuffer>, limit: { readonly maxOutputLength: number }) {
  const hasZlibHeader =
    ((packed[0] ?? 0) & 0x0f) === 8 && packed.length > 1 && packed.readUInt16BE(0) % 31 === 0;
  return hasZlibHeader ? inflateSync(packed, limit) : inflateRawSync(packed, limit);
}
