import { createServer, type Server, type ServerOptions } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

import type { ServerIdentity } from './server-identity';

/** One request as the server got it. */
export interface SeenRequest {
  readonly method: string;
  /** Path with query. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** SHA-256 of the client's certificate, or null when it showed none. */
  readonly clientCertificate: string | null;
}

type AnswerRequest = (seen: SeenRequest, response: ServerResponse) => void;

export interface TlsServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** What arrived, in order. A client that refused the handshake leaves nothing here. */
  readonly requests: readonly SeenRequest[];
  /** How many TLS handshakes were finished. */
  readonly handshakes: () => number;
  readonly sockets: OpenSockets;
  readonly close: () => Promise<void>;
}

/** The connections that clients hold open. They are kept for a minute unless the client closes them. */
export interface OpenSockets {
  /** SHA-256 of the client's certificate on each, null where it showed none. */
  readonly shown: () => ReadonlyArray<string | null>;
  /** Resolves once the open ones are as they should be. */
  readonly until: (isRight: (shown: ReadonlyArray<string | null>) => boolean) => Promise<void>;
}

export interface TlsServerOptions {
  readonly identity: ServerIdentity;
  readonly answer: AnswerRequest;
  /** Whether clients are asked for a certificate. */
  readonly asksForCertificate?: boolean;
  /** Whether clients without a certificate that suits are refused in the handshake. */
  readonly insistsOnCertificate?: boolean;
  /** Any free one unless given. */
  readonly port?: number;
  readonly tls?: Pick<ServerOptions, 'minVersion' | 'maxVersion' | 'ciphers' | 'sigalgs' | 'dhparam'>;
}

/** Opens an https server on loopback that writes down everything it hears. The caller closes it. */
export async function openTlsServer(options: TlsServerOptions): Promise<TlsServer> {
  const { identity, answer, asksForCertificate = false, insistsOnCertificate = false } = options;
  const { port: wantedPort = 0, tls = {} } = options;
  const requests: SeenRequest[] = [];
  let handshakes = 0;
  const server = createServer({
    key: identity.keyPem,
    cert: identity.certificatePem,
    requestCert: asksForCertificate || insistsOnCertificate,
    rejectUnauthorized: insistsOnCertificate,
    ...tls,
  });
  server.keepAliveTimeout = 60_000;
  server.on('secureConnection', () => {
    handshakes += 1;
  });
  const sockets = watchSockets(server);
  server.on('request', (request, response) => {
    void hear(request).then((seen) => {
      requests.push(seen);
      answer(seen, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${port}`,
    requests,
    handshakes: () => handshakes,
    sockets,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function watchSockets(server: Server): OpenSockets {
  const open = new Map<TLSSocket, string | null>();
  const waiting = new Set<() => void>();
  const tellAll = () => waiting.forEach((look) => look());
  server.on('secureConnection', (socket) => {
    open.set(socket, certificateOf(socket));
    socket.once('close', () => {
      open.delete(socket);
      tellAll();
    });
    tellAll();
  });
  const shown = () => [...open.values()];
  return {
    shown,
    until: (isRight) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isRight(shown())) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** SHA-256 of what the client showed, or null. A connection that took up an earlier session shows that one's. */
function certificateOf(socket: TLSSocket): string | null {
  const { fingerprint256 } = socket.getPeerCertificate();
  return fingerprint256 ?? null;
}

async function hear(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    clientCertificate: certificateOf(request.socket as TLSSocket),
  };
}
