import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';

import type { Clock } from '../clock';
import { readBody, sendJson } from '../http-messages';
import { parseJson } from '../json';
import type { Records } from '../records';
import { type ClientMetadata, readClientMetadata } from './client-metadata';

export interface RegistrationOptions {
  readonly provider: Provider;
  readonly records: Records;
  readonly clock: Clock;
}

/**
 * Registers a client at run time. The bank's own endpoint and not the library's: its errors name the member,
 * and it knows what FDX needs.
 *
 * @see RFC 7591 section 3
 */
export async function registerClient(
  request: IncomingMessage,
  response: ServerResponse,
  { provider, records, clock }: RegistrationOptions,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return sendJson(response, 405, { error: 'invalid_request', error_description: 'register by POST' });
  }
  const body = parseJson(await readBody(request));
  const read = readClientMetadata(body, clock.nowMs());
  if (!read.ok) return sendJson(response, 400, { error: read.error, error_description: read.description });

  const client = {
    client_id: randomBytes(16).toString('base64url'),
    client_id_issued_at: Math.floor(clock.nowMs() / 1000),
    ...read.metadata,
  };
  const stored = forLibrary(client);
  const why = whyLibraryRefuses(stored, provider);
  if (why !== null)
    return sendJson(response, 400, { error: 'invalid_client_metadata', error_description: why });
  records.put('Client', client.client_id, stored, null);
  await records.flush();
  sendJson(response, 201, client);
}

/** What the library can't use must be refused here, not at the first request. */
function whyLibraryRefuses(stored: object, provider: Provider): string | null {
  const Client = provider.Client as unknown as new (metadata: object) => object; // its types hide the parameter
  try {
    void new Client(stored);
    return null;
  } catch (cause) {
    if (cause instanceof errors.InvalidClientMetadata) return cause.error_description ?? cause.message;
    throw cause;
  }
}

/** Where the library keeps `scope` of a client: its own member takes the scopes of OpenID only. */
export const DATA_SCOPE_MEMBER = 'data_scope';

/** What the authorization server library must know of every client, whatever it said. */
function forLibrary({
  scope,
  ...client
}: RegisteredClient): Readonly<Record<string, unknown>> & RegisteredClientId {
  return { ...client, [DATA_SCOPE_MEMBER]: scope, id_token_signed_response_alg: 'ES256' };
}

interface RegisteredClientId {
  readonly client_id: string;
}

type RegisteredClient = ClientMetadata & RegisteredClientId;
