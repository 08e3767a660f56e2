import { describe, expect, it } from 'vitest';

import { environmentProxy, readPac, routesTo } from '../../../main/http/proxy-route';
import { NO_PROXY } from '../../../main/ports/proxy';

const BANK = new URL('https://auth.bank.example/.well-known/openid-configuration');

const proxy = (host: string, port: number, credentials: string | null = null) => ({
  kind: 'proxy',
  host,
  port,
  credentials,
});

describe('what the system says of the way, as a PAC script spells it', () => {
  it.each([
    { said: 'DIRECT', routes: [{ kind: 'direct' }] },
    { said: '', routes: [{ kind: 'direct' }] },
    { said: 'PROXY proxy.example:8080', routes: [proxy('proxy.example', 8080)] },
    { said: 'proxy 10.0.0.1:3128;', routes: [proxy('10.0.0.1', 3128)] },
    { said: 'PROXY [fd00::1]:3128', routes: [proxy('fd00::1', 3128)] },
    { said: 'HTTP proxy.example:8080', routes: [proxy('proxy.example', 8080)] },
    { said: 'PROXY proxy.example', routes: [proxy('proxy.example', 80)] },
    {
      said: 'PROXY a.example:1; PROXY b.example:2; DIRECT',
      routes: [proxy('a.example', 1), proxy('b.example', 2), { kind: 'direct' }],
    },
    { said: 'SOCKS5 s.example:1080', routes: [{ kind: 'unsupported', said: 'SOCKS5 s.example:1080' }] },
    { said: 'HTTPS p.example:443', routes: [{ kind: 'unsupported', said: 'HTTPS p.example:443' }] },
    { said: 'PROXY', routes: [{ kind: 'unsupported', said: 'PROXY' }] },
  ])('“$said” is $routes', ({ said, routes }) => {
    expect(readPac(said)).toEqual(routes);
  });
});

describe('the proxy that the environment names', () => {
  it.each([
    { environment: {}, route: null },
    { environment: { HTTP_PROXY: 'http://p.example:1' }, route: null },
    { environment: { HTTPS_PROXY: 'http://p.example:3128' }, route: proxy('p.example', 3128) },
    { environment: { HTTPS_PROXY: 'p.example:3128' }, route: proxy('p.example', 3128) },
    { environment: { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' }, route: proxy('a', 1) },
    { environment: { ALL_PROXY: 'http://p.example:3128/' }, route: proxy('p.example', 3128) },
    { environment: { HTTPS_PROXY: '' }, route: null },
    {
      environment: { HTTPS_PROXY: 'http://me:pa%3Ass@p.example:3128' },
      route: proxy('p.example', 3128, 'me:pa:ss'),
    },
    {
      environment: { HTTPS_PROXY: 'socks5://me:secret@p.example:1080' },
      route: { kind: 'unsupported', said: 'socks5://p.example:1080' },
    },
    {
      environment: { HTTPS_PROXY: 'https://p.example' },
      route: { kind: 'unsupported', said: 'https://p.example' },
    },
    { environment: { HTTPS_PROXY: 'http://' }, route: { kind: 'unsupported', said: 'http://' } },
  ])('$environment is $route', ({ environment, route }) => {
    expect(environmentProxy(BANK, environment)).toEqual(route);
  });

  it.each([
    { list: 'auth.bank.example', isLeftOut: true },
    { list: 'bank.example', isLeftOut: true },
    { list: '.bank.example', isLeftOut: true },
    { list: '*.bank.example', isLeftOut: true },
    { list: 'other.example, bank.example', isLeftOut: true },
    { list: 'other.example bank.example', isLeftOut: true },
    { list: 'BANK.EXAMPLE', isLeftOut: true },
    { list: '*', isLeftOut: true },
    { list: 'bank.example:443', isLeftOut: true },
    { list: 'bank.example:8443', isLeftOut: false },
    { list: 'ank.example', isLeftOut: false },
    { list: 'bank.example.net', isLeftOut: false },
    { list: '', isLeftOut: false },
  ])('is left out for NO_PROXY “$list”: $isLeftOut', ({ list, isLeftOut }) => {
    const route = environmentProxy(BANK, { HTTPS_PROXY: 'http://p:1', NO_PROXY: list });

    expect(route === null).toBe(isLeftOut);
  });

  it.each([
    { list: '10.0.0.0/8', isLeftOut: true },
    { list: '10.1.2.3', isLeftOut: true },
    { list: '192.168.0.0/16', isLeftOut: false },
    { list: '10.0.0.0/99', isLeftOut: false },
    { list: 'fd00::/8', isLeftOut: false },
  ])('is left out for an address and NO_PROXY “$list”: $isLeftOut', ({ list, isLeftOut }) => {
    const route = environmentProxy(new URL('https://10.1.2.3'), {
      HTTPS_PROXY: 'http://p:1',
      NO_PROXY: list,
    });

    expect(route === null).toBe(isLeftOut);
  });
});

describe('the way to this computer', () => {
  it.each(['127.0.0.1', '127.9.9.9', 'localhost', 'LOCALHOST', 'localhost.', 'bank.localhost', '[::1]'])(
    'never leads over a proxy: %s',
    async (host) => {
      const url = new URL(`https://${host}:9080`);
      for (const choice of ['system', 'environment'] as const) {
        const source = {
          choice: () => choice,
          system: () => Promise.reject(new Error('nobody is asked')),
          environment: { HTTPS_PROXY: 'http://p:1' },
        };
        expect(await routesTo(url, source)).toEqual([{ kind: 'direct' }]);
      }
    },
  );

  it.each(['127.0.0.1.bank.example', 'localhost.bank.example', '128.0.0.1', '[::2]'])(
    'is not the one to %s',
    async (host) => {
      const environment = { HTTPS_PROXY: 'http://p:1' };

      expect(
        await routesTo(new URL(`https://${host}`), { ...NO_PROXY, choice: () => 'environment', environment }),
      ).toEqual([proxy('p', 1)]);
    },
  );
});
