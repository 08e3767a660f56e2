import { readTransportFault } from '../../main/http/transport-fault.ts';
import type { Failure } from '../../preload/contract/failure.ts';

/**
 * Codes of the operating system, of TLS and of the HTTP client, as a log may have them. Which failure each is, says
 * the code that reads them for the screen.
 *
 * @see https://nodejs.org/docs/latest-v24.x/api/tls.html#x509-certificate-error-codes
 */
const SYSTEM_CODES = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
] as const;

/** The codes that become this failure. */
export function systemCodesOf(failure: Failure): readonly string[] {
  return SYSTEM_CODES.filter((code) => {
    const fault = readTransportFault(Object.assign(new Error(code), { code }));
    if (failure.kind === 'provider-unreachable')
      return fault.kind === 'unreachable' && fault.reason === failure.reason;
    if (failure.kind === 'no-secure-connection')
      return fault.kind === 'insecure' && fault.problem === failure.problem;
    return false;
  });
}
