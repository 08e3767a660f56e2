import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';

/** What an exchange was for, read from what went over the wire, in the order in which a flow makes them. */
const WIRE_STEPS = [
  'registration', // RFC 7591
  'discovery', // OpenID Connect Discovery, RFC 8414
  'keys', // the provider's JWKS
  'par', // RFC 9126
  'authorize', // the browser leaves for the provider
  'callback', // the browser comes back
  'token', // code for tokens
  'refresh',
  'consent', // FDX Consent API
  'accounts',
  'transactions',
  'revocation', // of the consent, or of a token
  'data', // any other call
] as const;
export type WireStep = (typeof WIRE_STEPS)[number];

const byteCount = z.int().min(0);

/** One line of the list of exchanges. Secrets in the address are masked. */
const exchangeSummary = z.strictObject({
  exchangeId: id,
  kind: z.enum(['back-channel', 'browser']),
  step: z.enum(WIRE_STEPS),
  flowId: id.nullable(),
  connectionId: id.nullable(),
  providerId: id.nullable(),
  method: foreignText(32),
  /** Host and port; of an address without, its scheme. */
  host: foreignText(300),
  /** Path with the masked query. */
  target: foreignText(9000),
  status: z.int().nullable(),
  /** Why there is no whole answer; null when there is. */
  fault: foreignText(32).nullable(),
  sentBytes: byteCount,
  receivedBytes: byteCount,
  startedAtMs: epochMs,
  /** When the head of the answer was there; null when none came, or the browser made the request. */
  headersAtMs: epochMs.nullable(),
  durationMs: z.int().min(0),
  /** Whether our certificate was ready on the connection, in a step where it counts. */
  isMutualTls: z.boolean(),
});

const WIRE_PLACES = ['query', 'request-header', 'request-body', 'response-header', 'response-body'] as const;
export type WirePlace = (typeof WIRE_PLACES)[number];

/** One parameter, header or member of an exchange. */
const wireField = z.strictObject({
  /** Names the field within its exchange. */
  fieldId: foreignText(600),
  place: z.enum(WIRE_PLACES),
  /** As on the wire; a path for a member inside others, for example `accounts[0].accountNumber`. */
  name: foreignText(500),
  /** Masked when it is a secret; long values are cut. */
  value: foreignText(4000),
  isMasked: z.boolean(),
  /** False for what is never shown: private keys. */
  canReveal: z.boolean(),
  /** JSON in the value, or header and claims of a JWT, laid out for reading, masked; null when there is neither. */
  decoded: foreignText(200_000).nullable(),
  /**
   * Whether a JWT in the value is signed with a key that the provider published, or, where a proof brings its
   * key along, with that one; null for anything else.
   */
  signature: z.enum(['valid', 'invalid', 'no-key', 'own-key']).nullable(),
});

const headerLine = z.strictObject({ name: foreignText(500), value: foreignText(40_000) });

const wireMessage = z.strictObject({
  headers: z.array(headerLine),
  contentType: foreignText(300).nullable(),
  /** As it went over the wire after unpacking, secrets masked; null without a body. */
  body: foreignText(12_000_000).nullable(),
  /** The same, laid out for reading; null where that is no different. */
  decodedBody: foreignText(24_000_000).nullable(),
  /** Bytes on the wire, and after unpacking. */
  bodyBytes: byteCount,
  unpackedBytes: byteCount,
  /** The body was longer than what is kept. */
  isCut: z.boolean(),
});

const peerCertificate = z.strictObject({
  subject: foreignText(2000),
  issuer: foreignText(2000),
  notBeforeMs: z.int(),
  notAfterMs: z.int(),
  fingerprintSha256: foreignText(128),
});

export const exchangeDetail = z.strictObject({
  ...exchangeSummary.shape,
  /** The whole address, secrets masked. */
  url: foreignText(10_000),
  headBytes: byteCount,
  endedAtMs: epochMs,
  fields: z.array(wireField),
  /** How many more members the bodies have than are listed one by one. */
  moreFieldCount: byteCount.default(0), // sessions that were saved before it was counted have none
  request: wireMessage,
  response: z.strictObject({ ...wireMessage.shape, reason: foreignText(200) }).nullable(),
  /** Host and port of the proxy over which it went; null for none. Sessions of before there were any have none. */
  proxy: foreignText(255).nullable().default(null),
  tls: z
    .strictObject({
      protocol: foreignText(32),
      cipher: foreignText(100),
      ownThumbprint: foreignText(64).nullable(),
      peerChain: z.array(peerCertificate).max(10),
    })
    .nullable(),
});

/** Which exchanges to list; null for all. */
export const wireFilter = z.strictObject({
  flowId: id.nullable(),
  connectionId: id.nullable(),
  providerId: id.nullable(),
  /** Text to look for in address, headers and bodies, as they are shown. */
  search: z.string().max(200),
});

export const exchangeList = z.strictObject({
  exchanges: z.array(exchangeSummary),
  /** How many there are without a filter. */
  totalCount: z.int(),
  /** How many older ones were let go, to keep memory bounded. */
  droppedCount: z.int(),
});

/** Which exchanges to save, by their ids. */
export const exchangeChoice = z.strictObject({ exchangeIds: z.array(id).min(1).max(1000) });

/** Null when the person thought better of it. */
export const savedFile = z.strictObject({ fileName: foreignText(300).nullable() });

/** Exchanges that were saved, secrets masked, to be looked at anywhere. */
export const trace = z.strictObject({
  fileName: foreignText(300),
  savedAtMs: epochMs,
  exchanges: z.array(exchangeDetail).max(1000),
});

export type Trace = z.infer<typeof trace>;
export type ExchangeSummary = z.infer<typeof exchangeSummary>;
export type ExchangeDetail = z.infer<typeof exchangeDetail>;
export type WireField = z.infer<typeof wireField>;
export type WireFilter = z.infer<typeof wireFilter>;
export type WireMessage = z.infer<typeof wireMessage>;
