import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { readCertificateFacts } from '../../../main/credentials/certificate-facts';
import { createCredential } from '../../../main/credentials/create-credential';
import { RFC8705_CERTIFICATE, RFC8705_THUMBPRINT } from './certificate-samples';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: Uint8Array.of(1, 0, 1) };

/** A certificate with a key that a credential may not have. */
async function certificateOf(
  algorithm: webcrypto.EcKeyGenParams | webcrypto.RsaHashedKeyGenParams,
): Promise<string> {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=test',
    keys,
    signingAlgorithm: { name: algorithm.name, hash: 'SHA-256' },
  });
  return certificate.toString('pem');
}

describe('what a certificate says of itself', () => {
  it('agrees with the published example (RFC 8705 appendix A)', () => {
    expect(readCertificateFacts(RFC8705_CERTIFICATE)).toEqual({
      ok: true,
      value: {
        subject: 'CN=mtls',
        issuer: null,
        authorities: [],
        serialNumber: '02',
        notBeforeMs: Date.UTC(2018, 9, 18, 12, 37, 9),
        notAfterMs: Date.UTC(2022, 4, 2, 12, 37, 9),
        keyKind: 'ec-p256',
        keyBits: 256,
        thumbprintSha256: RFC8705_THUMBPRINT,
        fingerprintSha256: Buffer.from(RFC8705_THUMBPRINT, 'base64url')
          .toString('hex')
          .toUpperCase()
          .replace(/(..)(?=.)/g, '$1:'),
      },
    });
  });

  it.each([
    { because: 'it is empty', pem: async () => '', error: 'not-a-certificate' },
    { because: 'it is something else', pem: async () => '{"kty":"EC"}', error: 'not-a-certificate' },
    {
      because: 'it was cut',
      pem: async () => RFC8705_CERTIFICATE.replace(/bUlJ.*\n/, ''),
      error: 'not-a-certificate',
    },
    {
      because: 'it is a private key',
      pem: async () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .privateKey.export({ type: 'sec1', format: 'pem' })
          .toString(),
      error: 'holds-a-private-key',
    },
    {
      because: 'a private key stands beside it',
      pem: async () => {
        const made = await createCredential({ nowMs: 0, commonName: 'x', kind: 'ec-p256' });
        return made.certificatePem + made.privateKeyPem;
      },
      error: 'holds-a-private-key',
    },
    {
      because: 'its curve is not P-256',
      pem: () => certificateOf({ name: 'ECDSA', namedCurve: 'P-384' }),
      error: 'key-not-supported',
    },
    {
      because: 'its RSA key is below 2048 bits',
      pem: () => certificateOf({ ...RSA, modulusLength: 1024 }),
      error: 'key-too-small',
    },
  ])('is not read because $because', async ({ pem, error }) => {
    expect(readCertificateFacts(await pem())).toEqual({ ok: false, error });
  });
});
