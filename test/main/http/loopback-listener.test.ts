import { request as send } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';

import { listenOnLoopback } from '../../../main/http/loopback-listener';
import type { AnswerListener, LoopbackOptions } from '../../../main/ports/answer-listener';
import { isListening } from '../../helpers/listening';

const PAGES = {
  accepted: { heading: 'You can go back', text: 'Done.' },
  foreign: { heading: 'Not expected', text: 'Not used.' },
};

interface Listening extends AnswerListener {
  readonly port: number;
  /** What came to the path, as the flow saw it. */
  readonly answers: readonly string[];
}

async function listen(options: Partial<LoopbackOptions> = {}): Promise<Listening> {
  const answers: string[] = [];
  const listening = await listenOnLoopback({
    host: '127.0.0.1',
    path: '/callback',
    port: null,
    pages: PAGES,
    onAnswer: (callback) => {
      answers.push(callback.href);
      return callback.searchParams.get('state') === 'ours' ? 'accepted' : 'foreign';
    },
    ...options,
  });
  if (!listening.ok) throw new Error(listening.error.kind);
  onTestFinished(() => listening.value.close());
  return { ...listening.value, port: Number(new URL(listening.value.redirectUri).port), answers };
}

interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** One request, made by hand: `fetch` would correct the target and the Host header. */
function ask(
  port: number,
  target: string,
  options: { readonly method?: string; readonly host?: string } = {},
): Promise<Seen> {
  const { method = 'GET', host = `127.0.0.1:${port}` } = options;
  return new Promise((resolve, reject) => {
    const asked = send({ port, host: '127.0.0.1', path: target, method, headers: { host }, agent: false });
    asked.once('error', reject);
    asked.once('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.end();
  });
}

const RIGHT = '/callback?code=the-code&state=ours';

describe('[S16] the loopback listener (RFC 8252 sections 7.3 and 8.3)', () => {
  it('has a redirect URI with the IP literal, a port that was free, and the path', async () => {
    const [one, two] = [await listen(), await listen()];

    expect(one.redirectUri).toBe(`http://127.0.0.1:${one.port}/callback`);
    expect(one.port).not.toBe(two.port);
    expect(one.port).toBeGreaterThan(1023);
  });

  it('listens on 127.0.0.1 and on no other address of this machine', async () => {
    const { port } = await listen();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'));

    expect(await isListening(port, '127.0.0.1')).toBe(true);
    for (const host of ['127.0.0.2', '::1', ...others]) {
      expect({ host, answers: await isListening(port, host) }).toEqual({ host, answers: false });
    }
  });

  it('listens on a fixed port where the profile names one', async () => {
    const { port, close } = await listen();
    close();
    await expect.poll(() => isListening(port, '127.0.0.1')).toBe(false);

    expect((await listen({ port })).redirectUri).toBe(`http://127.0.0.1:${port}/callback`);
  });

  it('is called localhost where the provider has it so, and is then on ::1 too', async () => {
    const { port, redirectUri, answers } = await listen({ host: 'localhost' });

    expect(redirectUri).toBe(`http://localhost:${port}/callback`);
    expect((await ask(port, '/callback?code=c&state=ours', { host: `localhost:${port}` })).status).toBe(303);
    expect(answers).toEqual([`http://localhost:${port}/callback?code=c&state=ours`]);
    expect((await ask(port, '/callback?code=c', { host: `127.0.0.1:${port}` })).status).toBe(404);
  });

  it('says that the port is taken when another program has only the ::1 of localhost: it would get the code', async () => {
    const squatter = createServer().listen({ host: '::1', port: 0, ipv6Only: true });
    const listens = await new Promise((resolve) => {
      squatter.once('listening', () => resolve(true));
      squatter.once('error', () => resolve(false));
    });
    onTestFinished(() => void squatter.close());
    if (listens !== true) return; // a machine without IPv6: nobody else can be there either
    const { port } = squatter.address() as AddressInfo;
    const onAnswer = () => 'accepted' as const;

    const listening = await listenOnLoopback({ host: 'localhost', path: '/', port, pages: PAGES, onAnswer });

    expect(listening).toEqual({ ok: false, error: { kind: 'port-taken', port } });
  });

  it('says so when the fixed port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    onTestFinished(() => void squatter.close());
    const { port } = squatter.address() as AddressInfo;

    const onAnswer = () => 'accepted' as const;
    const listening = await listenOnLoopback({ host: '127.0.0.1', path: '/', port, pages: PAGES, onAnswer });

    expect(listening).toEqual({ ok: false, error: { kind: 'port-taken', port } });
  });
});

