import type { Unreachable } from '../../preload/contract/failure';
import type { TransportFault } from '../oauth/transport';

const REASONS: Readonly<Record<string, Unreachable>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'not-found',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  TimeoutError: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'offline',
};

/**
 * Says what a failed connection means for the person.
 *
 * @param cause whatever the HTTP client threw
 */
export function readTransportFault(cause: unknown): TransportFault {
  const names = namesOf(cause);
  if (names.includes('AbortError')) return { kind: 'cancelled' };
  const known = names.map((name) => REASONS[name]).find((reason) => reason !== undefined);
  if (known !== undefined) return { kind: 'unreachable', reason: known };
  const isTls = names.some((name) => /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|HOSTNAME/.test(name));
  return { kind: 'unreachable', reason: isTls ? 'tls' : 'reset' };
}

// The telling code is on the error or on one of its causes, depending on the layer that gave up.
function namesOf(cause: unknown): readonly string[] {
  const names: string[] = [];
  let current = cause;
  for (let depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if ('code' in current && typeof current.code === 'string') names.push(current.code);
    names.push(current.name);
    current = current.cause;
  }
  return names;
}
