import type { ProxyProblem, TlsProblem, Unreachable } from '../../preload/contract/failure';

/**
 * What the protocol rules need of a network, as an interface of theirs. `main/http` implements it;
 * the rules themselves never open a connection.
 */

/** The most that metadata, PAR, token and consent answers may hold, in bytes after unpacking. */
export const SMALL_ANSWER_BYTES = 1_000_000;
/** The most that one page of data may hold, in bytes after unpacking. */
export const DATA_ANSWER_BYTES = 10_000_000;

export interface HttpCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes: number;
  /** Aborts the call; it then ends with the fault `cancelled`. */
  readonly signal?: AbortSignal;
}

/** What repeating a request needs of the world. */
export interface RetryClock {
  /** Epoch milliseconds, UTC. */
  readonly nowMs: () => number;
  /** From 0 up to 1; spreads the repetitions of many clients, and protects nothing. */
  readonly random: () => number;
  /** @throws TransportError `cancelled` when the signal is aborted meanwhile */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** HTTP to one provider with one credential. It follows no redirect and trusts no environment variable. */
export interface ProviderHttp {
  /** @throws TransportError when no whole answer came */
  readonly call: (url: URL, call: HttpCall) => Promise<Response>;
  /** Ends what is under way and closes all connections. */
  readonly close: () => Promise<void>;
  /**
   * Keeps no connection from now on: what is under way goes on, and whoever still calls is answered over a connection
   * that is closed after it. For connections whose key has been replaced while a flow still holds them.
   */
  readonly retire: () => void;
  readonly retryClock: RetryClock;
}

/** Whom to talk to, and as whom. */
export interface HttpTarget {
  /** Certificate authority of the provider in PEM, in place of the public ones; null for the public ones. */
  readonly caPem: string | null;
  /** What this client proves itself with; null to send no certificate. */
  readonly clientCertificate: { readonly certificatePem: string; readonly privateKeyPem: string } | null;
}

/** Opens the connections to one provider. Whoever opens them closes them, in every path. */
export type OpenHttp = (target: HttpTarget) => ProviderHttp;

/** Opens connections for one use, and closes them however it ends. */
export async function withHttp<Value>(
  openHttp: OpenHttp,
  target: HttpTarget,
  use: (http: ProviderHttp) => Promise<Value>,
): Promise<Value> {
  const http = openHttp(target);
  try {
    return await use(http);
  } finally {
    await http.close();
  }
}

/** In what way the bytes of an answer cannot be read. */
export type UnreadableAnswer = 'unknown-coding' | 'broken-coding' | 'not-http';

/** What can go wrong between us and a provider below the level of its answers. */
export type TransportFault =
  | { readonly kind: 'unreachable'; readonly reason: Unreachable }
  /** The way over a proxy. `proxy` is its host and port, or what it was called; `status` what it answered. */
  | {
      readonly kind: 'proxy';
      readonly problem: ProxyProblem;
      readonly proxy: string;
      readonly status?: number;
    }
  | { readonly kind: 'insecure'; readonly problem: TlsProblem; readonly code: string }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'too-deep' }
  /** An answer came, and it is not JSON where nothing else has a meaning. `said`: what it says that it is. */
  | { readonly kind: 'not-json'; readonly said: string }
  /** An answer came, and its bytes cannot be read. `said`: for the developer view. */
  | { readonly kind: 'unreadable'; readonly problem: UnreadableAnswer; readonly said: string }
  /** It asked to be left alone for longer than a person waits. Epoch milliseconds, UTC. */
  | { readonly kind: 'busy'; readonly retryAtMs: number }
  | { readonly kind: 'cancelled' };

/** Carries a fault through code that expects `fetch` to throw. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly fault: TransportFault;

  constructor(fault: TransportFault, cause?: unknown) {
    super(fault.kind, { cause });
    this.fault = fault;
  }
}

/** The transport's own error, wherever among the causes it is. */
export function transportErrorIn(cause: unknown): TransportError | null {
  let current = cause;
  for (let depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if (current instanceof TransportError) return current;
    current = current.cause;
  }
  return null;
}
