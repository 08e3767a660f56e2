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
    { code: 'CERT_HAS_EXPIRED', reason: 'tls' },
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', reason: 'tls' },
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', reason: 'tls' },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', reason: 'tls' },
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER', reason: 'tls' },
    { code: 'SOMETHING_NEW', reason: 'reset' },
  ]) {
    it(`${code} is ${reason}, on the error itself or on what caused it`, () => {
      const fault = { kind: 'unreachable', reason };

      expect(readTransportFault(withCode(code))).toEqual(fault);
      expect(readTransportFault(new TypeError('fetch failed', { cause: withCode(code) }))).toEqual(fault);
    });
  }

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
