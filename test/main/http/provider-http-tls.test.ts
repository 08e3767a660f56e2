import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { TlsProblem } from '../../../preload/contract/failure';
import { type IdentityFacts, serverIdentity } from '../../helpers/server-identity';
import { faultOf, GET, IDENTITY, open, serve } from './tls-world';

describe('a provider that cannot prove who it is (BCP 195)', () => {
  const bad: ReadonlyArray<{
    readonly what: string;
    readonly problem: TlsProblem;
    readonly facts?: IdentityFacts;
  }> = [
    { what: 'has a certificate that has expired', problem: 'expired', facts: { endsInDays: -1 } },
    { what: 'has a certificate that is not good yet', problem: 'not-yet-valid', facts: { beginsInDays: 1 } },
    { what: 'has a certificate for another host', problem: 'other-name', facts: { ip: '127.0.0.2' } },
    { what: 'has a certificate of an authority that we do not know', problem: 'unknown-authority' },
  ];
  for (const { what, problem, facts } of bad) {
    it(`and ${what} gets no request line, whatever the environment says`, async () => {
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
      onTestFinished(() => void vi.unstubAllEnvs());
      const own = await serverIdentity(facts);
      const server = await serve((response) => response.end(), { identity: own });
      const http = open({ caPem: facts === undefined ? IDENTITY.certificatePem : own.certificatePem });

      expect(await faultOf(http.call(new URL(server.origin), GET))).toMatchObject({
        kind: 'insecure',
        problem,
      });
      expect(server.requests).toEqual([]);
    });
  }

  it('and speaks TLS 1.1 gets no request line', async () => {
    const server = await serve((response) => response.end(), {
      tls: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    });

    expect(await faultOf(open().call(new URL(server.origin), GET))).toMatchObject({
      kind: 'insecure',
      problem: 'old-version',
    });
    expect(server.requests).toEqual([]);
  });

  it('and speaks no TLS at all gets no request line', async () => {
    let heard = '';
    const server = createServer((socket) => {
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1');
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;

    expect(await faultOf(open().call(new URL(`https://127.0.0.1:${port}`), GET))).toMatchObject({
      kind: 'insecure',
      problem: 'no-tls',
    });
    expect(heard).not.toContain('HTTP/1.1');
  });
});

describe('the client’s certificate (RFC 8705 section 2)', () => {
  it('is shown to whoever asks for one, on every connection', async () => {
    const client = await serverIdentity({ ip: '127.0.0.7' });
    const server = await serve((response) => response.writeHead(200, { connection: 'close' }).end('{}'), {
      asksForCertificate: true,
    });
    const http = open({
      clientCertificate: { certificatePem: client.certificatePem, privateKeyPem: client.keyPem },
    });

    await (await http.call(new URL(server.origin), GET)).text();
    await (await http.call(new URL(server.origin), GET)).text();

    const shown = server.requests.map(({ clientCertificate }) => clientCertificate);
    expect(shown).toEqual([expect.stringMatching(/^[\dA-F:]{95}$/), shown[0]]);
    expect(server.handshakes()).toBe(2);
  });

  it('is not shown to whoever does not ask', async () => {
    const client = await serverIdentity();
    const server = await serve((response) => response.end('{}'));
    const http = open({
      clientCertificate: { certificatePem: client.certificatePem, privateKeyPem: client.keyPem },
    });

    await http.call(new URL(server.origin), GET);

    expect(server.requests[0]?.clientCertificate).toBeNull();
  });
});
