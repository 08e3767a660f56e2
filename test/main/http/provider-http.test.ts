import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';

import { faultOf, GET, open, serve } from './tls-world';

describe('a request to a provider', () => {
  it('arrives as it was made, and the answer comes back as it was sent', async () => {
    const server = await serve((response) => response.writeHead(201, { 'x-one': 'a' }).end('{"a":1}'));

    const response = await open().call(new URL(`${server.origin}/par?x=1`), {
      ...GET,
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'hello',
    });

    expect([response.status, response.headers.get('x-one'), await response.text()]).toEqual([
      201,
      'a',
      '{"a":1}',
    ]);
    expect(server.requests).toMatchObject([{ method: 'POST', target: '/par?x=1', body: 'hello' }]);
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'text/plain',
      'accept-encoding': 'identity',
    });
    expect(server.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(server.requests[0]?.headers).not.toHaveProperty('user-agent');
  });

  it.each([204, 304])('with the answer %i has no body', async (status) => {
    const server = await serve((response) => response.writeHead(status).end());

    expect((await open().call(new URL(server.origin), GET)).body).toBeNull();
  });

  it.each([301, 302, 303, 307, 308])('is not sent on by a %i (RFC 9700 section 4.12)', async (status) => {
    const target = await serve((response) => response.end('no'));
    const server = await serve((response) => response.writeHead(status, { location: target.origin }).end());

    const response = await open().call(new URL(server.origin), { ...GET, method: 'POST', body: 'secret' });

    expect(response.status).toBe(status);
    expect(target.requests).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('uses one connection for all that follows', async () => {
    const server = await serve((response) => response.end('{}'));
    const http = open();

    for (let count = 0; count < 3; count += 1) {
      await http.call(new URL(server.origin), GET);
      // A connection is free for the next request one turn of the event loop after its answer.
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(server.handshakes()).toBe(1);
  });
});

describe('[S45] an answer that is too much (CWE-400, CWE-409)', () => {
  it.each([
    { what: 'a byte too long', send: (response: ServerResponse) => response.end('x'.repeat(1001)) },
    { what: 'endless', send: (response: ServerResponse) => endless(response) },
    {
      what: 'a gzip bomb',
      send: (response: ServerResponse) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(900_000))),
    },
    {
      what: 'a brotli bomb',
      send: (response: ServerResponse) =>
        response
          .writeHead(200, { 'content-encoding': 'br' })
          .end(brotliCompressSync(Buffer.alloc(50_000_000))),
    },
  ])('is cut off: $what', async ({ send }) => {
    const server = await serve(send);

    expect(await faultOf(open().call(new URL(server.origin), GET))).toEqual({
      kind: 'too-large',
      maxBytes: 1000,
    });
  });

  it('is taken up to the last byte that is allowed', async () => {
    const server = await serve((response) => response.end('x'.repeat(1000)));

    expect(await (await open().call(new URL(server.origin), GET)).text()).toHaveLength(1000);
  });
});

function endless(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(10_000))) if (response.destroyed) return;
  };
  response.on('drain', more);
  more();
}

