import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import { whyNotValid } from '../certificates';

/** The certificate that a client showed, whether or not it is any good. */
function peerCertificate({ socket }: { readonly socket: Socket }): X509Certificate | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
}

/**
 * The certificate that a client showed, if its dates allow it. The library asks no more of a self-signed one
 * than that it was registered, so an expired one would pass.
 *
 * @param nowMs epoch milliseconds, UTC
 * @see RFC 8705 section 2.2
 */
export function usableCertificate(request: IncomingMessage, nowMs: number): X509Certificate | undefined {
  const certificate = peerCertificate(request);
  return certificate !== undefined && whyNotValid(certificate, nowMs) === null ? certificate : undefined;
}

/** Why a client has no usable certificate, in words for its developer; or null when it has one. */
export function whyNoCertificate(request: IncomingMessage, nowMs: number): string | null {
  const certificate = peerCertificate(request);
  if (certificate === undefined) {
    return 'no client certificate was shown; use the endpoints in mtls_endpoint_aliases, with the certificate that was registered';
  }
  const why = whyNotValid(certificate, nowMs);
  return why === null ? null : `the client certificate can't be used, ${why}`;
}
