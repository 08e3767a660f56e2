import 'reflect-metadata'; // @peculiar/x509 needs it loaded first

import { X509Certificate, createHash, createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const DAY_MS = 86_400_000;
const SERVER_CERTIFICATE_DAYS = 397; // what browsers accept at most for a server
const RENEW_BEFORE_DAYS = 14;

/** A private key with its certificate, both PEM. */
export interface KeyAndCertificate {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/**
 * Makes the certificate of both listeners: EC P-256, self-signed, for 127.0.0.1 and localhost.
 *
 * @param nowMs from when it is valid; epoch milliseconds, UTC
 */
export async function makeServerCertificate(nowMs: number): Promise<KeyAndCertificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positiveSerialNumber(),
    name: 'CN=Sandbox Bank, O=Sandbox Bank (a pretend bank)',
    notBefore: new Date(nowMs - 60_000), // clocks of two processes may differ a little
    notAfter: new Date(nowMs + SERVER_CERTIFICATE_DAYS * DAY_MS),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      // Its own authority: BoringSSL, which Electron uses, trusts no leaf as an anchor.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyCertSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    keyPem: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem: certificate.toString('pem'),
  };
}

/** Whether a server certificate should be replaced before it stops working. */
export function isNearItsEnd(certificatePem: string, nowMs: number): boolean {
  return validToMs(new X509Certificate(certificatePem)) - nowMs < RENEW_BEFORE_DAYS * DAY_MS;
}

/** The SHA-256 of a certificate's DER, lower-case hex: what an app pins. */
export function sha256OfCertificate(certificatePem: string): string {
  return createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('hex');
}

/** The thumbprint that binds a token to a certificate. @see RFC 8705 section 3.1 */
export function thumbprintOf(certificate: X509Certificate): string {
  return createHash('sha256').update(certificate.raw).digest('base64url');
}

/** Why a certificate can't be used now, or null. Self-signed ones have no issuer to ask: the dates are all there is. */
export function whyNotValid(certificate: X509Certificate, nowMs: number): string | null {
  const fromMs = Date.parse(certificate.validFrom);
  if (nowMs < fromMs) return `it is valid only from ${new Date(fromMs).toISOString()}`;
  const toMs = validToMs(certificate);
  if (nowMs >= toMs) return `it expired on ${new Date(toMs).toISOString().slice(0, 10)}`;
  return null;
}

function validToMs(certificate: X509Certificate): number {
  return Date.parse(certificate.validTo); // validToDate does not exist in Node 20
}

/** 16 bytes, positive and without a leading zero, as DER wants its integers. @see RFC 5280 section 4.1.2.2 */
function positiveSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
}