describe('an answer that is packed although we asked for it plain', () => {
  it.each([
    { encoding: 'gzip', packed: gzipSync('{"a":1}') },
    { encoding: 'x-gzip', packed: gzipSync('{"a":1}') },
    { encoding: 'deflate', packed: deflateSync('{"a":1}') },
    { encoding: 'br', packed: brotliCompressSync('{"a":1}') },
    { encoding: 'identity', packed: Buffer.from('{"a":1}') },
    // RFC 9110 8.4.1: all content codings are case-insensitive.
    { encoding: 'GZIP', packed: gzipSync('{"a":1}') },
    { encoding: 'X-GZip', packed: gzipSync('{"a":1}') },
    { encoding: 'Identity', packed: Buffer.from('{"a":1}') },
    // RFC 9110 8.4: in the order in which they were applied.
    { encoding: 'gzip, br', packed: brotliCompressSync(gzipSync('{"a":1}')) },
    { encoding: 'identity , GZip', packed: gzipSync('{"a":1}') },
    // RFC 9110 8.4.1.2: seen in the field without the zlib format.
    { encoding: 'deflate', packed: deflateRawSync('{"a":1}') },
  ])('is unpacked: $encoding', async ({ encoding, packed }) => {
    const server = await serve((response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(packed),
    );

    expect(await (await open().call(new URL(server.origin), GET)).text()).toBe('{"a":1}');
  });

  it.each([
    { encoding: 'gzip', problem: 'broken-coding', because: 'it is no gzip' },
    { encoding: 'br', problem: 'broken-coding', because: 'it is no brotli' },
    { encoding: 'gzip, gzip', problem: 'broken-coding', because: 'no layer is one' },
    { encoding: 'rot13', problem: 'unknown-coding', because: 'nobody knows it' },
    { encoding: 'gzip, zstd', problem: 'unknown-coding', because: 'one layer is not known here' },
    { encoding: 'br, br, br, br, br', problem: 'unknown-coding', because: 'nobody packs that often' },
    { encoding: 'constructor', problem: 'unknown-coding', because: 'it is a name of JavaScript only' },
  ])('is unreadable as $encoding and not broken off: $because', async ({ encoding, problem }) => {
    const server = await serve((response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end('junk'),
    );

    expect(await faultOf(open().call(new URL(server.origin), GET))).toMatchObject({
      kind: 'unreadable',
      problem,
    });
  });

  it('is unreadable when it was cut before it was packed off', async () => {
    const server = await serve((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}').subarray(0, -4)),
    );

    expect(await faultOf(open().call(new URL(server.origin), GET))).toMatchObject({
      kind: 'unreadable',
      problem: 'broken-coding',
    });
  });

  it('is a refusal by its status, also where its body cannot be unpacked', async () => {
    const server = await serve((response) =>
      response.writeHead(503, { 'content-encoding': 'rot13' }).end('junk'),
    );

    const response = await open().call(new URL(server.origin), GET);
    expect([response.status, await response.text()]).toEqual([503, '']);
  });

  it('may be nothing at all, whatever its header says', async () => {
    const server = await serve((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end());

    expect(await (await open().call(new URL(server.origin), GET)).text()).toBe('');
  });
});

describe('the letters of an answer (RFC 8259 section 8.1)', () => {
  it.each([
    { type: 'application/json', bytes: Buffer.from('\uFEFFZürich'), text: 'Zürich' },
    { type: 'application/json; charset=utf-8', bytes: Buffer.from('Zürich'), text: 'Zürich' },
    { type: 'application/json; charset=ISO-8859-1', bytes: Buffer.from('Zürich', 'latin1'), text: 'Zürich' },
    { type: 'application/json; charset="iso-8859-15"', bytes: Buffer.from([0xa4]), text: '€' },
    // Said wrongly: the bytes are UTF-8 all the same.
    { type: 'application/json; charset=iso-8859-1', bytes: Buffer.from('Zürich'), text: 'Zürich' },
    { type: 'application/json; charset=utf-16', bytes: Buffer.from('Zürich'), text: 'Zürich' },
    { type: 'application/json; charset=utf-16', bytes: Buffer.from('Zürich', 'utf16le'), text: 'Zürich' },
    { type: 'application/json', bytes: Buffer.from('\uFEFFZürich', 'utf16le'), text: 'Zürich' },
    { type: 'application/json; charset=martian', bytes: Buffer.from('Zürich'), text: 'Zürich' },
    // Nobody says what it is: shown as unknown, not guessed at.
    { type: 'application/json', bytes: Buffer.from('Zürich', 'latin1'), text: 'Z\uFFFDrich' },
  ])('$text comes out of $type', async ({ type, bytes, text }) => {
    const server = await serve((response) => response.writeHead(200, { 'content-type': type }).end(bytes));

    expect(await (await open().call(new URL(server.origin), GET)).text()).toBe(text);
  });
});

describe('[S46] an answer that does not come', () => {
  it.each([
    { what: 'a server that is silent', send: () => undefined },
    { what: 'a server that begins and stops', send: (response: ServerResponse) => response.write('{') },
  ])('ends at the deadline: $what', async ({ send }) => {
    const server = await serve(send);

    expect(await faultOf(open({ deadlineMs: 100 }).call(new URL(server.origin), GET))).toEqual({
      kind: 'unreachable',
      reason: 'timeout',
    });
  });

  it('ends when the person cancels, also in the middle of it', async () => {
    const cancelling = new AbortController();
    const server = await serve((response) => {
      response.write('{');
      cancelling.abort();
    });

    expect(await faultOf(open().call(new URL(server.origin), { ...GET, signal: cancelling.signal }))).toEqual(
      {
        kind: 'cancelled',
      },
    );
  });

  it('is not asked for at all by somebody who has cancelled already', async () => {
    const server = await serve((response) => response.end());

    expect(
      await faultOf(open().call(new URL(server.origin), { ...GET, signal: AbortSignal.abort() })),
    ).toEqual({
      kind: 'cancelled',
    });
    expect(server.requests).toEqual([]);
  });

  it.each([
    {
      what: 'a connection that breaks',
      send: (response: ServerResponse) => response.destroy(),
      reason: 'reset',
    },
    {
      what: 'an answer that breaks off',
      send: (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{', () => response.destroy());
      },
      reason: 'reset',
    },
    {
      what: 'an answer that is no HTTP',
      send: (response: ServerResponse) => void response.socket?.end('what?\r\n\r\n'),
      reason: 'reset',
    },
  ])('is told as $reason: $what', async ({ send, reason }) => {
    const server = await serve(send);

    expect(await faultOf(open().call(new URL(server.origin), GET))).toEqual({ kind: 'unreachable', reason });
  });

  it('because nobody listens is told as refused', async () => {
    const server = await serve(() => undefined);
    await server.close();

    expect(await faultOf(open().call(new URL(server.origin), GET))).toEqual({
      kind: 'unreachable',
      reason: 'refused',
    });
  });
});
