import { z } from 'zod';

import { foreignText } from './basic-shapes';

/** How this client can prove itself. @see RFC 8705 section 2; RFC 7523 section 2.2 */
export const CLIENT_AUTHENTICATIONS = [
  'self_signed_tls_client_auth',
  'tls_client_auth',
  'private_key_jwt',
] as const;

/** What tokens can be bound to. @see RFC 8705 section 3; RFC 9449 */
export const TOKEN_BINDINGS = ['certificate', 'dpop'] as const;

/**
 * Whether the request goes as a signed request object. `as-announced`: where the provider says that it takes no other.
 *
 * @see RFC 9101 section 10.5
 */
export const REQUEST_OBJECTS = ['as-announced', 'plain', 'signed'] as const;

/** The signatures that the keys of this client make. @see FAPI 2.0 Security Profile section 5.4.1 */
export const SIGNING_ALGORITHMS = ['ES256', 'PS256'] as const;

export type ClientAuthentication = (typeof CLIENT_AUTHENTICATIONS)[number];
export type TokenBinding = (typeof TOKEN_BINDINGS)[number];
export type RequestObject = (typeof REQUEST_OBJECTS)[number];
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/**
 * Who cannot do without a thing that a provider offers or not: everybody, nobody, or the profiles that say so.
 * `certificate` and `no-certificate`: whether the TLS certificate has a part in it. `plain-request`: whether the
 * request is not signed. The last eight: the key that signs, and what it signs; `announced`: requests that are
 * signed because the provider takes no other.
 */
const NEEDS = [
  'always',
  'never',
  'issuer',
  'details',
  'certificate',
  'no-certificate',
  'dpop',
  'plain-request',
  ...CLIENT_AUTHENTICATIONS,
  'assertion-ES256',
  'assertion-PS256',
  'proof-ES256',
  'proof-PS256',
  'signed-ES256',
  'signed-PS256',
  'announced-ES256',
  'announced-PS256',
] as const;

/** What a provider's metadata says of one thing that Countersign needs or can use. */
export const capability = z.strictObject({
  name: z.enum([
    'authorization',
    'token',
    'par',
    'pkce',
    'unsigned-request',
    'request-key',
    'details-type',
    'issuer',
    'jarm',
    ...CLIENT_AUTHENTICATIONS,
    'assertion-key',
    'bound-tokens',
    'dpop',
    'proof-key',
    'aliases',
    'signing',
    'revocation',
    'registration',
  ]),
  /** `silent`: the metadata does not say, which the standard allows. */
  state: z.enum(['offered', 'missing', 'silent']),
  need: z.enum(NEEDS),
  /** What it is, in the field's own words with their number. */
  standard: foreignText(300),
  /** What the metadata says, for the developer depth. */
  detail: foreignText(1000).nullable(),
});

/** What was found at a provider's well-known addresses. */
export const providerFindings = z.strictObject({
  issuer: foreignText(512),
  /** The address that answered. */
  metadataUrl: foreignText(700),
  /** Endpoints by their name in the metadata, in its words. */
  endpoints: z.array(z.strictObject({ name: foreignText(80), url: foreignText(700) })),
  /** `authorization_details` types that are offered; empty when the metadata does not say. */
  detailTypes: z.array(foreignText(128)),
  /** Scopes that are listed; null where none are. @see RFC 8414 section 2 (`scopes_supported`) */
  scopes: z.array(foreignText(200)).max(500).nullable(),
  /** What is offered of what this client can do, the easiest first; empty when the metadata names none of it. */
  clientAuthentications: z.array(z.enum(CLIENT_AUTHENTICATIONS)),
  tokenBindings: z.array(z.enum(TOKEN_BINDINGS)),
  capabilities: z.array(capability),
});

export type Capability = z.infer<typeof capability>;
export type ProviderFindings = z.infer<typeof providerFindings>;

