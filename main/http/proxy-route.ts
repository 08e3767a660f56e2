import { BlockList, isIP } from 'node:net';

import type { ProxySource } from '../ports/proxy';

/** One way to a provider. */
export type Route =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      readonly host: string;
      readonly port: number;
      /** `name:password` where the environment has them; null otherwise. */
      readonly credentials: string | null;
    }
  /** A kind of proxy that is not spoken here, as it was named, without what signs in there. */
  | { readonly kind: 'unsupported'; readonly said: string };

const DIRECT: Route = { kind: 'direct' };

/**
 * The ways to an address, in the order in which they are tried. This computer is never reached over a proxy.
 *
 * @see RFC 9110 section 9.3.6 (CONNECT)
 */
export async function routesTo(url: URL, source: ProxySource): Promise<readonly Route[]> {
  if (isLoopback(url.hostname)) return [DIRECT];
  switch (source.choice()) {
    case 'none':
      return [DIRECT];
    case 'environment':
      return [environmentProxy(url, source.environment) ?? DIRECT];
    case 'system':
      return readPac(await source.system(url.href));
  }
}

/** The name of a route as a person may look for it: host and port. */
export function nameOfRoute(route: Exclude<Route, { kind: 'direct' }>): string {
  if (route.kind === 'unsupported') return route.said;
  return `${isIP(route.host) === 6 ? `[${route.host}]` : route.host}:${route.port}`;
}

/** Whether a host name of a URL is this computer. @see RFC 6761 section 6.3; RFC 5735 section 3 */
function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(?:\.\d+){3}$/.test(name)
  );
}

/** Reads what a PAC script, or the system in its spelling, says. Nothing said is no proxy. */
export function readPac(said: string): readonly Route[] {
  const parts = said
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const routes = parts.map((part): Route => {
    const [kind = '', place = ''] = part.split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return DIRECT;
    const isHttp = ['PROXY', 'HTTP'].includes(kind.toUpperCase());
    return (
      (isHttp ? httpProxy(`http://${place}`) : null) ?? { kind: 'unsupported', said: part.slice(0, 200) }
    );
  });
  return routes.length === 0 ? [DIRECT] : routes;
}

/**
 * The proxy that the environment names for an address, by the variables that curl made usual.
 *
 * @returns null where none is named, or NO_PROXY leaves the address out
 */
export function environmentProxy(url: URL, environment: ProxySource['environment']): Route | null {
  const first = (...names: readonly string[]) => names.map((name) => environment[name]).find(Boolean);
  const named = first('https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY');
  if (named === undefined || isLeftOut(url, first('no_proxy', 'NO_PROXY') ?? '')) return null;
  const address = /^[a-z][\w+.-]*:\/\//i.test(named) ? named : `http://${named}`;
  return httpProxy(address) ?? { kind: 'unsupported', said: withoutCredentials(address).slice(0, 200) };
}

function httpProxy(address: string): Route | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'http:' || hostname === '') return null;
  return {
    kind: 'proxy',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 80 : Number(port),
    credentials: username === '' ? null : `${decoded(username)}:${decoded(password)}`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone per cent sign stands for itself
  }
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/]*@/, '//');
}

function isLeftOut({ hostname, port }: URL, list: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => leavesOut(entry, host, port === '' ? '443' : port));
}

function leavesOut(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const range = /^([\da-f.:]+)\/(\d{1,3})$/.exec(entry);
  if (range !== null) return isInRange(host, range[1] ?? '', Number(range[2]));
  const [, name = entry, only = port] = /^(.*?[^:]):(\d+)$/.exec(isIP(entry) === 0 ? entry : '') ?? [];
  const bare = name.replace(/^\*?\.|^\[|\]$/g, '');
  return only === port && (host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`)));
}

function isInRange(host: string, net: string, bits: number): boolean {
  const family = isIP(net);
  if (family === 0 || isIP(host) !== family || bits > (family === 4 ? 32 : 128)) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const range = new BlockList();
  range.addSubnet(net, bits, kind);
  return range.check(host, kind);
}
