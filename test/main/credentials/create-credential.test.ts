import { execFileSync } from 'node:child_process';
import { constants, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';

import { readCertificateFacts } from '../../../main/credentials/certificate-facts';
import { createCredential } from '../../../main/credentials/create-credential';
import type { Credential, CredentialKind } from '../../../main/records/credential';

const NOON_MS = Date.UTC(2026, 0, 1, 12, 0, 0, 789);
const DAY_MS = 86_400_000;

const create = (kind: CredentialKind = 'ec-p256', commonName = 'Countersign') =>
  createCredential({ nowMs: NOON_MS, commonName, kind });

describe('a new credential (RFC 8705 section 2.2)', () => {
  it.each([
    { kind: 'ec-p256', keyKind: 'ec-p256', keyBits: 256 },
    { kind: 'rsa-2048', keyKind: 'rsa', keyBits: 2048 },
    { kind: 'rsa-4096', keyKind: 'rsa', keyBits: 4096 },
  ] as const)(
    'of kind $kind has a key of $keyBits bits and a certificate that it signed',
    async (expected) => {
      const credential = await create(expected.kind);
      const certificate = new X509Certificate(credential.certificatePem);

      expect(credential.kind).toBe(expected.kind);
      expect(readCertificateFacts(credential.certificatePem)).toMatchObject({
        ok: true,
        value: { keyKind: expected.keyKind, keyBits: expected.keyBits, subject: 'CN=Countersign' },
      });
      expect(certificate.checkPrivateKey(createPrivateKey(credential.privateKeyPem))).toBe(true);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(credential.privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/); // PKCS#8
    },
  );

  it('is valid from five minutes ago for 365 days, to the second', async () => {
    const credential = await create();
    const facts = readCertificateFacts(credential.certificatePem);

    const nowInSecondsMs = Date.UTC(2026, 0, 1, 12, 0, 0);
    expect(credential).toMatchObject({ createdAtMs: NOON_MS, expiresAtMs: nowInSecondsMs + 365 * DAY_MS });
    expect(facts).toMatchObject({
      ok: true,
      value: { notBeforeMs: nowInSecondsMs - 5 * 60_000, notAfterMs: credential.expiresAtMs },
    });
  });

  it('may be used for TLS as a client and for nothing else', async () => {
    const certificate = new X509Certificate((await create()).certificatePem);

    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']); // Node calls the extended one so: clientAuth
    // keyUsage: critical, BIT STRING with 7 unused bits, digitalSignature (RFC 5280 4.2.1.3)
    expect(certificate.raw.toString('hex')).toContain('0603551d0f0101ff040403020780');
  });

  it('is of this installation only: two have nothing in common but the name (SECURITY row 78)', async () => {
    const [one, other] = await Promise.all([create(), create()]);
    const serials = [one, other].map(
      ({ certificatePem }) => new X509Certificate(certificatePem).serialNumber,
    );

    expect(one.credentialId).not.toBe(other.credentialId);
    expect(one.privateKeyPem).not.toBe(other.privateKeyPem);
    expect(serials[0]).not.toBe(serials[1]);
    // 16 bytes, positive in DER (RFC 5280 4.1.2.2)
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/i); // BoringSSL writes it in lower case
  });

  it('keeps a name that looks like more than one attribute in one', async () => {
    const { certificatePem } = await create('ec-p256', 'Alice, O=Big Bank + CN=root');
    const facts = readCertificateFacts(certificatePem);

    expect(facts.ok && facts.value.subject.split('\n')).toHaveLength(1);
    expect(facts).toMatchObject({ value: { subject: expect.stringMatching(/^CN=Alice/) } });
  });

  it.each(['', '   ', 'x'.repeat(65)])('is not made for the common name "%s"', async (commonName) => {
    await expect(create('ec-p256', commonName)).rejects.toThrow(RangeError);
  });

  it('proves itself in a TLS handshake', async () => {
    const [client, server] = await Promise.all([create('ec-p256'), create('rsa-2048', 'server')]);

    expect(await thumbprintSeenByServer(client, server)).toBe(
      new X509Certificate(client.certificatePem).fingerprint256,
    );
  });

  it('of kind RSA can sign with PSS, as PS256 asks (RFC 7518 section 3.5)', async () => {
    const { privateKeyPem, certificatePem } = await create('rsa-2048');
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    const message = Buffer.from('message');

    const signature = sign('sha256', message, { key: privateKeyPem, ...padding });

    const { publicKey } = new X509Certificate(certificatePem);
    expect(verify('sha256', message, { key: publicKey, ...padding }, signature)).toBe(true);
  });

  it('agrees with openssl', async ({ skip }) => {
    const { certificatePem } = await create();
    let text = '';
    try {
      text = execFileSync('openssl', ['x509', '-noout', '-text'], {
        input: certificatePem,
        encoding: 'utf8',
      });
    } catch {
      skip('there is no openssl here');
    }
    expect(text).toContain('X509v3 Key Usage: critical\n                Digital Signature');
    expect(text).toContain('TLS Web Client Authentication');
    expect(text).toContain('CA:FALSE');
    expect(text).toContain('ASN1 OID: prime256v1');
  });
});

describe('the module', () => {
  it('loads x509 at the first credential and not at start-up', () => {
    const source = readFileSync('main/credentials/create-credential.ts', 'utf8');

    expect(source).not.toMatch(/^import .*(x509|reflect-metadata)/m);
    expect(source.indexOf("import('reflect-metadata')")).toBeLessThan(
      source.indexOf("import('@peculiar/x509')"),
    );
  });
});

async function thumbprintSeenByServer(client: Credential, server: Credential): Promise<string> {
  return new Promise((resolve, reject) => {
    const listener = createServer(
      {
        key: server.privateKeyPem,
        cert: server.certificatePem,
        requestCert: true,
        rejectUnauthorized: false, // self-signed: a provider compares the key that was registered
      },
      (socket) => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
        listener.close();
      },
    );
    listener.on('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as AddressInfo;
      const socket = connect({
        host: '127.0.0.1',
        port,
        key: client.privateKeyPem,
        cert: client.certificatePem,
        ca: server.certificatePem,
        checkServerIdentity: () => undefined,
        rejectUnauthorized: false, // its certificate is for clients: the handshake of the client is what counts here
      });
      socket.on('error', () => socket.destroy());
    });
  });
}
