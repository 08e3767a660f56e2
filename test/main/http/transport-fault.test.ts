import { describe, expect, it } from 'vitest';

import { readTransportFault } from '../../../main/http/transport-fault';

function withCode(code: string, cause?: unknown): Error {
  return Object.assign(new Error('failed', { cause }), { code });
}

describe('what a failed connection means for the person', () => {
  for (const { code, reason } of [
    { code: 'ECONNREFUSED', reason: 'refused' },
    { code: 'ENOTFOUND', reason: 'not-found' },
    { code: 'EAI_AGAIN', reason: 'not-found' },
    { code: 'ETIMEDOUT', reason: 'timeout' },
    { code: 'UND_ERR_CONNECT_TIMEOUT', reason: 'timeout' },
    { code: 'UND_ERR_HEADERS_TIMEOUT', reason: 'timeout' },
    { code: 'ECONNRESET', reason: 'reset' },
    { code: 'EPIPE', reason: 'reset' },
    { code: 'ENETUNREACH', reason: 'offline' },
    { code: 'EHOSTUNREACH', reason: 'offline' },
    { code: 'SOMETHING_NEW', reason: 'reset' },
  ]) {
    it(`${code} is ${reason}, on the error itself or on what caused it`, () => {
      const fault = { kind: 'unreachable', reason };

      expect(readTransportFault(withCode(code))).toEqual(fault);
      expect(readTransportFault(new TypeError('fetch failed', { cause: withCode(code) }))).toEqual(fault);
    });
  }

  for (const { code, problem } of [
    { code: 'CERT_HAS_EXPIRED', problem: 'expired' },
    { code: 'CERT_NOT_YET_VALID', problem: 'not-yet-valid' },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', problem: 'other-name' },
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', problem: 'unknown-authority' },
    { code: 'SELF_SIGNED_CERT_IN_CHAIN', problem: 'unknown-authority' },
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', problem: 'unknown-authority' },
    { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', problem: 'unknown-authority' },
    { code: 'ERR_SSL_UNSUPPORTED_PROTOCOL', problem: 'old-version' },
    { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', problem: 'old-version' },
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER', problem: 'no-tls' },
    { code: 'ERR_SSL_PACKET_LENGTH_TOO_LONG', problem: 'no-tls' },
    { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', problem: 'our-certificate' },
    { code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', problem: 'our-certificate' },
    { code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', problem: 'our-certificate' },
    { code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', problem: 'our-certificate' },
    { code: 'CERT_SIGNATURE_FAILURE', problem: 'other' },
    { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', problem: 'other' },
  ]) {
    it(`${code} is a connection that is not secure: ${problem}`, () => {
      const fault = { kind: 'insecure', problem, code };

      expect(readTransportFault(withCode(code))).toEqual(fault);
      expect(readTransportFault(new TypeError('fetch failed', { cause: withCode(code) }))).toEqual(fault);
    });
  }

  it.each([
    'HPE_INVALID_CONSTANT',
    'HPE_INVALID_HEADER_TOKEN',
    'UND_ERR_HEADERS_OVERFLOW',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  ])('%s is an answer that came and is no HTTP (RFC 9112)', (code) => {
    expect(readTransportFault(withCode(code))).toEqual({
      kind: 'unreadable',
      problem: 'not-http',
      said: code,
    });
  });

  it('an abort is the person’s own doing', () => {
    expect(readTransportFault(new DOMException('aborted', 'AbortError'))).toEqual({ kind: 'cancelled' });
  });

  it.each([undefined, null, 'text', 7, {}])('%j is a broken connection: nobody knows more', (cause) => {
    expect(readTransportFault(cause)).toEqual({ kind: 'unreachable', reason: 'reset' });
  });

  it('is found out also when causes go round in a circle', () => {
    const circle = new Error('a');
    circle.cause = circle;

    expect(readTransportFault(circle)).toEqual({ kind: 'unreachable', reason: 'reset' });
  });
});
