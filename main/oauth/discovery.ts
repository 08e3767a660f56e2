import { discoveryRequest, processDiscoveryResponse } from 'oauth4webapi';
import type { AuthorizationServer } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { ProviderHttp } from './transport';
import { readOAuthFailure } from './oauth-failure';
import { overTransport } from './provider-call';

export interface DiscoveryTarget {
  readonly providerName: string;
  readonly issuer: string;
  /** The `authorization_details` type that the provider must offer. */
  readonly authorizationDetailsType: string;
}

/**
 * Reads the provider's metadata and makes sure that it can do all that this client will not do without.
 *
 * @see RFC 8414 section 3.3: the issuer is equal, character by character
 * @see OpenID Connect Discovery section 4: `/.well-known/openid-configuration`
 */
export async function discover(
  http: ProviderHttp,
  target: DiscoveryTarget,
  signal?: AbortSignal,
): Promise<Result<AuthorizationServer, Failure>> {
  const { providerName, issuer } = target;
  const rule = 'OpenID Connect Discovery 4.2: metadata is a JSON object with the issuer that was asked for';
  const issuerUrl = new URL(issuer);
  try {
    const response = await discoveryRequest(issuerUrl, { algorithm: 'oidc', ...overTransport(http, signal) });
    const metadata = await processDiscoveryResponse(issuerUrl, response);
    // The library compares parsed URLs, so a missing slash at the end would pass.
    if (metadata.issuer !== issuer) {
      const detail = `the metadata belongs to ${metadata.issuer.slice(0, 200)}`;
      return fail({
        kind: 'provider-misbehaved',
        providerName,
        stage: 'discovery',
        rule: 'RFC 8414 3.3: the issuer is equal',
        detail,
      });
    }
    const missing = whatIsMissing(metadata, target.authorizationDetailsType);
    return missing.length === 0 ? ok(metadata) : fail({ kind: 'provider-unsuitable', providerName, missing });
  } catch (cause) {
    return fail(readOAuthFailure(cause, { providerName, host: issuerUrl.host, stage: 'discovery', rule }));
  }
}

/**
 * Names what the metadata lacks, in the field's own words; an empty list means that the flow can start.
 *
 * @see FAPI 2.0 Security Profile section 5.3.3: PAR, PKCE S256, sender-constrained tokens, `iss`
 */
export function whatIsMissing(
  metadata: AuthorizationServer,
  authorizationDetailsType: string,
): readonly string[] {
  const checks: ReadonlyArray<readonly [present: boolean, name: string]> = [
    [isHttps(metadata.authorization_endpoint), 'authorization_endpoint over https'],
    [isHttps(endpoint(metadata, 'token_endpoint')), 'token_endpoint over https'],
    [
      isHttps(endpoint(metadata, 'pushed_authorization_request_endpoint')),
      'pushed_authorization_request_endpoint over https (RFC 9126)',
    ],
    [metadata.code_challenge_methods_supported?.includes('S256') === true, 'PKCE S256 (RFC 7636)'],
    [
      metadata.token_endpoint_auth_methods_supported?.includes('self_signed_tls_client_auth') === true,
      'self_signed_tls_client_auth (RFC 8705)',
    ],
    [
      metadata.authorization_response_iss_parameter_supported === true,
      'iss in the authorization response (RFC 9207)',
    ],
    [
      offersDetailType(metadata, authorizationDetailsType),
      `authorization_details of type ${authorizationDetailsType} (RFC 9396)`,
    ],
  ];
  return checks.filter(([present]) => !present).map(([, name]) => name);
}

type EndpointName = 'token_endpoint' | 'pushed_authorization_request_endpoint' | 'revocation_endpoint';

/** The endpoint for a client with a certificate: the alias where there is one. @see RFC 8705 section 5 */
export function endpoint(metadata: AuthorizationServer, name: EndpointName): string | undefined {
  const alias = metadata.mtls_endpoint_aliases?.[name];
  return typeof alias === 'string' ? alias : metadata[name];
}

function offersDetailType(metadata: AuthorizationServer, type: string): boolean {
  const offered = metadata['authorization_details_types_supported'];
  // The member is optional (RFC 9396 section 10): a provider that is silent is asked by PAR itself.
  return offered === undefined || (Array.isArray(offered) && offered.includes(type));
}

function isHttps(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';
}
