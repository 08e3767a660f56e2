import { type ServerMetadata as AuthorizationServer, TlsClientAuth } from 'openid-client';

import type { ClientIdentity } from '../../../main/oauth/configuration';
import {
  type HttpCall,
  type ProviderHttp,
  TransportError,
  type TransportFault,
} from '../../../main/ports/provider-http';

/** One call that the rules made. */
export interface Call extends HttpCall {
  readonly url: string;
}

export interface FakeHttp extends ProviderHttp {
  readonly calls: readonly Call[];
}

/** A network that gives one answer, or one fault, to whatever it is asked. */
export function answering(answer: (call: Call) => Response | TransportFault): FakeHttp {
  const calls: Call[] = [];
  return {
    calls,
    call: (url, call) => {
      const seen = { ...call, url: url.href };
      calls.push(seen);
      const given = answer(seen);
      return given instanceof Response ? Promise.resolve(given) : Promise.reject(new TransportError(given));
    },
    close: () => Promise.resolve(),
    retire: () => undefined,
    retryClock: { nowMs: () => 0, random: () => 0, wait: () => Promise.resolve() },
  };
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A client that proves itself with its certificate. */
export function identityOf(clientId = 'countersign'): ClientIdentity {
  const client = { client_id: clientId, use_mtls_endpoint_aliases: true };
  return {
    client,
    authentication: TlsClientAuth(),
    dpop: null,
    confirmation: null,
    requestObject: 'as-announced',
    requestKey: null,
  };
}

/** The metadata of a provider that can do all that is needed. */
export const METADATA: AuthorizationServer = {
  issuer: 'https://bank.example',
  authorization_endpoint: 'https://bank.example/authorize',
  token_endpoint: 'https://bank.example/token',
  pushed_authorization_request_endpoint: 'https://bank.example/par',
  revocation_endpoint: 'https://bank.example/revoke',
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['self_signed_tls_client_auth'],
  authorization_response_iss_parameter_supported: true,
  authorization_details_types_supported: ['fdx_v1.0'],
  mtls_endpoint_aliases: {
    token_endpoint: 'https://mtls.bank.example/token',
    pushed_authorization_request_endpoint: 'https://mtls.bank.example/par',
  },
};

/** What the callback rules need of a profile with the usual values. */
export const USUAL_PROFILE = {
  scope: 'fdx:accountbasic:read',
  allows: { issuerInAnswer: 'required', issuerInErrors: 'as-promised', signedAnswer: 'as-announced' },
} as const;
