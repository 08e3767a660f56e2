import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { TLSSocket } from 'node:tls';

import { type HttpCall, TransportError } from '../ports/provider-http';
import type { HeaderLines, SeenExchange, SentMessage, TlsFacts, WireFault } from '../wire/exchange';
import type { WireObserver } from '../wire/exchange-recorder';
import { wireStepOf } from '../wire/wire-step';
import { readTlsFacts } from './tls-facts';

/** The most that is kept of one body, in bytes. What is counted is always the whole. */
const KEPT_BODY_BYTES = 2_000_000;

/** What was seen of one exchange so far. */
interface Traffic {
  written: Buffer[];
  tls: TlsFacts | null;
  /** Host and port of the proxy over which it went; null for none. */
  proxy: string | null;
  status: number | null;
  reason: string;
  headers: HeaderLines;
  headersAtMs: number | null;
  readonly received: Buffer[];
  receivedBytes: number;
}

/** Listens to the HTTP client at the edge of TLS, so that what is shown of the wire is what went over it. */
export interface WireTap {
  /** Makes a call and hands everything that was seen of it to the observer, however it ends. */
  readonly watch: <Value>(url: URL, call: HttpCall, send: () => Promise<Value>) => Promise<Value>;
  /** Notes the proxy over which a connection goes: for the call that opens it, and for all that come over its socket. */
  readonly heardProxy: (proxy: string, socket: TLSSocket | null) => void;
  readonly close: () => void;
}

/**
 * Taps all connections of one provider. The request is taken from the socket's own writes, because the
 * HTTP client adds header lines that no caller sees.
 *
 * @param ownThumbprint `x5t#S256` of the client certificate, or null
 */
export function openWireTap(observer: WireObserver, ownThumbprint: string | null): WireTap {
  const underWay = new AsyncLocalStorage<Traffic>();
  const proxyOf = new WeakMap<TLSSocket, string>();
  const listeners = listenersOf(underWay, { ownThumbprint, proxyOf });
  for (const [channel, listener] of listeners) subscribe(channel, listener);

  return {
    watch: async (url, call, send) => {
      const end = observer.begin();
      const startedAtMs = Date.now();
      const traffic = noTraffic();
      const finish = (fault: WireFault | null) =>
        end({ ...seenOf(url, call, traffic), startedAtMs, endedAtMs: Date.now(), fault });
      try {
        const value = await underWay.run(traffic, send);
        finish(null);
        return value;
      } catch (cause) {
        finish(faultOf(cause));
        throw cause;
      }
    },
    heardProxy: (proxy, socket) => {
      const opening = underWay.getStore();
      if (opening !== undefined) opening.proxy = proxy;
      if (socket !== null) proxyOf.set(socket, proxy);
    },
    close: () => {
      for (const [channel, listener] of listeners) unsubscribe(channel, listener);
    },
  };
}

/** What the client's diagnostic messages hold; each has the request, and some of them the rest. */
interface Message {
  readonly request: object;
  readonly socket: TLSSocket;
  readonly chunk: Buffer;
  readonly response: {
    readonly statusCode: number;
    readonly statusText: string;
    readonly headers: readonly Buffer[];
  };
}

/** What is known of a connection beside what its socket says. */
interface ConnectionFacts {
  readonly ownThumbprint: string | null;
  readonly proxyOf: WeakMap<TLSSocket, string>;
}

type Listener = (message: unknown) => void;

function listenersOf(
  underWay: AsyncLocalStorage<Traffic>,
  connection: ConnectionFacts,
): ReadonlyArray<readonly [channel: string, listener: Listener]> {
  const trafficOf = new WeakMap<object, Traffic>();
  // The channels belong to the whole process: what is not of this tap's own calls is left alone.
  const hear =
    (use: (traffic: Traffic, message: Message) => void): Listener =>
    (message) => {
      const own = trafficOf.get((message as Message).request);
      if (own !== undefined) use(own, message as Message);
    };
  const claim: Listener = (message) => {
    const traffic = underWay.getStore();
    if (traffic !== undefined) trafficOf.set((message as Message).request, traffic);
  };
  return [
    ['undici:request:create', claim],
    ['undici:client:sendHeaders', hear(hearRequest(connection))],
    ['undici:request:headers', hear(hearHeaders)],
    ['undici:request:bodyChunkReceived', hear(hearChunk)],
  ];
}

