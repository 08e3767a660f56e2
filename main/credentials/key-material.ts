import { createPrivateKey, X509Certificate } from 'node:crypto';

import type { ImportRefusal } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { MAX_MATERIAL_BYTES } from '../ports/chosen-files';
import { isObject, parseJson } from '../security/json';

/** What one file, or one clipboard, turned out to hold. */
export interface KeyMaterial {
  /** PEM blocks. */
  readonly certificates: readonly string[];
  /** PEM blocks as they were found: PKCS#8, traditional, or encrypted. Secret. */
  readonly keys: readonly string[];
  /** Archives that nobody has opened yet, as DER. */
  readonly archives: readonly Uint8Array[];
  /** A JWK set that holds the private half of a key. Nothing of it is kept. */
  readonly hasPrivateKeySet: boolean;
}

const NOTHING: KeyMaterial = { certificates: [], keys: [], archives: [], hasPrivateKeySet: false };

/**
 * Tells what the bytes of a file are: PEM blocks, DER, a PKCS#12 archive or a JWK set.
 *
 * The name of the file counts for nothing; `.key`, `.pem` and `.crt` are used for all of them.
 *
 * @see RFC 7468 (PEM); RFC 5958 (PKCS#8); RFC 7292 (PKCS#12); RFC 7517 section 5 (JWK set)
 */
export function readKeyMaterial(bytes: Uint8Array): Result<KeyMaterial, ImportRefusal> {
  if (bytes.length > MAX_MATERIAL_BYTES) return fail('too-large');
  const text = Buffer.from(bytes).toString('utf8');
  if (text.includes('-----BEGIN ')) return readPem(text);
  if (/^\uFEFF?\s*[{[]/.test(text)) return readKeySet(text);
  return bytes[0] === 0x30 ? ok(readDer(Buffer.from(bytes))) : fail('nothing-found'); // 0x30: a DER SEQUENCE
}

function readPem(text: string): Result<KeyMaterial, ImportRefusal> {
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g);
  const found = [...blocks].map(([block, label = '']) => ({ block: `${block}\n`, label }));
  const certificates = found.filter(({ label }) => /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label));
  const keys = found.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  if (certificates.length + keys.length === 0) return fail('nothing-found');
  return ok({
    ...NOTHING,
    certificates: certificates.map(({ block }) => block),
    keys: keys.map(({ block }) => block),
  });
}

function readDer(der: Buffer): KeyMaterial {
  const certificate = attempt(() => new X509Certificate(der).toString());
  if (certificate !== null) return { ...NOTHING, certificates: [certificate] };
  const key = attempt(() =>
    String(
      createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' }),
    ),
  );
  return key === null ? { ...NOTHING, archives: [der] } : { ...NOTHING, keys: [key] };
}

/** A JWK set is never a source of a credential; it is read only to say why. */
function readKeySet(text: string): Result<KeyMaterial, ImportRefusal> {
  const document = parseJson(text.replace(/^\uFEFF/, ''));
  const keys = keysOf(document);
  if (keys.length === 0) return fail('nothing-found');
  const isPrivate = keys.some((key) => 'd' in key || 'k' in key || 'p' in key);
  return isPrivate ? ok({ ...NOTHING, hasPrivateKeySet: true }) : fail('public-key-set');
}

function keysOf(document: unknown): readonly object[] {
  if (!isObject(document)) return [];
  const listed: unknown = 'keys' in document ? document['keys'] : [document];
  if (!Array.isArray(listed)) return [];
  return listed.filter((key: unknown) => isObject(key) && 'kty' in key);
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null; // the parser's words may quote the text, which is secret
  }
}
