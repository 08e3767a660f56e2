import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';
import { PRIVATE_USE_SCHEME } from './private-use-scheme';
import {
  CLIENT_AUTHENTICATIONS,
  REQUEST_OBJECTS,
  SIGNING_ALGORITHMS,
  TOKEN_BINDINGS,
} from './provider-offer';

/** What the path of a redirect may hold; it is compared by the provider character by character. */
const redirectPath = z.string().regex(/^\/[A-Za-z0-9/._-]{0,128}$/);

/** Scope tokens with one space between them. @see RFC 6749 section 3.3 */
const scopeList = z
  .string()
  .max(2000)
  .regex(/^(?:[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*)?$/);

/** An address of a provider: https, without a fragment. @see RFC 8414 section 2 */
const httpsAddress = z
  .url({ protocol: /^https$/ })
  .max(512)
  .regex(/^[^#]*$/);

const issuer = httpsAddress.regex(/^[^?#]*$/);

/** An address of this computer. @see RFC 8252 section 7.3 */
const loopbackRedirect = z.strictObject({
  /** There is no other, so it may be left out. */
  scheme: z.literal('http').optional(),
  /** `localhost` only where a provider has it registered so: the literal cannot be pointed elsewhere. */
  host: z.enum(['127.0.0.1', 'localhost']),
  /** Null for a port that is free, chosen anew for each flow. */
  port: z.int().min(1).max(65_535).nullable(),
  path: redirectPath,
});

/** The path of a link. No part of it is empty or begins with a dot: a parser would read a host or another path. */
export const LINK_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** A link that the system hands to this app. @see RFC 8252 section 7.1 */
const linkRedirect = z.strictObject({
  scheme: z.literal(PRIVATE_USE_SCHEME),
  path: z.string().max(129).regex(LINK_PATH),
});

/** Where the browser brings the answer. */
const redirect = z.discriminatedUnion('scheme', [loopbackRedirect, linkRedirect]);
/** A digest as names of keys have it: SHA-256 as base64url without padding. */
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The public names of a key and its certificate. @see RFC 7638 section 3; RFC 8705 section 3.1 */
const keyNames = z.strictObject({ kid: digest, 'x5t#S256': digest });

/** A key id as somebody chose it: any text without control characters. @see RFC 7515 section 4.1.4 */
const chosenKid = z
  .string()
  .max(512)
  .regex(/^\P{Cc}*$/u);

/** Whether a key id may be a thumbprint; any other was chosen by somebody. @see RFC 7638 section 3 */
export function isThumbprint(kid: string): boolean {
  return digest.safeParse(kid).success;
}

/**
 * By which key a provider is to know this client. `keep`: by the one that it has, whatever its state; a new
 * provider gets one that is made now, or none yet while the vault is locked.
 */
export const keyChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('held'), credentialId: id }),
]);

const members = {
  name: z.string().trim().min(1).max(120),
  issuer,
  /** What the provider calls this client; empty until it has said so. */
  clientId: z.string().max(512),
  fdxBaseUrl: issuer,
  caPem: z.string().max(100_000).nullable(),
  scopes: scopeList.nullable(),
  authorizationDetailsType: z.string().min(1).max(128),
  issuerInAnswer: z.enum(['required', 'may-be-missing']),
  /** Whether an error names its issuer where the metadata promises it of all answers. @see RFC 9207 section 2.3 */
  issuerInErrors: z.enum(['as-promised', 'may-be-missing']),
  /** Whether an answer is signed where the metadata announces it. @see JARM section 2.3 */
  signedAnswer: z.enum(['as-announced', 'may-be-missing']),
  /** Whether the consent request is sent at all; without it scopes alone say what is asked for. @see RFC 9396 section 2 */
  authorizationDetails: z.enum(['sent', 'left-out']),
  /** How this client proves itself. @see RFC 8705 section 2; RFC 7523 section 2.2 */
  clientAuthentication: z.enum(CLIENT_AUTHENTICATIONS),
  /** What tokens are bound to. @see RFC 8705 section 3; RFC 9449 */
  tokenBinding: z.enum(TOKEN_BINDINGS),
  /**
   * The key id in what this client signs to prove itself. Null: the thumbprint of the key. Empty: none.
   *
   * @see RFC 7515 section 4.1.4
   */
  signingKid: chosenKid.nullable(),
  /** Whether the request is signed as a whole. @see RFC 9101; FAPI 2.0 Message Signing section 5.3 */
  requestObject: z.enum(REQUEST_OBJECTS),
  redirect,
};

/** All that a person may say of a provider. */
export const providerDraft = z.strictObject(members);

/**
 * A provider profile as a file, to be shared: it holds no secret. What is left out has its usual value.
 * Published as `docs/guide/provider-profile.schema.json`.
 */
export const providerDocument = z.strictObject({
  $schema: z.string().max(512).optional().describe('Where this schema is; not read.'),
  name: members.name.describe('What you call this provider.'),
  issuer: members.issuer.describe(
    'Its issuer, character by character as in its metadata (RFC 8414 section 3.3).',
  ),
  clientId: members.clientId
    .default('')
    .describe('What the provider calls this client. Leave it out before it has been registered.'),
  fdxBaseUrl: members.fdxBaseUrl.describe(
    'Base of its FDX API. Access tokens go to addresses below it and nowhere else.',
  ),
  caPem: members.caPem
    .default(null)
    .describe('Its own certificate authority in PEM, in place of the public ones; null for the public ones.'),
  scopes: members.scopes
    .default(null)
    .describe('The scope parameter, as it is sent. Null: the fdx: scopes of what is asked for. Empty: none.'),
  authorizationDetailsType: members.authorizationDetailsType
    .default('fdx_v1.0')
    .describe('The type in authorization_details (RFC 9396 section 2).'),
  issuerInAnswer: members.issuerInAnswer
    .default('required')
    .describe('Whether an answer through the browser must name the issuer (RFC 9207).'),
  issuerInErrors: members.issuerInErrors
    .default('as-promised')
    .describe(
      'Whether an error through the browser names the issuer where the metadata promises it (RFC 9207).',
    ),
  signedAnswer: members.signedAnswer
    .default('as-announced')
    .describe('Whether an answer through the browser is signed where the metadata announces it (JARM).'),
  authorizationDetails: members.authorizationDetails
    .default('sent')
    .describe(
      'Whether authorization_details are sent (RFC 9396). left-out: the provider takes none, and is asked by scopes alone.',
    ),
  clientAuthentication: members.clientAuthentication
    .default('self_signed_tls_client_auth')
    .describe('How this client proves itself (RFC 8705 section 2, RFC 7523).'),
  tokenBinding: members.tokenBinding
    .default('certificate')
    .describe('What tokens are bound to: the TLS certificate (RFC 8705) or a key (DPoP, RFC 9449).'),
  signingKid: members.signingKid
    .default(null)
    .describe(
      'The kid in signed statements (private_key_jwt), where a directory chose it (RFC 7515 section 4.1.4). Null: the thumbprint of the key (RFC 7638). Empty: none.',
    ),
  requestObject: members.requestObject
    .default('as-announced')
    .describe(
      'Whether the pushed request is a signed request object (RFC 9101). as-announced: where the metadata says require_signed_request_object.',
    ),
  key: z
    .strictObject({ kid: chosenKid.min(1), 'x5t#S256': digest })
    .partial()
    .optional()
    .describe(
      'Public names of the key that the provider knows: kid (RFC 7638), x5t#S256 (RFC 8705). A kid that is no thumbprint is taken for signingKid where that is null.',
    ),
  redirect: z
    .discriminatedUnion('scheme', [
      z
        .strictObject({
          scheme: loopbackRedirect.shape.scheme,
          host: loopbackRedirect.shape.host.default('127.0.0.1'),
          port: loopbackRedirect.shape.port.default(null).describe('Null for a port that is free.'),
          path: loopbackRedirect.shape.path.default('/callback'),
        })
        .describe('An address of this computer (RFC 8252 section 7.3).'),
      z
        .strictObject({
          scheme: linkRedirect.shape.scheme,
          path: linkRedirect.shape.path.default('/callback'),
        })
        .describe(
          'A link that the system hands to this app (RFC 8252 section 7.1). Another app can claim such links: only for a provider that takes no address of this computer.',
        ),
    ])
    .default({ host: '127.0.0.1', port: null, path: '/callback' })
    .describe('Where the browser brings the answer (RFC 8252 section 7).'),
});

/** What may differ from what a provider was told at the registration. */
const registrationChange = z.enum(['key', 'method', 'redirect']);

/** What is kept of one provider, as its page shows it. */
export const providerDetail = z.strictObject({
  providerId: id,
  profile: providerDraft,
  /** The redirect URI to register; a random port is left out. */
  redirectUri: foreignText(400),
  /** What is not any more as it was registered; empty where everything is, or where nobody noted how it was. */
  changed: z.array(registrationChange),
  /** The keys that it was registered with; null where nobody noted them. */
  registeredKeys: z.array(keyNames).nullable(),
  /** Client metadata of RFC 7591 with the public keys, as JSON; null while the key is not at hand. */
  registrationPack: z.string().max(200_000).nullable(),
  /** What this installation proves itself with there. */
  key: z.strictObject({
    credentialId: id,
    state: z.enum(['held', 'missing', 'expired', 'locked']),
    /** What its certificate calls itself; null, with the next three, while it is not at hand. */
    name: foreignText(200).nullable(),
    expiresAtMs: epochMs.nullable(),
    names: keyNames.nullable(),
    signingAlgorithm: z.enum(SIGNING_ALGORITHMS).nullable(),
    /** Whether it is deleted with the provider: not while another one uses it, nor if the person made or imported it. */
    isDeletedToo: z.boolean(),
  }),
  /** What goes with the provider when it is deleted. */
  consentCount: z.int().min(0),
  activeConsentCount: z.int().min(0),
});

export type ProviderDraft = z.infer<typeof providerDraft>;
export type Redirect = z.infer<typeof redirect>;
export type KeyChoice = z.infer<typeof keyChoice>;
export type RegistrationChange = z.infer<typeof registrationChange>;
export type KeyNames = z.infer<typeof keyNames>;
/** The key that a profile as a file names. */
export type NamedKey = NonNullable<z.infer<typeof providerDocument>['key']>;
export type ProviderDetail = z.infer<typeof providerDetail>;