function hearRequest({ ownThumbprint, proxyOf }: ConnectionFacts) {
  const writersOn = new WeakMap<TLSSocket, Writer>();
  return (traffic: Traffic, { socket }: Message): void => {
    const writer = writersOn.get(socket) ?? tapWrites(socket, readTlsFacts(socket, ownThumbprint));
    writersOn.set(socket, writer);
    writer.traffic = traffic;
    traffic.written = [];
    traffic.tls = writer.tls;
    traffic.proxy = proxyOf.get(socket) ?? null;
  };
}

function hearHeaders(traffic: Traffic, { response }: Message): void {
  traffic.status = response.statusCode;
  traffic.reason = response.statusText;
  traffic.headers = pairsOf(response.headers);
  traffic.headersAtMs = Date.now();
}

function hearChunk(traffic: Traffic, { chunk }: Message): void {
  if (traffic.receivedBytes < KEPT_BODY_BYTES) traffic.received.push(chunk);
  traffic.receivedBytes += chunk.length;
}

interface Writer {
  readonly tls: TlsFacts;
  traffic: Traffic;
}

// A connection carries one request after the other, so what is written belongs to the last that began.
function tapWrites(socket: TLSSocket, tls: TlsFacts): Writer {
  const writer: Writer = { tls, traffic: noTraffic() };
  const write = socket.write.bind(socket) as (...input: unknown[]) => boolean;
  socket.write = (...input: unknown[]): boolean => {
    const [chunk, encoding] = input;
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk as Uint8Array);
    writer.traffic.written.push(bytes);
    return write(...input);
  };
  return writer;
}

function noTraffic(): Traffic {
  return {
    written: [],
    tls: null,
    proxy: null,
    status: null,
    reason: '',
    headers: [],
    headersAtMs: null,
    received: [],
    receivedBytes: 0,
  };
}

function seenOf(
  url: URL,
  call: HttpCall,
  traffic: Traffic,
): Omit<SeenExchange, 'startedAtMs' | 'endedAtMs' | 'fault'> {
  const { status, reason, headers, received, receivedBytes: bodyBytes, tls, proxy, headersAtMs } = traffic;
  const { method, body = '' } = call;
  return {
    kind: 'back-channel',
    step: wireStepOf({ method, url: url.href, body }),
    method,
    url: url.href,
    sent: sentOf(Buffer.concat(traffic.written)),
    received: status === null ? null : { status, reason, headers, body: Buffer.concat(received), bodyBytes },
    tls,
    proxy,
    headersAtMs,
  };
}

function sentOf(written: Buffer): SentMessage {
  const end = written.indexOf('\r\n\r\n');
  const headBytes = end === -1 ? written.length : end + 4;
  const [, ...lines] = written.toString('latin1', 0, end === -1 ? written.length : end).split('\r\n');
  const body = written.subarray(headBytes);
  const headers = lines.flatMap((line): Array<readonly [string, string]> => {
    const at = line.indexOf(':');
    return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()]];
  });
  return { headers, body: body.subarray(0, KEPT_BODY_BYTES), headBytes, bodyBytes: body.length };
}

function pairsOf(raw: readonly Buffer[]): HeaderLines {
  return raw.flatMap(
    (name, index): Array<readonly [string, string]> =>
      index % 2 === 0 ? [[name.toString('latin1'), raw[index + 1]?.toString('latin1') ?? '']] : [],
  );
}

function faultOf(cause: unknown): WireFault {
  if (!(cause instanceof TransportError)) return 'broken';
  const { fault } = cause;
  if (fault.kind === 'unreachable') return fault.reason;
  if (fault.kind === 'insecure') return 'tls';
  if (fault.kind === 'proxy') return 'proxy';
  // The other faults are of what the rules above the transport make of an answer that came whole.
  return fault.kind === 'too-large' || fault.kind === 'cancelled' ? fault.kind : 'broken';
}
