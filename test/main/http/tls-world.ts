import type { ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

import { openProviderHttp, type ProviderHttpOptions } from '../../../main/http/provider-http';
import {
  type HttpCall,
  type ProviderHttp,
  TransportError,
  type TransportFault,
} from '../../../main/ports/provider-http';
import { serverIdentity } from '../../helpers/server-identity';
import { openTlsServer, type TlsServer, type TlsServerOptions } from '../../helpers/tls-server';

/** The identity of the servers of a file of tests, unless one has its own. */
export const IDENTITY = await serverIdentity();

export const GET: HttpCall = { method: 'GET', headers: {}, maxBytes: 1000 };

/** A server on loopback for one test. */
export async function serve(
  answer: (response: ServerResponse) => void,
  options: Partial<TlsServerOptions> = {},
): Promise<TlsServer> {
  const given = { identity: IDENTITY, ...options };
  const server = await openTlsServer({ ...given, answer: (_seen, response) => answer(response) });
  onTestFinished(() => server.close());
  return server;
}

/** A client for one test, which trusts the server of the file. */
export function open(options: Partial<ProviderHttpOptions> = {}): ProviderHttp {
  const http = openProviderHttp({ caPem: IDENTITY.certificatePem, clientCertificate: null, ...options });
  onTestFinished(() => http.close());
  return http;
}

/** What went wrong with a call that is expected to go wrong. */
export async function faultOf(call: Promise<Response>): Promise<TransportFault> {
  const cause = await call.then(
    (response) => new Error(`an answer came: ${response.status}`),
    (reason: unknown) => reason,
  );
  if (cause instanceof TransportError) return cause.fault;
  throw cause;
}
