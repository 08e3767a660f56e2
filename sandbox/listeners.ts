import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { HOST } from './addresses';
import type { KeyAndCertificate } from './certificates';

/** Answers one request. It never rejects. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface ListenerOptions {
  readonly identity: KeyAndCertificate;
  /** 0 takes any that is free. */
  readonly port: number;
  /**
   * Whether the bank had this port last time. Then it waits a little for it: a bank that was killed a moment ago
   * may not be quite gone, and at another address it would be another bank to its clients.
   */
  readonly isOurs: boolean;
  /** Whether clients are asked for a certificate. A browser would show a picker to a person who owns some. */
  readonly clientCertificate: 'request' | 'none';
}

/** A listener that is bound to its port, and does not answer before it is told how. */
export interface Listener {
  readonly port: number;
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

/** Tries for a port that belongs to the bank; one try is enough for any other. */
const PATIENT_TRIES = 10;
const BETWEEN_TRIES_MS = 300;
/** A person reads the pages for longer than the 5 s that Node keeps a client's connection. */
const KEEP_ALIVE_MS = 65_000;

/** The port is not to be had; the message is for the person who started the bank. */
export class PortUnavailable extends Error {}

/**
 * Opens one https listener on this machine only.
 *
 * @throws PortUnavailable
 */
export async function openListener({
  identity,
  port,
  isOurs,
  clientCertificate,
}: ListenerOptions): Promise<Listener> {
  const server = createServer({
    key: identity.keyPem,
    cert: identity.certificatePem,
    minVersion: 'TLSv1.2',
    requestCert: clientCertificate === 'request',
    rejectUnauthorized: false, // they are self-signed; who may do what is decided by the request
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, { port, tries: isOurs ? PATIENT_TRIES : 1 });
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (answer) => {
      server.on('request', (request, response) => void answer(request, response));
    },
    close: () => close(server),
  };
}

async function listen(server: Server, { port, tries }: { port: number; tries: number }): Promise<void> {
  try {
    await listenOnce(server, port);
  } catch (cause) {
    const isTaken = codeOf(cause) === 'EADDRINUSE';
    if (!isTaken || tries <= 1) throw new PortUnavailable(whyUnavailable(port, codeOf(cause)), { cause });
    await setTimeout(BETWEEN_TRIES_MS);
    await listen(server, { port, tries: tries - 1 });
  }
}

function listenOnce(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: HOST, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function whyUnavailable(port: number, code: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another one, or 0 for any.`;
  if (code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023, or 0 for any.`;
  return `Port ${port} could not be opened on ${HOST} (${code}).`;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections(); // kept-alive connections of clients would hold the process
  await closed;
}
