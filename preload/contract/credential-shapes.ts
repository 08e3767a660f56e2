import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';

/** The kinds of key that this app makes. */
export const NEW_KEY_KINDS = ['ec-p256', 'rsa-2048', 'rsa-4096'] as const;

/** The last days on which the end of a certificate is announced, one warning for each. */
export const WARNING_DAYS = [30, 7, 1] as const;

/** Why what was picked cannot become a credential. Each has words on screen, with what to do. */
export const IMPORT_REFUSALS = [
  'nothing-found',
  'empty-file',
  'web-page',
  'public-key',
  'certificate-request',
  'openssh-key',
  'java-keystore',
  'pkcs7-bundle',
  'revocation-list',
  'zip-archive',
  'other-pem',
  'seal-not-known',
  'too-large',
  'file-not-readable',
  'private-key-set',
  'public-key-set',
  'key-not-readable',
  'several-keys',
  'wrong-passphrase',
  'archive-not-readable',
  'key-not-supported',
  'key-too-small',
  'key-does-not-match',
  'certificate-not-readable',
  'certificate-ended',
  'certificate-not-begun',
  'already-held',
] as const;

/** What the person should know of something that can be imported all the same. */
const IMPORT_WARNINGS = ['private-key-set', 'weak-signature', 'ends-soon'] as const;

const certificate = z.strictObject({
  /** The common name, else the whole subject on one line. */
  name: foreignText(200),
  /** The authority that issued it; null where it vouches for itself. */
  issuer: foreignText(200).nullable(),
  /** The authorities whose certificates are presented with it, the nearest first. */
  authorities: z.array(foreignText(200)),
  /** SHA-256 of the certificate in hexadecimal pairs with colons: what people compare. */
  fingerprint: z.string().max(100),
  notBeforeMs: epochMs,
  notAfterMs: epochMs,
  keyKind: z.enum(['ec-p256', 'rsa']),
  /** Length of the RSA modulus, or 256 for EC P-256. */
  keyBits: z.int(),
});

/** A credential as the window may know it: everything but the private key. */
export const credentialSummary = z.strictObject({
  credentialId: id,
  ...certificate.shape,
  /** RFC 7638 thumbprint of the key: its `kid`. */
  keyId: z.string().max(64),
  /** `x5t#S256`: what tokens are bound to. */
  thumbprint: z.string().max(64),
  createdAtMs: epochMs,
  /** `ending` from 30 days before the end. */
  validity: z.enum(['valid', 'ending', 'ended']),
  /** Whole days until the end, rounded up; 0 when it has ended. */
  daysLeft: z.int().min(0),
  usedBy: z.array(z.strictObject({ providerId: id, name: foreignText(120), isSandbox: z.boolean() })),
  /** The credential that this one is to replace, and the one that is to replace this one. */
  replaces: id.nullable(),
  replacedBy: id.nullable(),
});

/** What an import has so far. It never holds a key, only whether there is one. */
export const importView = z.strictObject({
  certificate: certificate.nullable(),
  hasKey: z.boolean(),
  /** What is still missing; null when it can be kept, or was refused. */
  needs: z.enum(['certificate', 'key', 'passphrase']).nullable(),
  refusal: z.enum(IMPORT_REFUSALS).nullable(),
  /** What it is sealed with, or what it calls itself; null where the refusal says all. */
  detail: foreignText(60).nullable(),
  warnings: z.array(z.enum(IMPORT_WARNINGS)),
});

export type NewKeyKind = (typeof NEW_KEY_KINDS)[number];
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];
export type ImportWarning = (typeof IMPORT_WARNINGS)[number];
export type CredentialSummary = z.infer<typeof credentialSummary>;
export type ImportView = z.infer<typeof importView>;
