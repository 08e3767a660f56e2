import { z } from 'zod';

import { FDX_DETAIL_TYPE } from '../../preload/contract/consent-vocabulary';
import { DATA_SCOPES } from '../consents/scopes';
import { whyKeysRefused } from './client-keys';

const SCOPES = new Set([...DATA_SCOPES, 'openid', 'offline_access']);
const GRANT_TYPES = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
/** What a request object may be signed with. @see FAPI 2.0 Message Signing section 5.3 */
export const REQUEST_ALGORITHMS = ['ES256', 'PS256', 'EdDSA'] as const;
const LOOPBACKS = new Set(['127.0.0.1', '[::1]', 'localhost']);

// Names are shown to customers. Controls and direction marks could make one look like another.
const shownName = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(60, 'must have at most 60 characters')
  .refine((name) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(name), 'must not hold invisible characters');

const webAddress = z
  .string()
  .max(300)
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address');

const redirectUri = z
  .string()
  .max(300)
  .superRefine((text, context) => {
    const why = whyRedirectRefused(text);
    if (why !== null) context.addIssue({ code: 'custom', message: why });
  });

const metadata = z.object({
  client_name: shownName,
  client_uri: webAddress.optional(),
  logo_uri: webAddress.optional(),
  redirect_uris: z.array(redirectUri).min(1, 'must not be empty').max(10, 'must hold at most 10'),
  application_type: z
    .literal('native', 'must be native: this bank registers applications on devices only')
    .default('native'),
  token_endpoint_auth_method: z.literal('self_signed_tls_client_auth', 'must be self_signed_tls_client_auth'),
  tls_client_certificate_bound_access_tokens: z
    .literal(true, 'must be true: this bank gives out no token that works without its certificate')
    .default(true),
  request_object_signing_alg: z
    .enum(REQUEST_ALGORITHMS, `must be of ${REQUEST_ALGORITHMS.join(', ')}`)
    .optional(),
  require_signed_request_object: z.boolean('must be true or false').optional(),
  grant_types: z
    .array(z.enum(GRANT_TYPES, `must be of ${GRANT_TYPES.join(', ')}`))
    .refine((types) => types.includes('authorization_code'), 'must hold authorization_code')
    .default(['authorization_code', 'refresh_token']),
  response_types: z.tuple([z.literal('code')], 'must be ["code"]').default(['code']),
  authorization_details_types: z
    .tuple([z.literal(FDX_DETAIL_TYPE)], `must be ["${FDX_DETAIL_TYPE}"]`)
    .default([FDX_DETAIL_TYPE]),
  scope: z
    .string()
    .refine(
      (text) => text.split(' ').every((name) => SCOPES.has(name)),
      'holds a scope that this bank does not have',
    )
    .default([...SCOPES].join(' ')),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }),
});

/** What a client said about itself, checked. @see RFC 7591 section 2 */
export type ClientMetadata = z.infer<typeof metadata>;

/** The metadata, or a refusal. @see RFC 7591 section 3.2.2 */
export type ReadMetadata =
  | { readonly ok: true; readonly metadata: ClientMetadata }
  | {
      readonly ok: false;
      readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata';
      /** Begins with the path of the member that is wrong. */
      readonly description: string;
    };

/**
 * Reads a registration request. Members that this bank does not know are left out, as RFC 7591 wants it.
 *
 * @param body parsed JSON of any shape
 * @param nowMs epoch milliseconds, UTC
 * @see RFC 7591 section 3.1
 */
export function readClientMetadata(body: unknown, nowMs: number): ReadMetadata {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse('the request must be a JSON object');
  }
  if ('jwks_uri' in body) return refuse('jwks_uri: is not supported, send the keys themselves as jwks');
  const keysRefused = whyKeysRefused('jwks' in body ? body.jwks : undefined, nowMs);
  if (keysRefused !== null) return refuse(keysRefused);

  const read = metadata.safeParse(body);
  if (read.success) return { ok: true, metadata: read.data };
  const issue = read.error.issues[0]!;
  return refuse(`${pathOf(issue.path)}: ${isMissing(body, issue.path) ? 'is required' : issue.message}`);
}

function refuse(description: string): ReadMetadata {
  const error = description.startsWith('redirect_uris') ? 'invalid_redirect_uri' : 'invalid_client_metadata';
  return { ok: false, error, description };
}

/** @see RFC 8252 sections 7.1 (private-use schemes) and 7.3 (loopback) */
function whyRedirectRefused(text: string): string | null {
  if (!URL.canParse(text)) return 'must be an absolute address';
  const { protocol, hostname, hash, username, password } = new URL(text);
  if (hash !== '' || text.includes('#')) return 'must not have a fragment';
  if (username !== '' || password !== '') return 'must not name a user';
  if (protocol === 'http:')
    return LOOPBACKS.has(hostname) ? null : 'http is for this device only: 127.0.0.1, [::1] or localhost';
  if (protocol === 'https:')
    return 'must be a loopback address (http://127.0.0.1/...) or a private-use scheme';
  return /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:$/.test(protocol)
    ? null
    : 'a private-use scheme must be a reversed domain name';
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function isMissing(body: object, path: readonly PropertyKey[]): boolean {
  return path.length === 1 && (body as Readonly<Record<PropertyKey, unknown>>)[path[0]!] === undefined;
}
