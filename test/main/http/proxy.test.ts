import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { NO_PROXY, type ProxySource } from '../../../main/ports/proxy';
import type { SeenExchange } from '../../../main/wire/exchange';
import { connectProxy } from '../../helpers/connect-proxy';
import { serverIdentity } from '../../helpers/server-identity';
import { faultOf, GET, IDENTITY, open, serve } from './tls-world';

const BANK = 'auth.bank.example';
const NAMED = await serverIdentity({ name: BANK });
/** Nobody listens on the discard port. */
const NOBODY = '127.0.0.1:9';

const bySystem = (said: string): ProxySource => ({
  ...NO_PROXY,
  choice: () => 'system',
  system: () => Promise.resolve(said),
});
const byEnvironment = (environment: ProxySource['environment']): ProxySource => ({
  ...NO_PROXY,
  choice: () => 'environment',
  environment,
});

/** A bank by a name that a proxy alone can resolve. */
async function namedBank(status = 200, identity = NAMED) {
  const server = await serve((response) => response.end('{}'), { identity, asksForCertificate: true });
  const { port } = new URL(server.origin);
  const proxy = await connectProxy({ names: { [BANK]: Number(port) }, status });
  return { server, proxy, url: new URL(`https://${BANK}/metadata?secret=1`) };
}

describe('a bank that only the proxy can find', () => {
  it('is reached through it, by TLS that ends at the bank, with our certificate', async () => {
    const { server, proxy, url } = await namedBank();
    const client = await serverIdentity({ ip: '127.0.0.7' });
    const seen: SeenExchange[] = [];
    const http = open({
      caPem: NAMED.certificatePem,
      clientCertificate: { certificatePem: client.certificatePem, privateKeyPem: client.keyPem },
      observer: { begin: () => (exchange) => void seen.push(exchange) },
      proxies: bySystem(`PROXY ${proxy.address}`),
    });

    expect((await http.call(url, GET)).status).toBe(200);
    await setImmediate(); // the HTTP client looks first whether an idle connection still stands
    expect((await http.call(url, GET)).status).toBe(200);

    expect(proxy.asked).toEqual([`${BANK}:443`]);
    expect(proxy.carried()).not.toContain('secret');
    expect(server.requests.map(({ clientCertificate }) => clientCertificate)).toEqual([
      expect.stringMatching(/^[\dA-F:]{95}$/),
      expect.stringMatching(/^[\dA-F:]{95}$/),
    ]);
    expect(seen.map(({ proxy: over }) => over)).toEqual([proxy.address, proxy.address]);
  });

  it('is reached through the one that the environment names, with the name and the password from there', async () => {
    const { proxy, url } = await namedBank();
    const http = open({
      caPem: NAMED.certificatePem,
      proxies: byEnvironment({ HTTPS_PROXY: `http://me:secret@${proxy.address}` }),
    });

    expect((await http.call(url, GET)).status).toBe(200);
    expect(proxy.signIns).toEqual([`Basic ${Buffer.from('me:secret').toString('base64')}`]);
  });

  it('is reached through the next one where the first is out of order', async () => {
    const { proxy, url } = await namedBank();
    const proxies = bySystem(`PROXY ${NOBODY}; SOCKS ${NOBODY}; PROXY ${proxy.address}`);

    const http = open({ caPem: NAMED.certificatePem, proxies });

    expect((await http.call(url, GET)).status).toBe(200);
  });

  it.each([
    { status: 407, problem: 'sign-in' },
    { status: 403, problem: 'refused' },
    { status: 502, problem: 'refused' },
  ])('is not reached when the proxy answers $status: $problem', async ({ status, problem }) => {
    const { server, proxy, url } = await namedBank(status);
    const seen: SeenExchange[] = [];
    const http = open({
      caPem: NAMED.certificatePem,
      observer: { begin: () => (exchange) => void seen.push(exchange) },
      proxies: bySystem(`PROXY ${proxy.address}; DIRECT`),
    });

    const fault = await faultOf(http.call(url, GET));

    expect(fault).toEqual({ kind: 'proxy', problem, proxy: proxy.address, status });
    expect(server.requests).toEqual([]);
    expect(seen).toMatchObject([{ proxy: proxy.address, fault: 'proxy', received: null }]);
  });

  it('gets nothing when the proxy puts a certificate of another authority in the place of the bank’s', async () => {
    const { server, proxy, url } = await namedBank(200, await serverIdentity({ name: BANK }));
    const http = open({ caPem: NAMED.certificatePem, proxies: bySystem(`PROXY ${proxy.address}`) });

    expect(await faultOf(http.call(url, GET))).toEqual({
      kind: 'proxy',
      problem: 'opens-tls',
      proxy: proxy.address,
    });
    expect(server.requests).toEqual([]);
  });

  it('gets nothing when its certificate is for another name: a proxy changes nothing about that', async () => {
    const { proxy, url } = await namedBank(200, IDENTITY);
    const http = open({ caPem: IDENTITY.certificatePem, proxies: bySystem(`PROXY ${proxy.address}`) });

    expect(await faultOf(http.call(url, GET))).toMatchObject({ kind: 'insecure', problem: 'other-name' });
  });

  it.each([
    { said: `PROXY ${NOBODY}`, problem: 'unreachable', proxy: NOBODY },
    { said: 'SOCKS5 s.example:1080', problem: 'unsupported', proxy: 'SOCKS5 s.example:1080' },
    { said: 'HTTPS p.example:443', problem: 'unsupported', proxy: 'HTTPS p.example:443' },
  ])('is not reached by $said: $problem', async ({ said, problem, proxy }) => {
    const http = open({ proxies: bySystem(said) });

    expect(await faultOf(http.call(new URL(`https://${BANK}`), GET))).toEqual({
      kind: 'proxy',
      problem,
      proxy,
    });
  });

  it('and that has no address here is told with the proxy that the environment names in vain', async () => {
    const proxies: ProxySource = {
      ...bySystem('DIRECT'),
      environment: { HTTPS_PROXY: `http://me:x@${NOBODY}` },
    };
    const url = new URL('https://auth.bank.invalid'); // RFC 6761 section 6.4: never resolves

    expect(await faultOf(open({ proxies }).call(url, GET))).toEqual({
      kind: 'proxy',
      problem: 'unused',
      proxy: NOBODY,
    });
    expect(await faultOf(open().call(url, GET))).toEqual({ kind: 'unreachable', reason: 'not-found' });
  });
});

describe('another choice of proxy', () => {
  it('is followed by the next call', async () => {
    const { proxy, url } = await namedBank();
    let choice: ReturnType<ProxySource['choice']> = 'system';
    const proxies: ProxySource = {
      choice: () => choice,
      system: () => Promise.resolve(`PROXY ${proxy.address}`),
      environment: { HTTPS_PROXY: NOBODY },
    };
    const http = open({ caPem: NAMED.certificatePem, proxies });
    expect((await http.call(url, GET)).status).toBe(200);

    choice = 'environment';

    expect(await faultOf(http.call(url, GET))).toMatchObject({ kind: 'proxy', problem: 'unreachable' });
  });
});
