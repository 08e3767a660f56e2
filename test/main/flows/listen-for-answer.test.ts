import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';

import { listenForAnswer } from '../../../main/flows/listen-for-answer';
import { listenOnLoopback } from '../../../main/http/loopback-listener';
import { createDeepLinks } from '../../../main/links/deep-links';
import type { AnswerListener, ListenForAnswer } from '../../../main/ports/answer-listener';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listenAt(listen: ListenForAnswer, port: number): Promise<AnswerListener> {
  const redirect = { scheme: 'http', host: '127.0.0.1', port, path: '/callback' } as const;
  const listening = await listen({ redirect, onAnswer: () => 'accepted' });
  if (!listening.ok) throw new Error(listening.error.kind);
  onTestFinished(() => listening.value.close());
  return listening.value;
}

describe('a redirect to a fixed port', () => {
  it('is free for the next flow while the browser of the last one still gets its last page', async () => {
    const listen = listenForAnswer(createDeepLinks(), listenOnLoopback);
    const port = await freePort();
    const first = await listenAt(listen, port);
    // Answered, and the browser never asks for the last page: the listener stays for it.
    const answered = await fetch(`${first.redirectUri}?code=a`, { redirect: 'manual' });
    expect(answered.status).toBe(303);

    const second = await listenAt(listen, port);

    expect(second.redirectUri).toBe(first.redirectUri);
  });

  it('is another program’s when another program has it', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void squatter.close());
    const { port } = squatter.address() as AddressInfo;
    const listen = listenForAnswer(createDeepLinks(), listenOnLoopback);

    const redirect = { scheme: 'http', host: '127.0.0.1', port, path: '/callback' } as const;
    expect(await listen({ redirect, onAnswer: () => 'accepted' })).toEqual({
      ok: false,
      error: { kind: 'port-taken', port },
    });
  });
});
