import { X509Certificate } from 'node:crypto';

import type { ImportRefusal } from '../../preload/contract/credential-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { MAX_MATERIAL_BYTES } from '../ports/chosen-files';
import { isObject, parseJson } from '../security/json';
import { isCertificate, type PemBlock, readPem, writePem } from '../security/pem';
import { isKeyLabel, kindOfDer, kindOfLabel, kindOfStranger } from './file-kinds';

/** What one file, or one clipboard, turned out to hold. */
export interface KeyMaterial {
  /** PEM blocks. */
  readonly certificates: readonly string[];
  /** PEM blocks: PKCS#8, traditional, or encrypted. Secret. */
  readonly keys: readonly string[];
  /** Archives that nobody has opened yet, as DER. */
  readonly archives: readonly Uint8Array[];
  /** A JWK set that holds the private half of a key. Nothing of it is kept. */
  readonly hasPrivateKeySet: boolean;
}

/** Why something cannot be used, or not yet. */
export interface Refused<Reason extends string = ImportRefusal | 'passphrase-needed'> {
  readonly reason: Reason;
  /** What it is sealed with, or what it calls itself; null where that says nothing. */
  readonly detail: string | null;
}

export function refused<Reason extends Refused['reason']>(
  reason: Reason,
  detail: string | null = null,
): Refused<Reason> {
  return { reason, detail };
}

const NOTHING: KeyMaterial = { certificates: [], keys: [], archives: [], hasPrivateKeySet: false };

/**
 * Tells what the bytes of a file are: PEM blocks, DER, a PKCS#12 archive or a JWK set. What is none of these is
 * named for what it is.
 *
 * The name of the file counts for nothing; `.key`, `.pem` and `.crt` are used for all of them.
 *
 * @see RFC 7468 (PEM); RFC 5958 (PKCS#8); RFC 7292 (PKCS#12); RFC 7517 section 5 (JWK set)
 */
export function readKeyMaterial(bytes: Uint8Array): Result<KeyMaterial, Refused<ImportRefusal>> {
  if (bytes.length > MAX_MATERIAL_BYTES) return fail(refused('too-large'));
  const file = Buffer.from(bytes);
  const text = textOf(file);
  const blocks = readPem(text);
  if (blocks.length > 0) return readBlocks(blocks);
  if (/^\s*[{[]/.test(text)) return readKeySet(text);
  if (file[0] === SEQUENCE) return readDer(file);
  return readBareBase64(text) ?? fail(refused(kindOfStranger(file, text)));
}

/** The tag that every DER document here begins with. */
const SEQUENCE = 0x30;

/** Windows writes UTF-16 where it is asked for text. The byte order mark is left out. */
function textOf(file: Buffer): string {
  const [first, second] = file;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(file);
}

function readBlocks(blocks: readonly PemBlock[]): Result<KeyMaterial, Refused<ImportRefusal>> {
  const certificates = blocks.filter(isCertificate);
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const foreign = keys.find(({ label }) => kindOfLabel(label) !== 'other-pem');
  const [first] =
    foreign === undefined && certificates.length + keys.length > 0 ? [] : [foreign ?? blocks[0]];
  if (first !== undefined) return fail(refused(kindOfLabel(first.label), first.label));
  return ok({
    ...NOTHING,
    certificates: certificates.map(({ der }) => writePem({ label: 'CERTIFICATE', der })),
    keys: keys.map(writePem),
  });
}

function readDer(der: Buffer): Result<KeyMaterial, Refused<ImportRefusal>> {
  if (attempt(() => new X509Certificate(der)) !== null)
    return ok({ ...NOTHING, certificates: [writePem({ label: 'CERTIFICATE', der })] });
  const kind = kindOfDer(der);
  if (kind === 'archive') return ok({ ...NOTHING, archives: [der] });
  return isKeyLabel(kind) ? ok({ ...NOTHING, keys: [writePem({ label: kind, der })] }) : fail(refused(kind));
}

/** A file without the lines around it: what mails and secret stores leave of PEM and DER. */
function readBareBase64(text: string): Result<KeyMaterial, Refused<ImportRefusal>> | null {
  const base64 = text.replaceAll(/\s|["']|\\[rnt]/g, '');
  if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(base64)) return null;
  const inner = Buffer.from(base64, 'base64');
  if (inner[0] === SEQUENCE) return readDer(inner);
  const blocks = readPem(inner.toString('utf8'));
  return blocks.length === 0 ? null : readBlocks(blocks);
}

/** A JWK set is never a source of a credential; it is read only to say why. */
function readKeySet(text: string): Result<KeyMaterial, Refused<ImportRefusal>> {
  const document = parseJson(text);
  const keys = keysOf(document);
  if (keys.length === 0) return fail(refused('nothing-found'));
  const isPrivate = keys.some((key) => 'd' in key || 'k' in key || 'p' in key);
  return isPrivate ? ok({ ...NOTHING, hasPrivateKeySet: true }) : fail(refused('public-key-set'));
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
