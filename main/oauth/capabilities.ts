import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import {
  type Capability,
  type ClientAuthentication,
  detailsType,
  type ProviderFindings,
  SIGNING_ALGORITHMS,
  type TokenBinding,
} from '../../preload/contract/provider-offer';
import { cleanForeignText } from '../security/foreign-text';
import { endpoint, isHttps, offeredSignedMode, signedResponseMode } from './discovery';

/** The endpoints that a person is shown, in the order in which a flow meets them. */
const ENDPOINTS = [
  'pushed_authorization_request_endpoint',
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'registration_endpoint',
] as const;

/** Where this client asks without the browser. */
const BACK_CHANNEL = [
  ['token', 'token_endpoint', 'token_endpoint over https'],
  [
    'par',
    'pushed_authorization_request_endpoint',
    'pushed_authorization_request_endpoint over https (RFC 9126)',
  ],
] as const;

/** The ways of client authentication, the easiest first: an authority's certificate has to be got from somewhere. */
const METHODS = [
  ['self_signed_tls_client_auth', 'RFC 8705'],
  ['private_key_jwt', 'RFC 7523'],
  ['tls_client_auth', 'RFC 8705'],
] as const satisfies ReadonlyArray<readonly [ClientAuthentication, string]>;

/** The signing algorithms that a FAPI provider may use. @see FAPI 2.0 Security Profile section 5.4.1 */
const GOOD_ALGORITHMS = ['PS256', 'ES256', 'EdDSA', 'Ed25519'];

/**
 * Says what a provider's metadata offers of what a consent needs or can use, and who needs it.
 *
 * @param type the `authorization_details` type that is to be sent
 * @see FAPI 2.0 Security Profile section 5.3.3
 */
export function readCapabilities(metadata: AuthorizationServer, type: string): readonly Capability[] {
  return [
    ...howItIsAsked(metadata, type),
    ...howItAnswers(metadata),
    ...howItKnowsClients(metadata),
    ...howItBinds(metadata),
    presence('revocation', 'revocation_endpoint (RFC 7009)', metadata.revocation_endpoint),
    presence('registration', 'registration_endpoint (RFC 7591)', metadata.registration_endpoint),
  ];
}

/** What a person sees of a provider's metadata. */
export function viewFindings(
  metadata: AuthorizationServer,
  metadataUrl: string,
  type: string,
): ProviderFindings {
  const methods = listed(metadata, 'token_endpoint_auth_methods_supported') ?? [];
  return {
    issuer: metadata.issuer,
    metadataUrl: cleanForeignText(metadataUrl, 700),
    endpoints: ENDPOINTS.flatMap((name) => {
      const url = metadata[name];
      return typeof url === 'string' ? [{ name, url: cleanForeignText(url, 700) }] : [];
    }),
    detailTypes: (listed(metadata, 'authorization_details_types_supported') ?? [])
      .slice(0, 200)
      .map((offered) => cleanForeignText(offered, 128)),
    scopes:
      listed(metadata, 'scopes_supported')
        ?.slice(0, 500)
        .map((scope) => cleanForeignText(scope, 200)) ?? null,
    clientAuthentications: METHODS.map(([method]) => method).filter((method) => methods.includes(method)),
    tokenBindings: offeredBindings(metadata),
    capabilities: [...readCapabilities(metadata, type)],
  };
}

function howItIsAsked(metadata: AuthorizationServer, type: string): readonly Capability[] {
  const page = metadata.authorization_endpoint;
  const methods = listed(metadata, 'code_challenge_methods_supported');
  const wantsSigned = metadata.require_signed_request_object;
  return [
    row('authorization', 'authorization_endpoint over https', [isHttps(page), page]),
    ...backChannelRows(metadata),
    row('pkce', 'PKCE S256 (RFC 7636)', [methods?.includes('S256') === true, methods?.join(' ')]),
    {
      ...row('unsigned-request', 'requests without a signed request object (RFC 9101 section 10.5)', [
        wantsSigned !== true,
        wantsSigned === undefined ? undefined : `require_signed_request_object: ${String(wantsSigned)}`,
      ]),
      need: 'plain-request',
    },
    ...SIGNING_ALGORITHMS.map((algorithm) => ({
      ...choice(listed(metadata, 'request_object_signing_alg_values_supported'), [algorithm]),
      ...named('request-key', `request objects signed with ${algorithm} (RFC 9101)`),
      need: wantsSigned === true ? (`announced-${algorithm}` as const) : (`signed-${algorithm}` as const),
    })),
    { ...choice(listed(metadata, 'authorization_details_types_supported'), [type]), ...detailsType(type) },
  ];
}

/** Each in two variants: for a client with a certificate, which may have an alias, and for one without. */
function backChannelRows(metadata: AuthorizationServer): readonly Capability[] {
  return BACK_CHANNEL.flatMap(([name, member, standard]) =>
    (['certificate', 'no-certificate'] as const).map((need) => {
      const url = endpoint(metadata, member, { use_mtls_endpoint_aliases: need === 'certificate' });
      return { ...row(name, standard, [isHttps(url), url]), need };
    }),
  );
}

