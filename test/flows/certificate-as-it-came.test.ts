import 'reflect-metadata'; // @peculiar/x509 needs it loaded first

import { webcrypto } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { describe, expect, it } from 'vitest';

import { KeyImport } from '../../main/credentials/key-import';
import { openProviderHttp } from '../../main/http/provider-http';
import { serverIdentity } from '../helpers/server-identity';
import { plainArchive } from '../main/credentials/der-documents';
import { memoryCredentials } from '../main/credentials/memory-credentials';

const PSS = { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 222 };
const SHAPE = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
const keysOf = (name: string): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name, ...SHAPE }, true, ['sign', 'verify']);

/** An RSA key in an archive, whose certificate an authority signed by RSASSA-PSS. @see RFC 4055 section 3.1 */
async function issuedByPss(): Promise<{ readonly archive: Buffer; readonly authorityPem: string }> {
  const validity = {
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 60 * 86_400_000),
  };
  const [above, mine] = await Promise.all([keysOf('RSA-PSS'), keysOf('RSASSA-PKCS1-v1_5')]);
  const name = [{ CN: ['An authority'] }];
  const facts = { ...validity, serialNumber: '42', signingAlgorithm: PSS };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...facts,
    name,
    keys: above,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    ...facts,
    subject: [{ CN: ['A client'] }],
    issuer: authority.subject,
    publicKey: mine.publicKey,
    signingKey: above.privateKey,
  });
  const keyDer = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', mine.privateKey));
  const archive = plainArchive({ keyDer, certificateDer: Buffer.from(certificate.rawData) });
  return { archive, authorityPem: authority.toString('pem') };
}

describe('a certificate that its authority signed by RSASSA-PSS', () => {
  it('comes out of an archive as it went in: a server that checks the chain takes it (RFC 5280 section 4.1.1.2)', async () => {
    const { archive, authorityPem } = await issuedByPss();
    const credentials = memoryCredentials();
    const desk = new KeyImport({ credentials, nowMs: Date.now });
    expect(await desk.add([archive])).toMatchObject({ refusal: null, needs: null });
    const kept = await desk.keep();
    if (!kept.ok) throw new Error(kept.error.kind);
    const identity = await serverIdentity();
    const server = createServer(
      {
        key: identity.keyPem,
        cert: identity.certificatePem,
        ca: authorityPem,
        requestCert: true,
        rejectUnauthorized: false,
      },
      ({ socket }, response) => {
        const { authorized, authorizationError } = socket as TLSSocket;
        response.end(authorized ? 'taken' : String(authorizationError));
      },
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const http = openProviderHttp({ caPem: identity.certificatePem, clientCertificate: kept.value });

    const url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const answer = await http.call(url, { method: 'GET', headers: {}, maxBytes: 1000 });

    expect(await answer.text()).toBe('taken');
    await http.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
