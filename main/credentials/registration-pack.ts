import type {
  ClientAuthentication,
  SigningAlgorithm,
  TokenBinding,
} from '../../preload/contract/provider-offer';
import { assertPublic, type PublicJwks } from './public-jwks';

/** What a provider needs to know of this client, in the words of dynamic registration. */
export interface RegistrationPack {
  readonly client_name: string;
  readonly redirect_uris: readonly string[];
  readonly jwks: PublicJwks;
  readonly token_endpoint_auth_method: ClientAuthentication;
  /** Only where requests are signed: the signature that the first key makes. @see OpenID Connect Registration section 2 */
  readonly token_endpoint_auth_signing_alg?: SigningAlgorithm;
  /** Only where the provider knows the name on a certificate. @see RFC 8705 section 2.1.2 */
  readonly tls_client_auth_subject_dn?: string;
  readonly tls_client_certificate_bound_access_tokens: boolean;
  /** Only where tokens are to be bound to a key. @see RFC 9449 section 5.2 */
  readonly dpop_bound_access_tokens?: true;
  /** Only where requests are signed: by the first key, and never any other way. @see RFC 9101 section 10.5 */
  readonly request_object_signing_alg?: SigningAlgorithm;
  readonly require_signed_request_object?: true;
  readonly application_type: 'native';
  readonly grant_types: readonly ['authorization_code', 'refresh_token'];
  readonly response_types: readonly ['code'];
  /** Space-delimited; left out when the provider's own default will do. */
  readonly scope?: string;
  /** Left out for a provider that has no such member, or is asked by scopes alone. @see RFC 9396 section 10 */
  readonly authorization_details_types?: readonly string[];
}

/** What differs from one provider to the next. */
export interface RegistrationFacts {
  readonly clientName: string;
  /** In full. A loopback address stands for itself with every port (RFC 8252 section 7.3). */
  readonly redirectUris: readonly string[];
  readonly jwks: PublicJwks;
  readonly scopes: readonly string[];
  /** Default: `fdx_v1.0`. */
  readonly authorizationDetailsTypes?: readonly string[];
  /** Default: by the self-signed certificate. */
  readonly clientAuthentication?: ClientAuthentication;
  /** The subject of the certificate as RFC 4514 writes it; only where clients are known by it. */
  readonly subjectDistinguishedName?: string;
  /** Default: to the certificate. */
  readonly tokenBinding?: TokenBinding;
  /** Whether every request is a signed request object. Default: not. */
  readonly signsRequests?: boolean;
}

/**
 * Builds the document that is posted to a registration endpoint or mailed to the people of a provider.
 *
 * @throws RangeError when the key set has a private member, which is our own bug
 * @see RFC 7591 section 2; RFC 8705 sections 2.2.2 and 3.4; RFC 9396 section 10 (authorization_details_types)
 */
export function buildRegistrationPack(facts: RegistrationFacts): RegistrationPack {
  assertPublic(facts.jwks);
  const types = facts.authorizationDetailsTypes ?? ['fdx_v1.0'];
  const isByKey = facts.tokenBinding === 'dpop';
  const subject = facts.subjectDistinguishedName;
  const [inUse] = facts.jwks.keys;
  const signs = facts.clientAuthentication === 'private_key_jwt' && inUse !== undefined;
  return {
    client_name: facts.clientName,
    redirect_uris: facts.redirectUris,
    jwks: facts.jwks,
    token_endpoint_auth_method: facts.clientAuthentication ?? 'self_signed_tls_client_auth',
    ...(signs ? { token_endpoint_auth_signing_alg: inUse.alg } : {}),
    ...(subject === undefined ? {} : { tls_client_auth_subject_dn: subject }),
    tls_client_certificate_bound_access_tokens: !isByKey,
    ...(isByKey ? { dpop_bound_access_tokens: true } : {}),
    ...(facts.signsRequests === true && inUse !== undefined
      ? { request_object_signing_alg: inUse.alg, require_signed_request_object: true as const }
      : {}),
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    ...(facts.scopes.length === 0 ? {} : { scope: facts.scopes.join(' ') }),
    ...(types.length === 0 ? {} : { authorization_details_types: types }),
  };
}
