import { randomBytes, randomUUID, webcrypto } from 'node:crypto';

import type { NewKeyKind } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { ok, type Result } from '../../preload/contract/result';
import type { Credential, CredentialKind } from '../records/credential';
import type { CredentialStore } from '../vault/credential-store';

const DAY_MS = 86_400_000;

/**
 * How long a new certificate is valid, in days.
 *
 * A provider knows a self-signed certificate by its registered key and not by an issuer, so the end date
 * protects little; a year keeps rotation a habit without asking for it often.
 */
const DEFAULT_VALIDITY_DAYS = 365;

/** The certificate begins this much before now, so that a provider whose clock is behind accepts it at once. */
const BACKDATED_MS = 5 * 60_000;

/** What a new credential is made of. */
export interface CredentialOrder {
  /** Epoch milliseconds, UTC. */
  readonly nowMs: number;
  /** Shown to the provider in every handshake: name the app, never the person. */
  readonly commonName: string;
  readonly kind: CredentialKind;
  /** Default {@link DEFAULT_VALIDITY_DAYS}. */
  readonly validityDays?: number;
}

interface KeyAlgorithms {
  readonly generate: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams;
  readonly sign: { readonly name: string; readonly hash: string };
}

/**
 * Makes a key pair and a certificate for it that it signs itself.
 *
 * The key is made on a thread of WebCrypto: even RSA 4096 leaves the event loop free.
 *
 * @returns a credential that nobody else has; it exists in memory only until the vault keeps it
 * @throws RangeError when `commonName` is empty or longer than X.520 allows, which is our own bug
 * @see RFC 8705 section 2.2; RFC 5280 sections 4.1.2.2 (serial), 4.2.1.3 and 4.2.1.12 (key usage)
 */
export async function createCredential(order: CredentialOrder): Promise<Credential> {
  if (order.commonName.trim() === '' || order.commonName.length > 64) {
    throw new RangeError('a common name has 1 to 64 characters (X.520 ub-common-name)');
  }
  const algorithms = algorithmsOf(order.kind);
  const keys = (await webcrypto.subtle.generateKey(algorithms.generate, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const certificate = await selfSign(order, keys, algorithms.sign);
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);

  return {
    credentialId: randomUUID(),
    privateKeyPem: pemOf('PRIVATE KEY', pkcs8),
    certificatePem: pemOf('CERTIFICATE', certificate.der),
    createdAtMs: order.nowMs,
    expiresAtMs: certificate.expiresAtMs,
    kind: order.kind,
  };
}

async function selfSign(
  order: CredentialOrder,
  keys: webcrypto.CryptoKeyPair,
  signingAlgorithm: KeyAlgorithms['sign'],
): Promise<{ readonly der: ArrayBuffer; readonly expiresAtMs: number }> {
  const x509 = await loadX509();
  const notBefore = new Date(wholeSeconds(order.nowMs - BACKDATED_MS));
  const notAfter = new Date(
    wholeSeconds(order.nowMs + (order.validityDays ?? DEFAULT_VALIDITY_DAYS) * DAY_MS),
  );
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positiveSerial(randomBytes(16)),
    name: [{ CN: [order.commonName] }], // as data, so no character of it is read as a second attribute
    notBefore,
    notAfter,
    keys,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { der: certificate.rawData, expiresAtMs: notAfter.getTime() };
}

// Loaded at the first certificate and not at start-up: with its ASN.1 schemas it costs more than the rest of this folder.
async function loadX509() {
  await import('reflect-metadata'); // has to come first: x509 decorates its classes while it loads
  return import('@peculiar/x509');
}

function algorithmsOf(kind: CredentialKind): KeyAlgorithms {
  switch (kind) {
    case 'ec-p256':
      return {
        generate: { name: 'ECDSA', namedCurve: 'P-256' },
        sign: { name: 'ECDSA', hash: 'SHA-256' },
      };
    case 'rsa-2048':
      return rsa(2048);
    case 'rsa-4096':
      return rsa(4096);
  }
}

function rsa(modulusLength: number): KeyAlgorithms {
  // PKCS#1 v1.5 signs the certificate only, because every TLS stack reads it; the key may do PSS all the same.
  const name = 'RSASSA-PKCS1-v1_5';
  const publicExponent = Uint8Array.of(1, 0, 1);
  return {
    generate: { name, modulusLength, publicExponent, hash: 'SHA-256' },
    sign: { name, hash: 'SHA-256' },
  };
}

/** Hexadecimal; the first bit is 0, so that DER reads it as positive, and the first byte is not 0. */
function positiveSerial(random16: Uint8Array): string {
  const serial = Buffer.from(random16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  return serial.toString('hex');
}

// X.509 times have no fraction of a second; what is promised should be what the certificate says.
function wholeSeconds(epochMs: number): number {
  return Math.floor(epochMs / 1000) * 1000;
}

function pemOf(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** Where a credential is kept, and what time it is: epoch milliseconds, UTC. */
export interface KeepingDeps {
  readonly credentials: CredentialStore;
  readonly nowMs: () => number;
}

/** A key to be made, with what is kept beside it. */
export type KeyOrder = {
  readonly kind: NewKeyKind;
  /** The common name of its certificate. */
  readonly name: string;
} & Pick<Credential, 'replaces' | 'outlivesProviders'>;

/** Makes a credential and keeps it. @returns `vault-locked` before any work is done */
export async function makeAndKeep(
  { credentials, nowMs }: KeepingDeps,
  { kind, name: commonName, ...kept }: KeyOrder,
): Promise<Result<Credential, Failure>> {
  const held = credentials.list(); // a locked vault is found out before the work and not after it
  if (!held.ok) return held;
  const credential = { ...(await createCredential({ nowMs: nowMs(), commonName, kind })), ...kept };
  const saved = await credentials.put(credential);
  return saved.ok ? ok(credential) : saved;
}
