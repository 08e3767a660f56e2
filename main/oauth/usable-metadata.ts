import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import { isObject } from '../security/json';

/** Signatures that are believed; the rest is weak, or none at all. @see FAPI 2.0 Security Profile section 5.4 */
const SAFE_ALGORITHMS: readonly string[] = ['ES256', 'PS256', 'EdDSA', 'Ed25519'];

const FLAG =
  /^(?:require_|tls_client_certificate_bound_|authorization_response_iss_|request_(?:uri_)?parameter_supported)/;
const ADDRESS = /(?:_endpoint|^jwks_uri)$/;
const LIST = /_(?:supported|types)$/;

/**
 * A provider's metadata with those members alone that are of their type: an address is a text that is a URL, a list
 * holds texts, a flag is true or false. What is of another type says nothing, as if it were not there: a list with
 * one address would otherwise be taken for that address, and text for a flag that is set.
 *
 * @see RFC 8414 section 2; RFC 8705 section 5
 */
export function usableMembers(said: AuthorizationServer): AuthorizationServer {
  const usable = Object.fromEntries(
    Object.entries(said).flatMap(([name, value]: readonly [string, unknown]) => {
      const kept = name === 'mtls_endpoint_aliases' ? addressesIn(value) : usableValue(name, value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
  return { ...usable, issuer: said.issuer };
}

/** Its metadata with those signatures alone that are believed: the library believes what is listed, and RS256 where nothing is. */
export function withSafeAlgorithms(metadata: AuthorizationServer): AuthorizationServer {
  const safe = (listed: readonly string[] | undefined) => {
    const known = SAFE_ALGORITHMS.filter((one) => listed?.includes(one) === true);
    return known.length === 0 ? [...SAFE_ALGORITHMS] : known;
  };
  return {
    ...metadata,
    id_token_signing_alg_values_supported: safe(metadata.id_token_signing_alg_values_supported),
    authorization_signing_alg_values_supported: safe(metadata.authorization_signing_alg_values_supported),
  };
}

function usableValue(name: string, value: unknown): unknown {
  if (ADDRESS.test(name)) return isAddress(value) ? value : undefined;
  if (FLAG.test(name)) return typeof value === 'boolean' ? value : undefined;
  if (!LIST.test(name)) return value;
  if (typeof value === 'boolean') return value; // `claims_parameter_supported` and its like
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

function addressesIn(aliases: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(aliases)) return undefined;
  return Object.fromEntries(Object.entries(aliases).filter(([, value]) => isAddress(value)));
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value);
}
