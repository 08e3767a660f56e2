import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';

import { ownAddresses } from '../../../main/http/provider-http';
import { createResumeSource } from '../../../main/ports/resume';
import { faultOf, GET, open, serve } from '../http/tls-world';

/** Lets the connection of the last answer become free for the next request. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A way to a server that can forget its connections as routers do: both sides then hear nothing more of each other. */
async function forgetfulWay(target: URL) {
  const inside: Array<readonly [Socket, Socket]> = [];
  const way = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => undefined); // ends with the test
    inside.push([near, far]);
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of inside.flat()) socket.destroy();
    way.close();
  });
  return {
    url: new URL(`https://127.0.0.1:${(way.address() as AddressInfo).port}/`),
    forget: () => {
      for (const [near, far] of inside) near.unpipe(far).resume();
    },
  };
}

describe('[S80] connections to a provider after a sleep', () => {
  it('that the network has forgotten meanwhile are not used again', async () => {
    const { onResume, wake } = createResumeSource();
    const server = await serve((response) => response.end('{}'));
    const way = await forgetfulWay(new URL(server.origin));
    const http = open({ onResume });
    await http.call(way.url, GET);
    await settle();

    way.forget();
    wake();

    expect((await http.call(way.url, GET)).status).toBe(200);
    expect(server.handshakes()).toBe(2);
  });

  it('would be silent without that, until the deadline', async () => {
    const server = await serve((response) => response.end('{}'));
    const way = await forgetfulWay(new URL(server.origin));
    const http = open({ deadlineMs: 100 });
    await http.call(way.url, GET);
    await settle();

    way.forget();

    expect(await faultOf(http.call(way.url, GET))).toEqual({ kind: 'unreachable', reason: 'timeout' });
  });

  it('keep what is under way: it still gets its answer', async () => {
    const { onResume, wake } = createResumeSource();
    const held: ServerResponse[] = [];
    const server = await serve((response) => held.push(response));
    const http = open({ onResume });
    const underWay = http.call(new URL(server.origin), GET);
    await expect.poll(() => held.length).toBe(1);

    wake();
    const next = http.call(new URL(server.origin), GET);
    await expect.poll(() => held.length).toBe(2);
    for (const response of held) response.end('{}');

    expect([(await underWay).status, (await next).status]).toEqual([200, 200]);
    expect(server.handshakes()).toBe(2);
  });

  it('are all ended with the app, those of before the sleep too', async () => {
    const { onResume, wake } = createResumeSource();
    const server = await serve(() => undefined);
    const http = open({ onResume });
    const underWay = faultOf(http.call(new URL(server.origin), GET));
    await expect.poll(() => server.requests.length).toBe(1);

    wake();
    await http.close();

    expect(await underWay).toEqual({ kind: 'cancelled' });
  });
});

describe('[S80] connections to a provider in another network', () => {
  it('are opened anew there, and kept while the network is the same', async () => {
    let network = 'at home';
    const server = await serve((response) => response.end('{}'));
    const http = open({ network: () => network });
    for (const place of ['at home', 'at home', 'on the train', 'on the train']) {
      network = place;
      await http.call(new URL(server.origin), GET);
      await settle();
    }

    expect(server.handshakes()).toBe(2);
  });

  it('are told apart by this computer’s own addresses', () => {
    expect(ownAddresses().split(',')).toContain('127.0.0.1');
    expect(ownAddresses()).toBe(ownAddresses());
  });
});
