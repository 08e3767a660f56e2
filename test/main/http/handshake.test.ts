import { describe, expect, it } from 'vitest';

import { serverIdentity } from '../../helpers/server-identity';
import type { TlsServerOptions } from '../../helpers/tls-server';
import { faultOf, GET, IDENTITY, open, serve } from './tls-world';

const RSA = await serverIdentity({ kind: 'rsa' });

type Tls = NonNullable<TlsServerOptions['tls']>;

const only = (ciphers: string): Tls => ({ maxVersion: 'TLSv1.2', ciphers });

describe('TLS 1.2 (RFC 9325 section 4.2; FAPI 2.0 section 5.2.2)', () => {
  it.each([
    { ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256', identity: IDENTITY },
    { ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384', identity: IDENTITY },
    { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', identity: RSA },
    { ciphers: 'ECDHE-RSA-AES256-GCM-SHA384', identity: RSA },
  ])('is spoken with $ciphers', async ({ ciphers, identity }) => {
    const server = await serve((response) => response.end('{}'), { identity, tls: only(ciphers) });
    const http = open({ caPem: identity.certificatePem });

    expect((await http.call(new URL(server.origin), GET)).status).toBe(200);
  });

  it.each([
    { ciphers: 'AES128-GCM-SHA256', because: 'a stolen key would open what was recorded (static RSA)' },
    { ciphers: 'AES256-SHA256', because: 'it is static RSA with CBC' },
    { ciphers: 'AES128-SHA', because: 'it is static RSA with CBC and SHA-1' },
    { ciphers: 'ECDHE-RSA-AES128-SHA', because: 'it is CBC' },
    { ciphers: 'ECDHE-RSA-AES256-SHA384', because: 'it is CBC' },
    {
      ciphers: 'DHE-RSA-AES128-GCM-SHA256',
      because: 'FAPI leaves out DHE, whose groups servers choose badly',
    },
    { ciphers: 'ECDHE-RSA-CHACHA20-POLY1305', because: 'it is none of the four that FAPI names' },
  ])('is not spoken with $ciphers, because $because', async ({ ciphers }) => {
    const tls: Tls = { ...only(ciphers), dhparam: 'auto' };
    const server = await serve((response) => response.end('{}'), { identity: RSA, tls });
    const http = open({ caPem: RSA.certificatePem });

    expect(await faultOf(http.call(new URL(server.origin), GET))).toMatchObject({
      kind: 'insecure',
      problem: 'old-ciphers',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('TLS 1.3', () => {
  it.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])(
    'is spoken with %s',
    async (ciphers) => {
      const server = await serve((response) => response.end('{}'), {
        tls: { minVersion: 'TLSv1.3', ciphers },
      });

      expect((await open().call(new URL(server.origin), GET)).status).toBe(200);
    },
  );
});

describe('a server that refuses the client’s certificate in the handshake', () => {
  const RSA_ALONE = 'RSA-PSS+SHA256:RSA+SHA256';

  it.each([
    { maxVersion: 'TLSv1.2', isHeld: false, problem: 'certificate-wanted' },
    { maxVersion: 'TLSv1.3', isHeld: false, problem: 'certificate-wanted' },
    { maxVersion: 'TLSv1.3', isHeld: true, problem: 'our-certificate' },
  ] as const)('is understood by its alert: $maxVersion, held: $isHeld', async (given) => {
    const { maxVersion, isHeld, problem } = given;
    const client = await serverIdentity({ ip: '127.0.0.7' });
    // What the client holds is of no use to a server that takes RSA keys alone.
    const server = await serve((response) => response.end('{}'), {
      identity: RSA,
      insistsOnCertificate: true,
      tls: { maxVersion, sigalgs: RSA_ALONE },
    });
    const http = open({
      caPem: RSA.certificatePem,
      clientCertificate: isHeld
        ? { certificatePem: client.certificatePem, privateKeyPem: client.keyPem }
        : null,
    });

    for (const call of [GET, { ...GET, method: 'POST', body: 'a=1' }])
      expect(await faultOf(http.call(new URL(server.origin), call))).toMatchObject({
        kind: 'insecure',
        problem,
      });
    expect(server.requests).toEqual([]);
  });
});
