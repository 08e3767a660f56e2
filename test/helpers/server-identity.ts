import 'reflect-metadata'; // @peculiar/x509 needs it loaded first

import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const DAY_MS = 86_400_000;

/** A server's key and certificate. The certificate is its own authority. */
export interface ServerIdentity {
  readonly keyPem: string;
  readonly certificatePem: string;
}

export interface IdentityFacts {
  /** The address that the certificate is for; 127.0.0.1 unless given. */
  readonly ip?: string;
  /** The name that it is for, in place of an address. */
  readonly name?: string;
  /** Days from now until it ends; negative for one that has ended. */
  readonly endsInDays?: number;
  /** Days from now until it begins; positive for one that is not good yet. */
  readonly beginsInDays?: number;
  /** A certificate that signs no other, as some systems make them; false unless given. */
  readonly isLeaf?: boolean;
  /** Its key; on a curve unless given. */
  readonly kind?: 'ec' | 'rsa';
}

const ALGORITHMS = {
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
};

/** Makes a server certificate, good for loopback unless the facts say otherwise. */
export async function serverIdentity(facts: IdentityFacts = {}): Promise<ServerIdentity> {
  const { ip = '127.0.0.1', name, endsInDays = 30, beginsInDays = -60, isLeaf = false, kind = 'ec' } = facts;
  const algorithm = ALGORITHMS[kind];
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `40${randomBytes(8).toString('hex')}`,
    name: 'CN=A provider in a test',
    notBefore: new Date(Date.now() + beginsInDays * DAY_MS),
    notAfter: new Date(Date.now() + endsInDays * DAY_MS),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      ...(isLeaf
        ? [
            new x509.BasicConstraintsExtension(false, undefined, true),
            new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          ]
        : [new x509.BasicConstraintsExtension(true, 0, true)]),
      new x509.SubjectAlternativeNameExtension([
        name === undefined ? { type: 'ip', value: ip } : { type: 'dns', value: name },
      ]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    certificatePem: certificate.toString('pem'),
  };
}
