import 'reflect-metadata'; // @peculiar/x509 needs it loaded first

import { randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const DAY_MS = 86_400_000;
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A key whose certificate an authority issued, as its files come from there. */
export interface IssuedPair {
  readonly keyPem: string;
  readonly certificatePem: string;
  /** The authority that issued it, and the one above that. */
  readonly intermediatePem: string;
  readonly rootPem: string;
  /** The subject as RFC 4514 writes it. */
  readonly subject: string;
}

/** Has a certificate issued by an authority of an authority, valid for a month around a moment. */
export async function issuedPair(nowMs: number): Promise<IssuedPair> {
  const root = await authority('A Root', null, nowMs);
  const intermediate = await authority('An Authority', root, nowMs);
  const keys = await newKeys();
  const certificate = await issue({
    name: [{ C: ['US'] }, { O: ['A Client, Inc.'] }, { CN: ['Countersign'] }],
    keys,
    by: intermediate,
    nowMs,
    isAuthority: false,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    certificatePem: pem(certificate),
    intermediatePem: pem(intermediate.certificate),
    rootPem: pem(root.certificate),
    subject: 'CN=Countersign,O=A Client\\, Inc.,C=US',
  };
}

interface Authority {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: x509.X509Certificate;
}

async function authority(commonName: string, by: Authority | null, nowMs: number): Promise<Authority> {
  const keys = await newKeys();
  const name = [{ CN: [commonName] }];
  return { keys, certificate: await issue({ name, keys, by, nowMs, isAuthority: true }) };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

interface Order {
  readonly name: x509.JsonName;
  readonly keys: webcrypto.CryptoKeyPair;
  /** Null: by itself. */
  readonly by: Authority | null;
  readonly nowMs: number;
  readonly isAuthority: boolean;
}

function issue({ name, keys, by, nowMs, isAuthority }: Order): Promise<x509.X509Certificate> {
  const facts = {
    serialNumber: `40${randomBytes(8).toString('hex')}`,
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + 29 * DAY_MS),
    signingAlgorithm: P256,
    extensions: [new x509.BasicConstraintsExtension(isAuthority, undefined, true)],
  };
  if (by === null) return x509.X509CertificateGenerator.createSelfSigned({ ...facts, name, keys });
  return x509.X509CertificateGenerator.create({
    ...facts,
    subject: name,
    issuer: by.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: by.keys.privateKey,
  });
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}
