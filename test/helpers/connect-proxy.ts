import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';

export interface ConnectProxyOptions {
  /** The names that this proxy alone can resolve, with the port on this computer that each stands for. */
  readonly names: Readonly<Record<string, number>>;
  /** What it answers in place of letting through. */
  readonly status?: number;
}

/** A proxy on this computer, as companies have them in their networks. */
export interface ConnectProxy {
  readonly port: number;
  /** Host and port, as settings and PAC scripts name it. */
  readonly address: string;
  /** What it was asked to connect to, in order. */
  readonly asked: readonly string[];
  /** The `Proxy-Authorization` of each of those; null where there was none. */
  readonly signIns: ReadonlyArray<string | null>;
  /** All bytes that clients sent through it, as text: only what is sealed may be there. */
  readonly carried: () => string;
}

/** Opens a proxy for one test. @see RFC 9110 section 9.3.6 */
export async function connectProxy({ names, status = 200 }: ConnectProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = [];
  const signIns: Array<string | null> = [];
  const sockets = new Set<Duplex>();
  let carried = '';
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.on('connect', (request: IncomingMessage, client: Duplex) => {
    const target = request.url ?? '';
    asked.push(target);
    signIns.push(request.headers['proxy-authorization'] ?? null);
    sockets.add(client);
    client.on('error', () => undefined);
    const port = names[new URL(`http://${target}`).hostname];
    if (status !== 200 || port === undefined)
      return void client.end(`HTTP/1.1 ${status === 200 ? 502 : status} No\r\ncontent-length: 0\r\n\r\n`);
    const far = connect({ host: '127.0.0.1', port }, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.on('data', (bytes: Buffer) => {
        carried += bytes.toString('latin1');
      });
      client.pipe(far).pipe(client);
    });
    sockets.add(far);
    far.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, address: `127.0.0.1:${port}`, asked, signIns, carried: () => carried };
}
