import type { AuthorizationServer } from 'oauth4webapi';

import type { Capability, ProviderFindings } from '../../preload/contract/provider-shapes';
import { cleanForeignText } from '../security/foreign-text';
import { isHttps } from './discovery';

/** The endpoints that a person is shown, in the order in which a flow meets them. */
const ENDPOINTS = [
  'pushed_authorization_request_endpoint',
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'registration_endpoint',
] as const;

/** The client authentication that needs nothing but our certificate. @see RFC 8705 section 2 */
const CERTIFICATE_METHODS = ['self_signed_tls_client_auth', 'tls_client_auth'];

/** The signing algorithms that a FAPI provider may use. @see FAPI 2.0 Security Profile section 5.4.1 */
const GOOD_ALGORITHMS = ['PS256', 'ES256', 'EdDSA', 'Ed25519'];

/**
 * Says what a provider's metadata offers of what a consent needs or can use.
 *
 * @param detailsType the `authorization_details` type that is to be sent
 * @see FAPI 2.0 Security Profile section 5.3.3
 */
export function readCapabilities(metadata: AuthorizationServer, detailsType: string): readonly Capability[] {
  const pushed = metadata.pushed_authorization_request_endpoint;
  const list = (member: string) => textList(metadata[member]);
  const methods = list('code_challenge_methods_supported');
  const authentication = list('token_endpoint_auth_methods_supported');
  const namesItself = metadata.authorization_response_iss_parameter_supported;
  return [
    needed('par', isHttps(pushed), pushed),
    ofList('details-type', list('authorization_details_types_supported'), [detailsType], 'needed'),
    needed('pkce', methods?.includes('S256') === true, methods?.join(' ')),
    needed('issuer', namesItself === true, namesItself === undefined ? undefined : String(namesItself)),
    needed(
      'certificate',
      authentication?.some((one) => CERTIFICATE_METHODS.includes(one)) === true,
      authentication?.join(' '),
    ),
    ofFlag('bound-tokens', metadata.tls_client_certificate_bound_access_tokens),
    ofPresence('aliases', Object.keys(metadata.mtls_endpoint_aliases ?? {}).join(' ')),
    ofList('signing', list('id_token_signing_alg_values_supported'), GOOD_ALGORITHMS, 'useful'),
    ofPresence('revocation', metadata.revocation_endpoint),
    ofPresence('registration', metadata.registration_endpoint),
  ];
}

/** What a person sees of a provider's metadata. */
export function viewFindings(
  metadata: AuthorizationServer,
  metadataUrl: string,
  detailsType: string,
): ProviderFindings {
  return {
    issuer: metadata.issuer,
    metadataUrl: cleanForeignText(metadataUrl, 700),
    endpoints: ENDPOINTS.flatMap((name) => {
      const url = metadata[name];
      return typeof url === 'string' ? [{ name, url: cleanForeignText(url, 700) }] : [];
    }),
    detailTypes: (textList(metadata['authorization_details_types_supported']) ?? [])
      .slice(0, 50)
      .map((type) => cleanForeignText(type, 128)),
    capabilities: [...readCapabilities(metadata, detailsType)],
  };
}

type Name = Capability['name'];

function needed(name: Name, isOffered: boolean, detail: string | undefined): Capability {
  return { name, state: isOffered ? 'offered' : 'missing', isNeeded: true, detail: words(detail) };
}

function ofPresence(name: Name, detail: string | undefined): Capability {
  const state = detail === undefined || detail === '' ? 'missing' : 'offered';
  return { name, state, isNeeded: false, detail: words(detail) };
}

function ofFlag(name: Name, flag: boolean | undefined): Capability {
  const state = flag === undefined ? 'silent' : flag ? 'offered' : 'missing';
  return { name, state, isNeeded: false, detail: flag === undefined ? null : String(flag) };
}

function ofList(
  name: Name,
  list: readonly string[] | null,
  wanted: readonly string[],
  use: 'needed' | 'useful',
): Capability {
  const hasOne = list?.some((one) => wanted.includes(one)) === true;
  const state = list === null ? 'silent' : hasOne ? 'offered' : 'missing';
  return { name, state, isNeeded: use === 'needed', detail: words(list?.join(' ')) };
}

function words(detail: string | undefined): string | null {
  return detail === undefined || detail === '' ? null : cleanForeignText(detail, 1000);
}

function textList(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}
