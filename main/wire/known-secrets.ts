import type { Exchange, HeaderLines } from './exchange';
import { bodyTextOf } from './exchange-body';
import { type Mask, maskAddress, maskBody, maskHeader } from './redaction';
import { headerValue } from './secret-names';

/** A shorter value would be found by chance inside harmless text. */
const SHORTEST_LENGTH = 8;

const secretsOfExchange = new WeakMap<Exchange, readonly string[]>();

/**
 * Everything that some exchange sent or received in a place for secrets. A provider that repeats a code
 * in an error text, or a token in the path of an address, does not make it harmless.
 */
export function knownSecrets(exchanges: readonly Exchange[]): readonly string[] {
  const all = new Set(exchanges.flatMap((exchange) => [...secretsIn(exchange)]));
  // The longest first: a token may contain another value.
  return [...all].sort((a, b) => b.length - a.length);
}

function secretsIn(exchange: Exchange): readonly string[] {
  const known = secretsOfExchange.get(exchange);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const collect: Mask = (secret) => {
    if (secret.length >= SHORTEST_LENGTH) found.add(secret);
    return '';
  };
  const { url, sent, received } = exchange;
  maskAddress(url, collect);
  collectFrom(sent.headers, sent.body.toString('utf8'), collect);
  if (received !== null) collectFrom(received.headers, bodyTextOf(received).text, collect);
  const secrets = [...found];
  secretsOfExchange.set(exchange, secrets);
  return secrets;
}

function collectFrom(headers: HeaderLines, body: string, collect: Mask): void {
  for (const [name, value] of headers) maskHeader(name, value, collect);
  maskBody(body, headerValue(headers, 'content-type'), collect);
}
