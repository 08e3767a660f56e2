import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

import type { PeerCertificate, TlsFacts } from '../wire/exchange';

/** Longer chains exist on paper only. */
const MAX_CHAIN = 10;

/**
 * Reads what TLS agreed on from the connection itself.
 *
 * @param ownThumbprint `x5t#S256` of the client certificate, or null
 */
export function readTlsFacts(socket: TLSSocket, ownThumbprint: string | null): TlsFacts {
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher()?.standardName ?? '',
    ownThumbprint,
    peerChain: chainOf(socket.getPeerCertificate(true)),
  };
}

function chainOf(first: DetailedPeerCertificate): readonly PeerCertificate[] {
  const chain: PeerCertificate[] = [];
  let current: DetailedPeerCertificate | undefined = first;
  // A self-signed certificate is its own issuer, so the chain ends where it would repeat itself.
  while (current?.fingerprint256 !== undefined && chain.length < MAX_CHAIN) {
    chain.push({
      subject: nameOf(current.subject),
      issuer: nameOf(current.issuer),
      notBeforeMs: Date.parse(current.valid_from) || 0,
      notAfterMs: Date.parse(current.valid_to) || 0,
      fingerprintSha256: current.fingerprint256,
    });
    const { issuerCertificate }: DetailedPeerCertificate = current;
    current = issuerCertificate === current ? undefined : issuerCertificate;
  }
  return chain;
}

function nameOf(name: object | undefined): string {
  return Object.entries(name ?? {})
    .map(([part, value]) => `${part}=${[value].flat().join('+')}`)
    .join(', ')
    .slice(0, 2000);
}
