import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

import { fail, ok, type Result } from '../../preload/contract/result';
import { parseJson } from '../security/json';
import { type RandomBytes, wrapping, type Wrapping } from './key-wrapper';

/*
 * A sealed file, in this order:
 *   magic (8)  format version (1)  SHA-256 of all that follows (32)
 *   header length (4, big endian)  header: the wrapped data key as JSON  IV (12)  tag (16)  ciphertext
 * AES-256-GCM authenticates the content together with format version, header and file name. The digest adds no
 * security: it tells an accident on the disk from a keychain that changed and from a wrong passphrase, before
 * anybody is asked for one.
 */
const MAGIC = Buffer.from('CSNVAULT', 'latin1');
const FORMAT_VERSION = 1;
const DIGEST_AT = MAGIC.length + 1;
const BODY_AT = DIGEST_AT + 32;
const LENGTH_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A data key together with the wrapping that gives it back at the next start. */
export interface SealingKey {
  /** 32 bytes. In memory only. */
  readonly dataKey: Uint8Array;
  readonly wrapping: Wrapping;
}

/** A sealed file taken apart, not opened yet. */
export interface SealedBox {
  readonly wrapping: Wrapping;
  readonly header: Uint8Array;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Why bytes are no sealed file of this release. */
export type BoxRefusal = 'empty' | 'foreign' | 'newer-version' | 'damaged';

/** Makes the random 256-bit key that seals content. */
export function newDataKey(random: RandomBytes): Uint8Array {
  return random(32);
}

/**
 * Seals content. Every call takes a fresh IV, so two calls never give the same bytes.
 *
 * @param fileName authenticated with the content: a sealed file is not accepted under another name
 * @see NIST SP 800-38D section 8.2.2 (random 96-bit IV)
 */
export function sealBox(
  content: Uint8Array,
  key: SealingKey,
  fileName: string,
  random: RandomBytes,
): Uint8Array {
  const header = Buffer.from(JSON.stringify(key.wrapping), 'utf8');
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.dataKey, iv);
  cipher.setAAD(authenticated(header, fileName));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);

  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(header.length);
  const body = Buffer.concat([length, header, iv, cipher.getAuthTag(), ciphertext]);
  return Buffer.concat([MAGIC, Buffer.of(FORMAT_VERSION), digestOf(body), body]);
}

/** Takes a sealed file apart without its key. `newer-version` means that a later release wrote it. */
export function readBox(bytes: Uint8Array): Result<SealedBox, BoxRefusal> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return fail('empty');
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return fail('foreign');
  if (file.length < BODY_AT + LENGTH_BYTES) return fail('damaged');
  const version = file[MAGIC.length] ?? 0;
  if (version !== FORMAT_VERSION) return fail(version > FORMAT_VERSION ? 'newer-version' : 'damaged');

  const body = file.subarray(BODY_AT);
  if (!timingSafeEqual(file.subarray(DIGEST_AT, BODY_AT), digestOf(body))) return fail('damaged');
  return readBody(body);
}

function readBody(body: Buffer): Result<SealedBox, 'damaged'> {
  const ivAt = LENGTH_BYTES + body.readUInt32BE(0);
  const ciphertextAt = ivAt + IV_BYTES + TAG_BYTES;
  if (ciphertextAt > body.length) return fail('damaged');

  const header = body.subarray(LENGTH_BYTES, ivAt);
  const wrapped = wrapping.safeParse(parseJson(header.toString('utf8')));
  if (!wrapped.success) return fail('damaged');
  return ok({
    wrapping: wrapped.data,
    header,
    iv: body.subarray(ivAt, ivAt + IV_BYTES),
    tag: body.subarray(ivAt + IV_BYTES, ciphertextAt),
    ciphertext: body.subarray(ciphertextAt),
  });
}

/** Opens a sealed file with its data key; `damaged` when key, name, header or content is not what was sealed. */
export function openBox(
  box: SealedBox,
  dataKey: Uint8Array,
  fileName: string,
): Result<Uint8Array, 'damaged'> {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, box.iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(authenticated(box.header, fileName));
  decipher.setAuthTag(box.tag);
  try {
    return ok(Buffer.concat([decipher.update(box.ciphertext), decipher.final()]));
  } catch {
    return fail('damaged');
  }
}

// Name and header are parted by a zero byte, which is in neither: no two pairs give the same bytes.
function authenticated(header: Uint8Array, fileName: string): Uint8Array {
  return Buffer.concat([MAGIC, Buffer.of(FORMAT_VERSION), Buffer.from(`${fileName}\0`, 'utf8'), header]);
}

function digestOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}