/** What one profile wants of its provider. The flow and the capability card judge by it alike. */
export interface ProviderNeeds {
  readonly clientAuthentication: ClientAuthentication;
  readonly tokenBinding: TokenBinding;
  /** Whether the provider must promise to name itself in its answers. @see RFC 9207 section 3 */
  readonly issuerInAnswer: 'required' | 'may-be-missing';
  /** Whether the consent request is sent, which the provider then has to understand. @see RFC 9396 section 2 */
  readonly authorizationDetails: 'sent' | 'left-out';
  readonly requestObject: RequestObject;
  /** How the profile's key signs; null while it is not known which key that is. */
  readonly signingAlgorithm: SigningAlgorithm | null;
}

/** Whether the TLS certificate has a part in it at all. Where it has none, it is not shown. */
export function usesCertificate({
  clientAuthentication,
  tokenBinding,
}: Pick<ProviderNeeds, 'clientAuthentication' | 'tokenBinding'>): boolean {
  return clientAuthentication !== 'private_key_jwt' || tokenBinding === 'certificate';
}

/** Whether a profile cannot do without a thing. */
export function isNeeded({ need }: Pick<Capability, 'need'>, needs: ProviderNeeds): boolean {
  const { clientAuthentication, tokenBinding, signingAlgorithm } = needs;
  switch (need) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'issuer':
      return needs.issuerInAnswer === 'required';
    case 'details':
      return needs.authorizationDetails === 'sent';
    case 'certificate':
      return usesCertificate(needs);
    case 'no-certificate':
      return !usesCertificate(needs);
    case 'plain-request':
      return needs.requestObject === 'plain';
    case 'dpop':
      return tokenBinding === need;
    case 'self_signed_tls_client_auth':
    case 'tls_client_auth':
    case 'private_key_jwt':
      return clientAuthentication === need;
    case 'assertion-ES256':
    case 'assertion-PS256':
      return clientAuthentication === 'private_key_jwt' && need === `assertion-${signingAlgorithm}`;
    case 'proof-ES256':
    case 'proof-PS256':
      return tokenBinding === 'dpop' && need === `proof-${signingAlgorithm}`;
    case 'signed-ES256':
    case 'signed-PS256':
      return needs.requestObject === 'signed' && need === `signed-${signingAlgorithm}`;
    case 'announced-ES256':
    case 'announced-PS256':
      return needs.requestObject !== 'plain' && need === `announced-${signingAlgorithm}`;
  }
}

/** Whether a thing says something to a profile: what is the same thing in two variants is told in one. */
export function concerns({ need }: Pick<Capability, 'need'>, needs: ProviderNeeds): boolean {
  const isVariant = /^(?:no-)?certificate$|^plain-request$|^(?:assertion|proof|signed|announced)-/.test(need);
  return !isVariant || isNeeded({ need }, needs);
}

/** Whether it is the profile that asks for a thing, so that another choice does without it. */
export function isByChoice({ need }: Pick<Capability, 'need'>): boolean {
  return !['always', 'certificate', 'no-certificate'].includes(need);
}

/** The things that a profile cannot do without and its provider lacks; none means that a flow can start. */
export function whatIsLacking(
  capabilities: readonly Capability[],
  needs: ProviderNeeds,
): readonly Capability[] {
  return capabilities.filter((one) => one.state === 'missing' && isNeeded(one, needs));
}

/**
 * The capabilities for another type of consent request than the one they were looked up with: a person may
 * choose one of those that are offered.
 */
export function withDetailsType(
  { capabilities, detailTypes }: Pick<ProviderFindings, 'capabilities' | 'detailTypes'>,
  type: string,
): readonly Capability[] {
  if (detailTypes.length === 0) return capabilities;
  const state = detailTypes.includes(type) ? 'offered' : 'missing';
  return capabilities.map((one) =>
    one.name === 'details-type' ? { ...one, ...detailsType(type), state } : one,
  );
}

/** The row of one type of consent request. @see RFC 9396 section 10 (the list of types is optional) */
export function detailsType(type: string): Pick<Capability, 'name' | 'need' | 'standard'> {
  return {
    name: 'details-type',
    need: 'details',
    standard: `authorization_details of type ${type} (RFC 9396)`,
  };
}
