import type { Unreachable } from '../../preload/contract/failure';
import type { WireStep } from '../../preload/contract/wire-shapes';

/** Header lines in the order and the spelling in which they went over the wire. */
export type HeaderLines = ReadonlyArray<readonly [name: string, value: string]>;

/** What TLS agreed on for one connection. Nothing here is secret. */
export interface TlsFacts {
  /** For example `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** `x5t#S256` of our certificate; null when the connection has none. It is shown when the server asks. @see RFC 8705 section 3.1 */
  readonly ownThumbprint: string | null;
  /** The server's certificate first, then who issued it, as far as the server sent it. */
  readonly peerChain: readonly PeerCertificate[];
}

export interface PeerCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** Epoch milliseconds, UTC. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** SHA-256 of the DER: hexadecimal pairs with colons. */
  readonly fingerprintSha256: string;
}

export interface SentMessage {
  readonly headers: HeaderLines;
  /** Empty when there was none. */
  readonly body: Buffer;
  /** Bytes of the request line and the headers, and of the body, as given to TLS. */
  readonly headBytes: number;
  readonly bodyBytes: number;
}

export interface ReceivedMessage {
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderLines;
  /** As received, still packed; may be cut, `bodyBytes` is the whole. */
  readonly body: Buffer;
  readonly bodyBytes: number;
}

/** Why there is no whole answer. */
export type WireFault = Unreachable | 'tls' | 'proxy' | 'too-large' | 'cancelled' | 'broken';

/** One exchange as the transport saw it. Holds secrets: only what `wire/` has redacted leaves main. */
export interface SeenExchange {
  /** `browser`: a message of the front channel, seen where it left for the browser or came back from it. */
  readonly kind: 'back-channel' | 'browser';
  readonly step: WireStep;
  readonly method: string;
  readonly url: string;
  readonly sent: SentMessage;
  readonly received: ReceivedMessage | null;
  readonly tls: TlsFacts | null;
  /** Host and port of the proxy over which it went, or was to go; null for none. */
  readonly proxy: string | null;
  /** Epoch milliseconds, UTC. */
  readonly startedAtMs: number;
  readonly headersAtMs: number | null;
  readonly endedAtMs: number;
  readonly fault: WireFault | null;
}

/** What an exchange belonged to. */
export interface WireScope {
  readonly flowId: string | null;
  readonly connectionId: string | null;
  readonly providerId: string | null;
}

/** One exchange with its place among the others. */
export interface Exchange extends SeenExchange, WireScope {
  readonly exchangeId: string;
}
