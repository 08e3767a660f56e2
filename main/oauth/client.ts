import type { Client } from 'oauth4webapi';

/**
 * This client as the OAuth library wants it described: it authenticates by its self-signed
 * certificate and honours the provider's mTLS aliases.
 *
 * @see RFC 8705 section 2.2 and 5
 */
export function mtlsClient(clientId: string): Client {
  return { client_id: clientId, use_mtls_endpoint_aliases: true };
}
