import { request } from 'node:http';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';

import { TransportError, transportErrorIn, type TransportFault } from '../ports/provider-http';
import type { ProxySource } from '../ports/proxy';
import { environmentProxy, nameOfRoute, type Route, routesTo } from './proxy-route';
import { readTransportFault } from './transport-fault';

/** How long a connection may take with all that belongs to it, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;

export interface ConnectorOptions {
  readonly secureContext: SecureContext;
  /** Whether the context has a certificate of ours. */
  readonly hasCertificate: boolean;
  readonly proxies: ProxySource;
  /** Hears of the proxy over which a connection is tried; of its socket once there is one. */
  readonly heardProxy: (proxy: string, socket: TLSSocket | null) => void;
}

/**
 * Opens TLS connections to providers, over a proxy where one leads there.
 *
 * TLS ends at the provider, never at a proxy: that one sees the name and the port, and carries bytes.
 *
 * @see RFC 9110 section 9.3.6 (CONNECT)
 */
export function tlsConnector(options: ConnectorOptions): buildConnector.connector {
  return ({ hostname, port }, done) => {
    const url = new URL(`https://${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port || 443}`);
    void tell(open(url, options), done);
  };
}

async function tell(opening: Promise<TLSSocket>, done: buildConnector.Callback): Promise<void> {
  let socket: TLSSocket;
  try {
    socket = await opening;
  } catch (cause) {
    return done(cause instanceof Error ? cause : new Error(String(cause)), null);
  }
  done(null, socket);
}

async function open(url: URL, options: ConnectorOptions): Promise<TLSSocket> {
  const deadline = AbortSignal.timeout(CONNECT_TIMEOUT_MS);
  const [first, ...others] = await routesTo(url, options.proxies);
  let route: Route = first ?? { kind: 'direct' };
  for (const next of others) {
    try {
      return await openOver(route, url, options, deadline);
    } catch (cause) {
      // The list of a PAC script is for proxies that are out of order, and for nothing else.
      const fault = transportErrorIn(cause)?.fault;
      const isOutOfOrder = fault?.kind === 'proxy' && ['unreachable', 'unsupported'].includes(fault.problem);
      if (!isOutOfOrder || deadline.aborted) throw cause;
      route = next;
    }
  }
  return openOver(route, url, options, deadline);
}

async function openOver(
  route: Route,
  url: URL,
  options: ConnectorOptions,
  deadline: AbortSignal,
): Promise<TLSSocket> {
  if (route.kind === 'direct') return secure(await direct(url, options, deadline), url, options, deadline);
  const proxy = nameOfRoute(route);
  options.heardProxy(proxy, null);
  if (route.kind === 'unsupported')
    throw new TransportError({ kind: 'proxy', problem: 'unsupported', proxy });
  const tunnel = await openTunnel(route, url, deadline);
  try {
    const socket = await secure(tunnel, url, options, deadline);
    options.heardProxy(proxy, socket);
    return socket;
  } catch (cause) {
    const fault = transportErrorIn(cause)?.fault;
    if (fault?.kind !== 'insecure' || fault.problem !== 'unknown-authority') throw cause;
    throw new TransportError({ kind: 'proxy', problem: 'opens-tls', proxy }, cause);
  }
}

async function direct(url: URL, { proxies }: ConnectorOptions, deadline: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: bareName(url), port: Number(url.port || 443) });
  try {
    return await whenReady(socket, 'connect', deadline);
  } catch (cause) {
    const fault = readTransportFault(cause);
    const isNameless = fault.kind === 'unreachable' && fault.reason === 'not-found';
    const unused = isNameless ? environmentProxy(url, proxies.environment) : null;
    if (unused === null || unused.kind === 'direct') throw cause;
    throw new TransportError({ kind: 'proxy', problem: 'unused', proxy: nameOfRoute(unused) }, cause);
  }
}

/** Asks a proxy for a way through. @see RFC 9110 sections 9.3.6 and 11.7.1 */
function openTunnel(
  route: Extract<Route, { kind: 'proxy' }>,
  url: URL,
  deadline: AbortSignal,
): Promise<Socket> {
  const proxy = nameOfRoute(route);
  const target = `${url.hostname}:${url.port || 443}`;
  const signIn =
    route.credentials === null
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(route.credentials).toString('base64')}` };
  return new Promise((resolve, reject) => {
    const failed = (fault: TransportFault, cause?: unknown) => reject(new TransportError(fault, cause));
    const asked = request({
      host: route.host,
      port: route.port,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...signIn },
      agent: false,
      signal: deadline,
    });
    asked.once('error', (cause) => failed({ kind: 'proxy', problem: 'unreachable', proxy }, cause));
    asked.once('connect', ({ statusCode: status = 0 }, socket, rest) => {
      if (status >= 200 && status < 300) {
        if (rest.length > 0) socket.unshift(rest);
        return resolve(socket as Socket);
      }
      socket.destroy();
      const problem = status === 407 ? 'sign-in' : 'refused';
      failed({ kind: 'proxy', problem, proxy, status });
    });
    asked.end();
  });
}

async function secure(
  tcp: Socket,
  url: URL,
  { secureContext, hasCertificate }: ConnectorOptions,
  deadline: AbortSignal,
): Promise<TLSSocket> {
  const name = bareName(url);
  const socket = connectTls({
    socket: tcp,
    host: name, // what the certificate is compared with
    servername: isIP(name) === 0 ? name : '', // RFC 6066 section 3: never an address
    secureContext,
    // Said on every connection, because NODE_TLS_REJECT_UNAUTHORIZED=0 would change the default.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  socket.setNoDelay(true).setKeepAlive(true, 60_000);
  // Under TLS 1.3 a server judges our certificate after we are done (RFC 8446 section 4.4.2). Its alert is followed by
  // the end of the connection, which the HTTP client would report in its place.
  socket.on('error', (cause) => socket.destroy(cause));
  try {
    return await whenReady(socket, 'secureConnect', deadline);
  } catch (cause) {
    tcp.destroy();
    const isAnswered = (socket.getCipher() as object | undefined) !== undefined;
    throw new TransportError(readTransportFault(cause, { hasCertificate, isAnswered }), cause);
  }
}

function bareName(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function whenReady<Kind extends Socket>(
  socket: Kind,
  event: 'connect' | 'secureConnect',
  deadline: AbortSignal,
): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const late = () => {
      const cause = Object.assign(new Error('the connection took too long'), { code: 'ETIMEDOUT' });
      reject(cause);
      socket.destroy();
    };
    const stop = () => deadline.removeEventListener('abort', late);
    deadline.addEventListener('abort', late);
    socket.once(event, () => {
      stop();
      resolve(socket);
    });
    socket.once('error', (cause) => {
      stop();
      reject(cause);
    });
    if (deadline.aborted) late();
  });
}
