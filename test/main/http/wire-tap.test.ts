import { gzipSync } from 'node:zlib';
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openProviderHttp } from '../../../main/http/provider-http';
import type { ProviderHttp } from '../../../main/ports/provider-http';
import { createExchangeRecorder } from '../../../main/wire/exchange-recorder';
import { wireViewOf } from '../../../main/wire/wire-view';
import { serverIdentity } from '../../helpers/server-identity';

/** A server that counts what comes out of TLS, and answers with fixed bytes. */
async function countingServer(answer: Buffer) {
  const identity = await serverIdentity();
  const heard: Buffer[] = [];
  const server = createServer({ key: identity.keyPem, cert: identity.certificatePem }, (socket) => {
    socket.on('data', (chunk: Buffer) => {
      heard.push(chunk);
      if (Buffer.concat(heard).includes('\r\n\r\n')) socket.end(answer);
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { identity, url: new URL(`https://127.0.0.1:${port}/form?a=b`), heard: () => Buffer.concat(heard) };
}

function tapped(caPem: string) {
  const recorder = createExchangeRecorder({ newId: () => 'e1', onChange: () => undefined });
  const http: ProviderHttp = openProviderHttp({ caPem, clientCertificate: null, observer: recorder });
  onTestFinished(() => http.close());
  return { recorder, http, view: wireViewOf(recorder) };
}

describe('the tap on the wire', () => {
  it('counts exactly the bytes that the server saw, and those that it packed and sent', async () => {
    const unpacked = JSON.stringify({ text: 'ä'.repeat(500) });
    const packed = gzipSync(unpacked);
    const head = `HTTP/1.1 200 Fine\r\nContent-Type: application/json\r\ncontent-encoding: gzip\r\nX-Twice: 1\r\nX-Twice: 2\r\ncontent-length: ${packed.length}\r\n\r\n`;
    const server = await countingServer(Buffer.concat([Buffer.from(head), packed]));
    const { http, view } = tapped(server.identity.certificatePem);

    await http.call(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=Zoë&code=abc',
      maxBytes: 10_000,
    });

    const detail = await view.get('e1');
    if (!detail.ok) throw new Error('nothing was recorded');
    const { sentBytes, receivedBytes, request, response, tls, headBytes } = detail.value;
    const heard = server.heard();
    expect(sentBytes).toBe(heard.length);
    expect(headBytes).toBe(heard.indexOf('\r\n\r\n') + 4);
    const lines = heard.toString('latin1').split('\r\n\r\n')[0]?.split('\r\n').slice(1);
    expect(request.headers.map(({ name, value }) => `${name}: ${value}`)).toEqual(lines);
    expect(receivedBytes).toBe(packed.length);
    expect(response).toMatchObject({
      unpackedBytes: Buffer.byteLength(unpacked),
      body: unpacked,
      reason: 'Fine',
    });
    expect(response?.headers.filter(({ name }) => name === 'X-Twice')).toHaveLength(2);
    expect(tls).toMatchObject({ protocol: 'TLSv1.3', ownThumbprint: null });
    expect(tls?.peerChain[0]?.fingerprintSha256).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('keeps a handshake that failed, with no byte sent', async () => {
    const server = await countingServer(Buffer.alloc(0));
    const other = await serverIdentity();
    const { http, recorder } = tapped(other.certificatePem);

    await expect(
      http.call(server.url, { method: 'GET', headers: { authorization: 'Bearer x' }, maxBytes: 10 }),
    ).rejects.toThrow('insecure');

    expect(recorder.list()).toMatchObject([
      { fault: 'tls', received: null, tls: null, sent: { headBytes: 0, bodyBytes: 0 } },
    ]);
  });
});