describe('a request that is not the answer', () => {
  for (const { target, options, because } of [
    { target: RIGHT, options: { method: 'POST' }, because: 'it is a POST' },
    { target: RIGHT, options: { method: 'HEAD' }, because: 'it is a HEAD' },
    { target: RIGHT, options: { method: 'OPTIONS' }, because: 'it is a preflight of some page' },
    {
      target: RIGHT,
      options: { host: 'evil.example' },
      because: 'a name was made to point here (DNS rebinding)',
    },
    { target: RIGHT, options: { host: 'localhost' }, because: 'localhost is not what was registered' },
    { target: RIGHT, options: { host: '127.0.0.1' }, because: 'the Host has no port' },
    { target: RIGHT, options: { host: '127.0.0.1:1' }, because: 'the Host has another port' },
    { target: '/', because: 'it is another path' },
    { target: '/callback/', because: 'it is another path' },
    { target: '/Callback?code=c&state=ours', because: 'it is another path' },
    { target: '/callback%2F?code=c&state=ours', because: 'it is another path' },
    { target: '//evil.example/callback?code=c&state=ours', because: 'it names another host' },
    { target: 'http://evil.example/callback?code=c&state=ours', because: 'it is for a proxy' },
    { target: '/done', because: 'nothing has been done yet' },
    { target: '/favicon.ico', because: 'browsers ask for everything' },
    {
      target: `/callback?code=${'c'.repeat(8192)}&state=ours`,
      because: 'it is longer than anything sensible',
    },
  ]) {
    it(`is not seen by the flow when ${because}, and the waiting goes on`, async () => {
      const { port, answers } = await listen();

      const seen = await ask(port, target, options);

      expect(seen.status).toBe(404);
      expect(answers).toEqual([]);
      expect((await ask(port, RIGHT)).status).toBe(303);
    });
  }

  it('is not seen when it is not even HTTP', async () => {
    const { port, answers } = await listen();
    await new Promise<void>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => socket.end('\u0000\u0001 hello\r\n\r\n'));
      socket.once('close', () => resolve()).once('error', () => resolve());
      socket.resume();
    });

    expect(answers).toEqual([]);
    expect((await ask(port, RIGHT)).status).toBe(303);
  });

  it('but comes to the path is shown a page of ours, and the waiting goes on (RFC 9207 section 2.3)', async () => {
    const { port, answers } = await listen();

    const seen = await ask(port, '/callback?error=access_denied&state=guessed');

    expect(seen.status).toBe(200);
    expect(seen.body).toContain('Not expected');
    expect((await ask(port, RIGHT)).status).toBe(303);
    expect(answers).toHaveLength(2);
  });
});

describe('the answer', () => {
  it('is handed over with the query as it came, under our own redirect URI', async () => {
    const { port, redirectUri, answers } = await listen();

    await ask(port, '/callback?code=a%2Bb&state=ours&iss=https%3A%2F%2Fbank.example');

    expect(answers).toEqual([`${redirectUri}?code=a%2Bb&state=ours&iss=https%3A%2F%2Fbank.example`]);
  });

  it('sends the browser on to a page without the code in its address', async () => {
    const { port } = await listen();

    const { status, headers, body } = await ask(port, RIGHT);

    expect(status).toBe(303);
    expect(headers).toMatchObject({
      location: '/done',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(body).toBe('');
  });

  it('is taken once: a second one is not seen', async () => {
    const { port, answers } = await listen();
    await ask(port, RIGHT);

    expect((await ask(port, RIGHT)).status).toBe(404);
    expect(answers).toHaveLength(1);
  });

  it('ends the listener as soon as the browser has its last page', async () => {
    const { port } = await listen();
    await ask(port, RIGHT);

    expect((await ask(port, '/done')).body).toContain('You can go back');

    await expect.poll(() => isListening(port, '127.0.0.1')).toBe(false);
  });
});

describe('closing', () => {
  it('ends the listener and every connection, and may be done twice', async () => {
    const { port, close } = await listen();
    const idle = connect({ port, host: '127.0.0.1' });
    const ended = new Promise((resolve) => idle.once('close', resolve).on('error', () => undefined));
    await new Promise((resolve) => idle.once('connect', resolve));
    idle.write('GET /callback HTTP/1.1\r\n'); // and never the rest

    close();
    close();

    await ended;
    expect(await isListening(port, '127.0.0.1')).toBe(false);
  });
});

describe('[S17] a page that the browser is left with', () => {
  for (const { name, targets } of [
    { name: 'accepted', targets: [RIGHT, '/done'] },
    { name: 'foreign', targets: ['/callback?error=%3Cscript%3Ealert(1)%3C%2Fscript%3E&state=x'] },
  ]) {
    it(`is ${name}: no script, nothing of the request, no cache, a strict policy (OWASP Secure Headers)`, async () => {
      const { port } = await listen();
      let page: Seen | null = null;
      for (const target of targets) page = await ask(port, target);

      expect(page?.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(page?.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; frame-ancestors 'none'$/,
      );
      expect(page?.body).not.toMatch(/<script|alert|the-code|<img|<link|<iframe|http/i);
    });
  }
});
