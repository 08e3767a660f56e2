import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { LoopbackListener, LoopbackOptions } from '../ports/answer-listener';
import { returnPage } from './return-page';

/** Longest request target that is looked at, in characters. */
const MAX_TARGET_LENGTH = 8192;

/** How long a browser has to fetch its last page after an accepted answer, in milliseconds. */
const LAST_PAGE_MS = 3000;

/**
 * Listens on the loopback interface for one authorization response.
 *
 * Only 127.0.0.1 (and ::1 where the redirect says localhost), only GET, only the exact path, only with our own Host header, and only until the
 * first answer that belongs to the flow: after it the browser is sent to a page without the code
 * in its address, and the listener is gone. Closing it ends all connections; after an accepted answer that waits until
 * the browser has its last page.
 *
 * @see RFC 8252 section 7.3 (loopback, any port), 8.3 (IP literal, open only while waiting)
 */
export async function listenOnLoopback(options: LoopbackOptions): Promise<Result<LoopbackListener, Failure>> {
  const listening = await openServers(options);
  if (!listening.ok) return listening;
  const { servers, port } = listening.value;

  const origin = `http://${options.host}:${port}`;
  const redirectUri = `${origin}${options.path}`;
  let isAnswered = false;
  const leave = async () => {
    await Promise.all(servers.map(closeServer));
  };
  const close = () => void leave();
  const closeSoon = () => setTimeout(close, LAST_PAGE_MS).unref();

  // One answer at a time: while one is being looked at, a second may not overtake it.
  let line = Promise.resolve();
  const decide = async (target: URL, response: ServerResponse): Promise<void> => {
    if (isAnswered) return refuse(response);
    // The redirect URI is ours, never rebuilt from the Host header.
    const verdict = await options.onAnswer(new URL(`${redirectUri}${target.search}`));
    if (verdict === 'foreign') return returnPage(response, options.pages.foreign);
    isAnswered = true;
    closeSoon();
    sendOn(response);
  };

  const answerRequest = (request: IncomingMessage, response: ServerResponse) => {
    const target = readTarget(request, origin);
    if (target === null) return refuse(response);
    if (isAnswered && target.pathname === '/done') {
      response.once('close', close);
      return returnPage(response, options.pages.accepted);
    }
    if (isAnswered || target.pathname !== options.path) return refuse(response);
    line = line.then(() => decide(target, response));
    line.catch(close);
  };
  for (const server of servers) server.on('request', answerRequest);
  return ok({ redirectUri, close, leave });
}

// Closing one that is closed already is no fault: it is what was wanted.
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

// Sends the browser on, so that the code leaves its address bar and history entry.
function sendOn(response: ServerResponse): void {
  const headers = { location: '/done', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  response.writeHead(303, headers).end();
}

function readTarget(request: IncomingMessage, origin: string): URL | null {
  const target = request.url ?? '';
  const isOurs = request.method === 'GET' && `http://${request.headers.host ?? ''}` === origin;
  if (!isOurs || target.length > MAX_TARGET_LENGTH || !target.startsWith('/')) return null;
  // Joined as text: resolved as a reference, a target with two slashes would name another host.
  return URL.canParse(`${origin}${target}`) ? new URL(`${origin}${target}`) : null;
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('Nothing here.\n');
}

interface Listening {
  readonly servers: readonly Server[];
  readonly port: number;
}

/** Codes of a system that has no IPv6 loopback: nobody else can listen there either. */
const NO_IPV6: ReadonlyArray<string | undefined> = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

// A browser may take localhost for ::1, and whoever listened there would get the code.
async function openServers({ host, port }: LoopbackOptions): Promise<Result<Listening, Failure>> {
  const taken = (): Failure => (port === null ? { kind: 'no-free-port' } : { kind: 'port-taken', port });
  const first = newServer();
  const listening = await startListening(first, port ?? 0, '127.0.0.1');
  if (!listening.ok) return fail(taken());
  if (host === '127.0.0.1') return ok({ servers: [first], port: listening.value });

  const second = newServer();
  const also = await startListening(second, listening.value, '::1');
  if (also.ok) return ok({ servers: [first, second], port: listening.value });
  if (NO_IPV6.includes(also.error)) return ok({ servers: [first], port: listening.value });
  first.close();
  return fail(taken());
}

function newServer(): Server {
  return createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 });
}

function startListening(
  server: Server,
  port: number,
  address: string,
): Promise<Result<number, string | undefined>> {
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(fail(code)));
    server.listen(port, address, () => {
      resolve(ok((server.address() as AddressInfo).port));
    });
  });
}
