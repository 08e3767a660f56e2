import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { quote, toCurl } from '../../../main/wire/curl';
import { toHar } from '../../../main/wire/har';
import { readTrace, writeTrace } from '../../../main/wire/trace-file';
import { sampleDetail } from './exchange-samples';

const pair = z.object({ name: z.string(), value: z.string() });
const message = {
  httpVersion: z.string(),
  cookies: z.array(z.object({ name: z.string() })),
  headers: z.array(pair),
  headersSize: z.int(),
  bodySize: z.int(),
};
/** The members that HAR 1.2 demands, with their types. */
const har = z.object({
  log: z.object({
    version: z.literal('1.2'),
    creator: z.object({ name: z.string(), version: z.string() }),
    entries: z.array(
      z.object({
        startedDateTime: z.iso.datetime(),
        time: z.number().min(0),
        request: z.object({
          ...message,
          method: z.string(),
          url: z.url(),
          queryString: z.array(pair),
          postData: z.object({ mimeType: z.string(), text: z.string() }).optional(),
        }),
        response: z.object({
          ...message,
          status: z.int(),
          statusText: z.string(),
          redirectURL: z.string(),
          content: z.object({ size: z.int(), mimeType: z.string(), text: z.string().optional() }),
        }),
        cache: z.object({}),
        timings: z.object({ send: z.number().min(0), wait: z.number().min(0), receive: z.number().min(0) }),
      }),
    ),
  }),
});

describe('HAR', () => {
  it('has the shape of HAR 1.2, with and without an answer', async () => {
    const details = [
      await sampleDetail(),
      await sampleDetail({ received: null, tls: null, fault: 'timeout' }),
    ];

    const read = har.parse(JSON.parse(toHar(details, '0.1.0')));

    expect(read.log.entries[0]).toMatchObject({
      time: 42,
      request: { queryString: [{ name: 'tenant', value: '1' }] },
      timings: { send: 0, wait: 40, receive: 2 },
    });
    expect(read.log.entries[1]).toMatchObject({ response: { status: 0 } });
  });
});

describe('curl', () => {
  it('quotes so that a shell gives the text back, whatever is in it', () => {
    const wild = `a'b"c\`d$(echo e)\\f\n!g`;

    expect(execFileSync('/bin/sh', ['-c', `printf %s ${quote(wild)}`], { encoding: 'utf8' })).toBe(wild);
  });

  it('is the request, with the certificate as files to fill in and what curl makes itself left out', async () => {
    const command = toCurl(await sampleDetail());

    expect(command).toContain("curl --request 'POST' 'https://bank.example/token?tenant=1'");
    expect(command).toContain('--cert client.pem --key client-key.pem');
    expect(command).toContain('code=•••');
    expect(command).not.toMatch(/content-length|host:/i);
  });
});

describe('a saved session', () => {
  it('is read back as it was, with nothing left to reveal', async () => {
    const detail = await sampleDetail();

    const read = readTrace('a.cstrace', writeTrace([detail], 5));

    expect(read).toMatchObject({
      ok: true,
      value: { fileName: 'a.cstrace', savedAtMs: 5, exchanges: [{ exchangeId: 'e1', step: 'token' }] },
    });
    const fields = read.ok ? read.value.exchanges.flatMap((exchange) => exchange.fields) : [];
    expect(fields.filter(({ canReveal }) => canReveal)).toEqual([]);
  });

  it('of an earlier version is read: what was not counted then is nought', async () => {
    const { moreFieldCount, ...earlier } = await sampleDetail();
    const file = { format: 'countersign-trace', version: 1, savedAtMs: 5, exchanges: [earlier] };

    expect(moreFieldCount).toBe(0);
    expect(readTrace('a.cstrace', JSON.stringify(file))).toMatchObject({
      ok: true,
      value: { exchanges: [{ exchangeId: 'e1', moreFieldCount: 0 }] },
    });
  });

  it.each([
    ['no JSON', 'hello'],
    ['another format', '{"format":"har","version":1,"savedAtMs":1,"exchanges":[]}'],
    ['a later version', '{"format":"countersign-trace","version":2,"savedAtMs":1,"exchanges":[]}'],
    ['a member too many', '{"format":"countersign-trace","version":1,"savedAtMs":1,"exchanges":[],"x":1}'],
  ])('is refused as a whole when it is %s', (_what, text) => {
    expect(readTrace('a.cstrace', text)).toEqual({ ok: false, error: { kind: 'trace-unreadable' } });
  });
});
