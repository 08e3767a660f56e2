import type { ExchangeDetail } from '../../preload/contract/wire-shapes';

/** Headers that curl makes itself; a second one would break the request. */
const OF_CURL: ReadonlySet<string> = new Set(['host', 'connection', 'content-length', 'accept-encoding']);

/**
 * The request as a command for a POSIX shell, secrets masked, certificate and key as names of files to fill in.
 *
 * @param detail redacted, as the window gets it
 */
export function toCurl({ method, url, request, tls }: ExchangeDetail): string {
  const parts = [
    `curl --request ${quote(method)} ${quote(url)}`,
    ...request.headers
      .filter(({ name }) => !OF_CURL.has(name.toLowerCase()))
      .map(({ name, value }) => `--header ${quote(`${name}: ${value}`)}`),
    ...(request.body === null ? [] : [`--data-raw ${quote(request.body)}`]),
    ...(typeof tls?.ownThumbprint === 'string' ? ['--cert client.pem --key client-key.pem'] : []),
  ];
  return parts.join(' \\\n  ');
}

/** Inside single quotes a shell reads nothing but the quote itself. @see POSIX.1-2017 XCU 2.2.2 */
export function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
