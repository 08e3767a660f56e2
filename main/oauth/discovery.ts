import { discoveryRequest, processDiscoveryResponse } from 'oauth4webapi';
import type { AuthorizationServer, Client } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok } from '../../preload/contract/result';
import type { Result } from '../../preload/contract/result';
import type { ProviderHttp } from './transport';
import { readOAuthFailure } from './oauth-failure';
import { sendOver } from './provider-call';

/** A provider, by the address that a person knows it by. */
export interface DiscoveryTarget {
  readonly providerName: string;
  readonly issuer: string;
}

/** Signatures that are believed; the rest is weak, or none at all. @see FAPI 2.0 Security Profile section 5.4 */
const SAFE_ALGORITHMS: readonly string[] = ['ES256', 'PS256', 'EdDSA', 'Ed25519'];

/** Where a provider's metadata may be. @see OpenID Connect Discovery section 4; RFC 8414 section 3 */
const LOCATIONS = ['oidc', 'oauth2'] as const;

/** What a provider says of itself, and where it said so. */
export interface FoundMetadata {
  /** With only those signatures that are believed. */
  readonly metadata: AuthorizationServer;
  /** As the provider said it, to be shown. */
  readonly said: AuthorizationServer;
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
  target: DiscoveryTarget,
  signal?: AbortSignal,
): Promise<Result<FoundMetadata, Failure>> {
  const { providerName, issuer } = target;
  const rule = 'OpenID Connect Discovery 4.2: metadata is a JSON object with the issuer that was asked for';
  const issuerUrl = new URL(issuer);
  try {
    const { response, url } = await askLocations(http, issuerUrl, signal);
    const said = await processDiscoveryResponse(issuerUrl, response);
    // The library compares parsed URLs, so a missing slash at the end would pass.
    if (said.issuer !== issuer) {
      const detail = `the metadata belongs to ${said.issuer.slice(0, 200)}`;
      return fail({
        kind: 'provider-misbehaved',
        providerName,
        stage: 'discovery',
        rule: 'RFC 8414 3.3: the issuer is equal',
        detail,
      });
    }
    return ok({ metadata: withSafeAlgorithms(said), said, url });
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
    const response = await sendOver(
      seen,
      'harmless',
      (transport) => discoveryRequest(issuer, { algorithm, ...transport }),
      signal,
    );
    if (response.status < 400 || response.status >= 500) return { response, url };
    first ??= { response, url };
  }
  if (first === null) throw new Error('no location was asked');
  return first;
}

type EndpointName = 'token_endpoint' | 'pushed_authorization_request_endpoint' | 'revocation_endpoint';

/**
 * The endpoint for this client: the alias where its certificate has a part in it and there is one.
 *
 * @see RFC 8705 section 5
 */
export function endpoint(
  metadata: AuthorizationServer,
  name: EndpointName,
  { use_mtls_endpoint_aliases: usesAliases }: Pick<Client, 'use_mtls_endpoint_aliases'>,
): string | undefined {
  const alias = usesAliases === true ? metadata.mtls_endpoint_aliases?.[name] : undefined;
  return typeof alias === 'string' ? alias : metadata[name];
}

/**
 * Whether the answer is to come as a signed JWT: where the provider can, and would not name itself otherwise.
 *
 * @see JWT Secured Authorization Response Mode (JARM) section 2.3; RFC 9207 section 1 (a JARM answer holds `iss`)
 */
export function answersByJwt(metadata: AuthorizationServer): boolean {
  const { response_modes_supported: listed } = metadata;
  const modes = Array.isArray(listed) ? listed : undefined; // text has an `includes` too, of another meaning
  const namesItself = metadata.authorization_response_iss_parameter_supported === true;
  const isPlain = modes === undefined || modes.includes('query');
  return modes?.includes('jwt') === true && !(namesItself && isPlain);
}

// The library believes what the provider lists, and RS256 where it lists nothing.
function withSafeAlgorithms(metadata: AuthorizationServer): AuthorizationServer {
  const safe = (listed: unknown) => {
    const known = Array.isArray(listed) ? SAFE_ALGORITHMS.filter((one) => listed.includes(one)) : [];
    return known.length === 0 ? [...SAFE_ALGORITHMS] : known;
  };
  return {
    ...metadata,
    id_token_signing_alg_values_supported: safe(metadata.id_token_signing_alg_values_supported),
    authorization_signing_alg_values_supported: safe(metadata.authorization_signing_alg_values_supported),
  };
}

/** Whether an address of the metadata may be used. */
export function isHttps(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';
}