function howItAnswers(metadata: AuthorizationServer): readonly Capability[] {
  const namesItself = metadata.authorization_response_iss_parameter_supported;
  const modes = listed(metadata, 'response_modes_supported');
  const isNamed = namesItself === true || signedResponseMode(metadata) !== null;
  return [
    {
      ...row('issuer', 'iss in the authorization response (RFC 9207)', [
        isNamed,
        namesItself === undefined ? undefined : String(namesItself),
      ]),
      need: 'issuer',
    },
    {
      ...row('jarm', 'response_mode jwt (JARM)', [offeredSignedMode(metadata) !== null, modes?.join(' ')]),
      need: 'never',
    },
    {
      ...choice(listed(metadata, 'id_token_signing_alg_values_supported'), GOOD_ALGORITHMS),
      ...named('signing', 'id_token_signing_alg_values_supported (FAPI 2.0 section 5.4.1)', 'never'),
    },
  ];
}

function howItKnowsClients(metadata: AuthorizationServer): readonly Capability[] {
  const methods = listed(metadata, 'token_endpoint_auth_methods_supported');
  const taken = listed(metadata, 'token_endpoint_auth_signing_alg_values_supported');
  return [
    ...METHODS.map(([method, rfc]) => ({
      ...row(method, `${method} (${rfc})`, [methods?.includes(method) === true, methods?.join(' ')]),
      need: method,
    })),
    ...SIGNING_ALGORITHMS.map((algorithm) => ({
      ...choice(taken, [algorithm]),
      ...named('assertion-key', `private_key_jwt signed with ${algorithm} (RFC 8414 section 2)`),
      need: `assertion-${algorithm}` as const,
    })),
  ];
}

function howItBinds(metadata: AuthorizationServer): readonly Capability[] {
  const isBound = metadata.tls_client_certificate_bound_access_tokens;
  const proofs = listed(metadata, 'dpop_signing_alg_values_supported');
  const aliases = Object.keys(metadata.mtls_endpoint_aliases ?? {}).join(' ');
  return [
    {
      ...named('bound-tokens', 'tls_client_certificate_bound_access_tokens (RFC 8705 section 3.3)', 'never'),
      state: isBound === undefined ? 'silent' : isBound ? 'offered' : 'missing',
      detail: isBound === undefined ? null : words(String(isBound)),
    },
    {
      ...row('dpop', 'tokens bound to a key by DPoP with ES256 or PS256 (RFC 9449)', [
        offersProofs(metadata),
        proofs?.join(' '),
      ]),
      need: 'dpop',
    },
    ...SIGNING_ALGORITHMS.map((algorithm) => ({
      ...row('proof-key', `DPoP proofs signed with ${algorithm} (RFC 9449 section 5.1)`, [
        // A provider without any proofs has a row of its own for that.
        !offersProofs(metadata) || proofs?.includes(algorithm) === true,
        proofs?.join(' '),
      ]),
      need: `proof-${algorithm}` as const,
    })),
    presence('aliases', 'mtls_endpoint_aliases (RFC 8705 section 5)', aliases),
  ];
}

function offeredBindings(metadata: AuthorizationServer): TokenBinding[] {
  const isBound = metadata.tls_client_certificate_bound_access_tokens === true;
  return [
    ...(isBound ? (['certificate'] as const) : []),
    ...(offersProofs(metadata) ? (['dpop'] as const) : []),
  ];
}

function offersProofs(metadata: AuthorizationServer): boolean {
  const offered = listed(metadata, 'dpop_signing_alg_values_supported');
  return SIGNING_ALGORITHMS.some((one) => offered?.includes(one) === true);
}

type Name = Capability['name'];

function named(name: Name, standard: string, need: Capability['need'] = 'always') {
  return { name, need, standard };
}

/** Something that everybody needs. */
function row(
  name: Name,
  standard: string,
  [isOffered, detail]: readonly [isOffered: boolean, detail: string | undefined],
): Capability {
  return { ...named(name, standard), state: isOffered ? 'offered' : 'missing', detail: words(detail) };
}

/** Something that is there or not, and that nobody needs. */
function presence(name: Name, standard: string, detail: string | undefined): Capability {
  const state = detail === undefined || detail === '' ? 'missing' : 'offered';
  return { ...named(name, standard, 'never'), state, detail: words(detail) };
}

/** Something of which one of several will do, and that the metadata need not list. */
function choice(
  list: readonly string[] | null,
  wanted: readonly string[],
): Pick<Capability, 'state' | 'detail'> {
  const hasOne = list?.some((one) => wanted.includes(one)) === true;
  return { state: list === null ? 'silent' : hasOne ? 'offered' : 'missing', detail: words(list?.join(' ')) };
}

function words(detail: string | undefined): string | null {
  return detail === undefined || detail === '' ? null : cleanForeignText(detail, 1000);
}

/** The texts in a list of the metadata; null where there is none. */
function listed(metadata: AuthorizationServer, member: string): readonly string[] | null {
  const value = metadata[member];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}
