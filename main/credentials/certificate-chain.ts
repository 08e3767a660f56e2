import { X509Certificate } from 'node:crypto';

/** More authorities than any certificate has above it. */
const MOST_AUTHORITIES = 6;

/** One certificate in PEM; older programs write more in front of its name. @see RFC 7468 section 5.1 */
const BLOCK =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** The certificates in a text, in their order. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  return [...pem.matchAll(BLOCK)].map(([block]) => new X509Certificate(block));
}

/**
 * The certificates of the authorities above one, as far as they are among others: the nearest first, without
 * the root, which who checks them has to know anyhow.
 *
 * @param others PEM blocks; those that cannot be read, or have nothing to do with it, are passed over
 * @returns PEM, to be put after the certificate's own; empty when there are none
 * @see RFC 8446 section 4.4.2 (the order in TLS); RFC 5280 section 6.1 (a path)
 */
export function authoritiesAbove(certificatePem: string, others: readonly string[]): string {
  const candidates = others.flatMap((pem) => read(pem) ?? []);
  const path: X509Certificate[] = [];
  let below = read(certificatePem);
  while (below !== null && path.length < MOST_AUTHORITIES) {
    const issued = below;
    const above = candidates.find((one) => !isSelfSigned(one) && hasIssued(one, issued));
    if (above === undefined || path.includes(above)) break;
    path.push(above);
    below = above;
  }
  return path.map((one) => one.toString()).join('');
}

/** Whether a certificate vouches for itself. */
function isSelfSigned(certificate: X509Certificate): boolean {
  return hasIssued(certificate, certificate);
}

function hasIssued(authority: X509Certificate, issued: X509Certificate): boolean {
  try {
    return issued.checkIssued(authority) && issued.verify(authority.publicKey);
  } catch {
    return false; // a kind of key that this runtime does not know
  }
}

function read(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null; // what is no certificate is said of the one that the key belongs to
  }
}
