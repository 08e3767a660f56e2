/** The one server that a window may show. */
export interface CertificatePin {
  readonly hostname: string;
  /** SHA-256 of its certificate's DER, lower-case hex. */
  readonly certificateSha256: string;
}

/** What Chromium asks about: the host that it means to reach, and the certificate that it was shown there. */
export interface VerifyRequest {
  readonly hostname: string;
  /** `sha256/` and the SHA-256 of the DER in base64. */
  readonly certificate: { readonly fingerprint: string };
}

/**
 * Whether the certificate is the one that was pinned. Nothing else counts: not who issued it, nor what Chromium thinks
 * of it.
 *
 * @see docs/adr/0004-a-bank-window-for-the-sandbox-alone.md
 */
export function isPinned({ hostname, certificate }: VerifyRequest, pin: CertificatePin): boolean {
  if (!/^[0-9a-f]{64}$/.test(pin.certificateSha256)) return false;
  const pinned = `sha256/${Buffer.from(pin.certificateSha256, 'hex').toString('base64')}`;
  return hostname === pin.hostname && certificate.fingerprint === pinned;
}

/**
 * Where the bank's window may go: to pages of the bank, and back to the loopback listener.
 *
 * @param bankOrigin scheme, host and port
 * @see RFC 8252 section 7.3
 */
export function mayBankWindowShow(url: string, bankOrigin: string): boolean {
  const origin = URL.canParse(url) ? new URL(url).origin : null;
  return origin === bankOrigin || /^http:\/\/127\.0\.0\.1:\d+$/.test(origin ?? '');
}
