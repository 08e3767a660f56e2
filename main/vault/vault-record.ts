import { z } from 'zod';

import { fail, ok, type Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import { parseJson } from '../security/json';

const RECORD_VERSION = 1;

const identifier = z.string().min(1).max(256);
const epochMs = z.int().min(0);

const credential = z.strictObject({
  credentialId: identifier,
  privateKeyPem: z.string().min(1).max(32_768),
  certificatePem: z.string().min(1).max(65_536),
  createdAtMs: epochMs,
  expiresAtMs: epochMs,
  kind: z.enum(['ec-p256', 'rsa-2048', 'rsa-4096', 'rsa']),
  replaces: identifier.optional(),
  outlivesProviders: z.literal(true).optional(),
  warnedAtDays: z.int().min(0).optional(),
}) satisfies z.ZodType<Credential>;

const tokenSet = z.strictObject({
  connectionId: identifier,
  /** The credential whose certificate these tokens are bound to (RFC 8705 section 3). */
  credentialId: identifier,
  accessToken: z.string().min(1),
  /** As the provider spelled it, for example `Bearer` or `DPoP`. */
  tokenType: z.string().min(1),
  /** When the access token ends: epoch milliseconds, UTC; null where the provider did not say. */
  expiresAtMs: epochMs.nullable(),
  /** How long before that it is not used any more, in milliseconds, where it lives shortly. */
  marginMs: z.int().min(0).optional(),
  /** Null for a consent of one reading, or where the provider gives none. */
  refreshToken: z.string().min(1).nullable(),
  /** Space-delimited, as granted; null where the provider left it out because it is what was asked for. */
  scope: z.string().nullable(),
  /** `grant_id` of the token response; null where the provider has none. */
  grantId: z.string().min(1).nullable(),
});

// Lists and not objects by id: an id such as `__proto__` then is nothing but text.
const vaultRecord = z.strictObject({
  version: z.literal(RECORD_VERSION),
  credentials: z.array(credential),
  tokens: z.array(tokenSet),
  /** In base64; records of before there was a database have none. */
  databaseKey: z.base64().length(44).optional(),
});

const anyVersion = z.looseObject({ version: z.int().min(RECORD_VERSION + 1) });

/** The tokens of one connection. Never crosses IPC, never logged. */
export type TokenSet = Readonly<z.infer<typeof tokenSet>>;

/** Everything the vault holds, by id. A new value for every change, so a failed save has nothing to undo. */
export interface VaultRecord {
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly tokens: ReadonlyMap<string, TokenSet>;
  /** 32 bytes; null until there is a database. */
  readonly databaseKey: Uint8Array | null;
}

/** A vault that holds nothing yet. */
export const EMPTY_RECORD: VaultRecord = {
  credentials: new Map(),
  tokens: new Map(),
  databaseKey: null,
};

/** Spells the record as the bytes that are sealed. */
export function recordBytes(record: VaultRecord): Uint8Array {
  const written: z.infer<typeof vaultRecord> = {
    version: RECORD_VERSION,
    credentials: [...record.credentials.values()],
    tokens: [...record.tokens.values()],
    ...(record.databaseKey === null
      ? {}
      : { databaseKey: Buffer.from(record.databaseKey).toString('base64') }),
  };
  return Buffer.from(JSON.stringify(vaultRecord.parse(written)), 'utf8');
}

/**
 * Reads the bytes that were sealed.
 *
 * @returns the record, or why it is none: `newer-version` when a later release of this app wrote it
 */
export function readRecord(bytes: Uint8Array): Result<VaultRecord, 'damaged' | 'newer-version'> {
  const parsed = parseJson(Buffer.from(bytes).toString('utf8'));
  const record = vaultRecord.safeParse(parsed);
  if (!record.success) return fail(anyVersion.safeParse(parsed).success ? 'newer-version' : 'damaged');

  return ok({
    credentials: new Map(record.data.credentials.map((held) => [held.credentialId, held])),
    tokens: new Map(record.data.tokens.map((held) => [held.connectionId, held])),
    databaseKey:
      record.data.databaseKey === undefined ? null : Buffer.from(record.data.databaseKey, 'base64'),
  });
}
