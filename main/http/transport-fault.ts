import type { TlsProblem, Unreachable } from '../../preload/contract/failure';
import type { TransportFault } from '../ports/provider-http';

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

/** Codes of the HTTP parser, and of undici for an answer that contradicts itself. */
const NOT_HTTP = /^HPE_|^UND_ERR_(?:HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH)$/;

/** Codes of OpenSSL and of BoringSSL, which spell some of them alike. The first that fits counts. */
const TLS_PROBLEMS: ReadonlyArray<readonly [code: RegExp, problem: TlsProblem]> = [
  // An alert is what the other side says of us.
  [/ALERT_\w*(?:CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)|CERTIFICATE_REQUIRED/, 'our-certificate'],
  [/^CERT_HAS_EXPIRED$/, 'expired'],
  [/^CERT_NOT_YET_VALID$/, 'not-yet-valid'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH/, 'other-name'],
  [/SELF_SIGNED|^UNABLE_TO_|^CERT_UNTRUSTED$|INVALID_CA|INVALID_PURPOSE|^CERT_CHAIN/, 'unknown-authority'],
  [/ALERT_DECRYPT_ERROR|CERTIFICATE_UNOBTAINABLE|BAD_CERTIFICATE_(?:STATUS|HASH)/, 'our-certificate'],
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW/, 'old-version'],
  [/NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|WRONG_CIPHER|UNKNOWN_CIPHER/, 'old-ciphers'],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG/, 'no-tls'],
  [/CERT|SSL|TLS/, 'other'],
];

/** What is known of a connection beside its error. */
export interface HandshakeFacts {
  /** Whether this client has a certificate to show. */
  readonly hasCertificate: boolean;
  /** Whether the server had agreed on a way of encrypting, and so gave up later than that. */
  readonly isAnswered: boolean;
}

/**
 * Says what a failed connection means for the person.
 *
 * @param cause whatever the HTTP client threw
 * @param facts those of the handshake, where it is known
 * @see X509_verify_cert_error_string of OpenSSL for the codes of certificates; RFC 8446 section 6.2 for alerts
 */
export function readTransportFault(cause: unknown, facts: HandshakeFacts | null = null): TransportFault {
  const names = namesOf(cause);
  if (names.includes('AbortError')) return { kind: 'cancelled' };
  // An answer came; what cannot be read of it is its HTTP (RFC 9112).
  const notHttp = names.find((name) => NOT_HTTP.test(name));
  if (notHttp !== undefined) return { kind: 'unreadable', problem: 'not-http', said: notHttp.slice(0, 64) };
  const known = names.map((name) => REASONS[name]).find((reason) => reason !== undefined);
  if (known !== undefined) return { kind: 'unreachable', reason: known };
  for (const [pattern, problem] of TLS_PROBLEMS) {
    const code = names.find((name) => pattern.test(name));
    if (code !== undefined)
      return { kind: 'insecure', problem: inContext(problem, code, facts), code: code.slice(0, 64) };
  }
  return { kind: 'unreachable', reason: 'reset' };
}

// One alert says both that there is no way of encrypting in common and, under TLS 1.2, that a certificate is missing.
function inContext(problem: TlsProblem, code: string, facts: HandshakeFacts | null): TlsProblem {
  if (facts === null) return problem;
  const isOfCertificate = problem === 'our-certificate' || /ALERT_HANDSHAKE_FAILURE/.test(code);
  if (!isOfCertificate) return problem;
  if (!facts.isAnswered) return 'old-ciphers';
  return facts.hasCertificate ? 'our-certificate' : 'certificate-wanted';
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
