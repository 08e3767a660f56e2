import { discoveryRequest, processDiscoveryResponse } from 'oauth4webapi';
import type { AuthorizationServer } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { ProviderHttp } from './transport';
import { readOAuthFailure } from './oauth-failure';
import { overTransport } from './provider-call';

type IssuerInAnswer = 'required' | 'may-be-missing';

export interface DiscoveryTarget {
  readonly providerName: string;
  readonly issuer: string;
  /** The `authorization_details` type that the provider must offer. */
  readonly authorizationDetailsType: string;
  /** Whether the provider must promise to name itself in its answers: it must, unless said. @see RFC 9207 section 3 */
  readonly issuerInAnswer?: IssuerInAnswer;
}

/** Where a provider's metadata may be. @see OpenID Connect Discovery section 4; RFC 8414 section 3 */
const LOCATIONS = ['oidc', 'oauth2'] as const;

/**
 * Reads the provider's metadata and makes sure that it can do all that this client will not do without.
 *
 * @see FAPI 2.0 Security Profile section 5.3.3
 */
export async function discover(
  http: ProviderHttp,
  target: DiscoveryTarget,
  signal?: AbortSignal,
): Promise<Result<AuthorizationServer, Failure>> {
  const { providerName } = target;
  const read = await readMetadata(http, target, signal);
  if (!read.ok) return read;
  const missing = whatIsMissing(read.value.metadata, target.authorizationDetailsType, target.issuerInAnswer);
  return missing.length === 0
    ? ok(read.value.metadata)
    : fail({ kind: 'provider-unsuitable', providerName, missing });
}

/** What a provider says of itself, and where it said so. */
export interface FoundMetadata {
  readonly metadata: AuthorizationServer;
  readonly url: string;
}

/**
 * Reads the provider's metadata at the OpenID location, and at the one of RFC 8414 where the first has none.
 *
 * @see RFC 8414 section 3.3: the issuer is equal, character by character
 * @see OpenID Connect Discovery section 4: `/.well-known/openid-configuration`
 */
export async function readMetadata(
  http: ProviderHttp,
  target: Pick<DiscoveryTarget, 'providerName' | 'issuer'>,
  signal?: AbortSignal,
): Promise<Result<FoundMetadata, Failure>> {
  const { providerName, issuer } = target;
  const rule = 'OpenID Connect Discovery 4.2: metadata is a JSON object with the issuer that was asked for';
  const issuerUrl = new URL(issuer);
  try {
    const { response, url } = await askLocations(http, issuerUrl, signal);
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
    return ok({ metadata, url });
  } catch (cause) {
    return fail(readOAuthFailure(cause, { providerName, host: issuerUrl.host, stage: 'discovery', rule }));
  }
}

// A provider is free to have either document; only an answer that says "not here" leads to the other.
async function askLocations(
  http: ProviderHttp,
  issuer: URL,
  signal?: AbortSignal,
): Promise<{ readonly response: Response; readonly url: string }> {
  let first: { readonly response: Response; readonly url: string } | null = null;
  for (const algorithm of LOCATIONS) {
    let url = '';
    const seen: ProviderHttp = {
      ...http,
      call: (asked, call) => {
        url = asked.href;
        return http.call(asked, call);
      },
    };
    const response = await discoveryRequest(issuer, { algorithm, ...overTransport(seen, signal) });
    if (response.status < 400 || response.status >= 500) return { response, url };
    first ??= { response, url };
  }
  if (first === null) throw new Error('no location was asked');
  return first;
}

/**
 * Names what the metadata lacks, in the field's own words; an empty list means that the flow can start.
 *
 * @see FAPI 2.0 Security Profile section 5.3.3: PAR, PKCE S256, sender-constrained tokens, `iss`
 */
export function whatIsMissing(
  metadata: AuthorizationServer,
  authorizationDetailsType: string,
  issuerInAnswer: IssuerInAnswer = 'required',
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
      issuerInAnswer === 'may-be-missing' || metadata.authorization_response_iss_parameter_supported === true,
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

/** Whether an address of the metadata may be used. */
export function isHttps(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';
}
