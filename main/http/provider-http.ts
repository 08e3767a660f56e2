import { createHash, X509Certificate } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { Agent, request } from 'undici';

import {
  type HttpCall,
  type HttpTarget,
  type ProviderHttp,
  type RetryClock,
  TransportError,
  transportErrorIn,
} from '../ports/provider-http';
import { NO_PROXY, type ProxySource } from '../ports/proxy';
import { NEVER_SUSPENDED, type OnResume } from '../ports/resume';
import { decodeBody } from '../wire/body-charset';
import { certificatePems } from '../security/pem';
import type { WireObserver } from '../wire/exchange-recorder';
import { unpackBody } from '../wire/unpack-body';
import { tlsConnector } from './connector';
import { keepConnections } from './kept-connections';
import { SYSTEM_RETRY_CLOCK } from './retry-clock';
import { readTransportFault } from './transport-fault';
import { openWireTap, type WireTap } from './wire-tap';

/** How long the whole answer may take, in milliseconds. */
const ANSWER_DEADLINE_MS = 30_000;

/**
 * What is taken of TLS 1.2: keys of one session alone (ECDHE), and encryption that authenticates (AES-GCM). All of
 * TLS 1.3 is so, and is left as the library has it.
 *
 * @see RFC 9325 (BCP 195) section 4.2; FAPI 2.0 Security Profile section 5.2.2
 */
const TLS_1_2_CIPHERS = [
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

export interface ProviderHttpOptions extends HttpTarget {
  /** Hears of every exchange, as it went over the wire. */
  readonly observer?: WireObserver;
  /** Milliseconds for a whole answer; {@link ANSWER_DEADLINE_MS} unless a test says otherwise. */
  readonly deadlineMs?: number;
  /** How repetitions wait; {@link SYSTEM_RETRY_CLOCK} unless a test says otherwise. */
  readonly retryClock?: RetryClock;
  /** Hears of each resume of the machine; it is never suspended unless given. */
  readonly onResume?: OnResume;
  /** Which network this computer is in; {@link ownAddresses} unless a test says otherwise. */
  readonly network?: () => string;
  /** Which proxy leads to the provider; none unless given. */
  readonly proxies?: ProxySource;
}

/**
 * Opens the connections to one provider. They are kept for the whole flow, so PAR, token
 * and consent normally share one TLS handshake. After a sleep of the machine, and in another network,
 * new ones are opened for what follows: the old ones may only be silent. What is under way on them
 * has its deadline.
 *
 * @see RFC 8705 section 2 and 3: the same certificate on every request
 */
export function openProviderHttp(options: ProviderHttpOptions): ProviderHttp {
  const { deadlineMs = ANSWER_DEADLINE_MS, retryClock = SYSTEM_RETRY_CLOCK } = options;
  const connections = keepConnections<Connections>({
    network: () => `${(options.network ?? ownAddresses)()} ${(options.proxies ?? NO_PROXY).choice()}`,
    onResume: options.onResume ?? NEVER_SUSPENDED,
    open: () => openConnections(options),
    endGently,
    endAtOnce,
  });
  return {
    call: (url, call) =>
      connections.use((opened) => {
        const send = () => exchange(opened, url, call, deadlineMs);
        return opened.tap === null ? send() : opened.tap.watch(url, call, send);
      }),
    close: connections.close,
    retire: connections.retire,
    retryClock,
  };
}

interface Connections {
  readonly agent: Agent;
  readonly request: typeof request;
  readonly tap: WireTap | null;
  /** Whether these connections have a certificate of ours to show. */
  readonly hasCertificate: boolean;
  /** Ends what is under way: an agent that is being closed does not let itself be destroyed any more. */
  readonly ending: AbortController;
}

async function endGently({ agent, tap }: Connections): Promise<void> {
  await agent.close();
  tap?.close();
}

async function endAtOnce({ agent, tap, ending }: Connections): Promise<void> {
  ending.abort();
  tap?.close();
  await agent.destroy();
}

async function openConnections(options: ProviderHttpOptions): Promise<Connections> {
  const { caPem, clientCertificate, observer, proxies = NO_PROXY } = options;
  // The largest library of main, and the first window does not need it.
  const undici = await import('undici');
  const secureContext = createSecureContext({
    minVersion: 'TLSv1.2',
    ciphers: TLS_1_2_CIPHERS,
    // Named also where they are the public ones, because NODE_EXTRA_CA_CERTS would add to the default.
    // Written anew, because TLS libraries skip less around a certificate than whoever checked it.
    ca: caPem === null ? [...rootCertificates] : [...certificatePems(caPem)],
    // A profile may name the provider's own certificate, or an intermediate: each is trusted for what it is.
    // Electron's TLS library would otherwise take roots alone, while Node takes a self-signed leaf as well.
    allowPartialTrustChain: caPem !== null,
    ...(clientCertificate === null
      ? {}
      : { cert: clientCertificate.certificatePem, key: clientCertificate.privateKeyPem }),
  });
  const thumbprint = clientCertificate === null ? null : thumbprintOf(clientCertificate.certificatePem);
  const tap = observer === undefined ? null : openWireTap(observer, thumbprint);
  const hasCertificate = clientCertificate !== null;
  const connect = tlsConnector({
    secureContext,
    hasCertificate,
    proxies,
    heardProxy: (proxy, socket) => tap?.heardProxy(proxy, socket),
  });
  const agent = new undici.Agent({ connect, keepAliveTimeout: 10_000 });
  return { agent, request: undici.request, tap, hasCertificate, ending: new AbortController() };
}

/** @see RFC 8705 section 3.1 (x5t#S256) */
function thumbprintOf(certificatePem: string): string {
  return createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('base64url');
}

async function exchange(
  { agent, request: send, ending, hasCertificate }: Connections,
  url: URL,
  call: HttpCall,
  deadlineMs: number,
): Promise<Response> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const signals = [deadline, ending.signal, ...(call.signal === undefined ? [] : [call.signal])];
  try {
    const answer = await send(url, {
      method: call.method as 'GET',
      headers: { 'accept-encoding': 'identity', ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
      dispatcher: agent,
      signal: AbortSignal.any(signals),
    });
    const packed = await readCapped(answer.body, call.maxBytes);
    const headers = headersOf(answer.headers);
    const { statusCode: status } = answer;
    // 204 and 304 may not carry a body in the Fetch standard, not even an empty one.
    const hasNoBody = status === 204 || status === 304;
    return new Response(hasNoBody ? null : textOf(packed, { status, headers }, call.maxBytes), {
      status,
      headers,
    });
  } catch (cause) {
    if (cause instanceof TransportError) throw cause;
    if (deadline.aborted) throw new TransportError({ kind: 'unreachable', reason: 'timeout' }, cause);
    // What breaks off now does so after the handshake.
    throw new TransportError(readTransportFault(cause, { hasCertificate, isAnswered: true }), cause);
  }
}

function textOf(
  packed: Buffer<ArrayBuffer>,
  { status, headers }: { readonly status: number; readonly headers: Headers },
  maxBytes: number,
): string {
  try {
    const body = unpackBody(packed, headers.get('content-encoding'), maxBytes);
    return decodeBody(body, headers.get('content-type'));
  } catch (cause) {
    // A refusal is one by its status, also where what it says beside that cannot be read.
    if (status >= 400 && transportErrorIn(cause)?.fault.kind === 'unreadable') return '';
    throw cause;
  }
}

async function readCapped(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new TransportError({ kind: 'too-large', maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}

/** The addresses that this computer has just now, as one text. Another network gives another text. */
export function ownAddresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .sort()
    .join();
}
