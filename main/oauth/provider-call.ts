import { customFetch } from 'oauth4webapi';
import type { CustomFetchOptions } from 'oauth4webapi';

import { isTooDeep } from './json-limits';
import { repeatWhereHarmless } from './repeat';
import type { RepeatRule } from './repeat';
import { SMALL_ANSWER_BYTES, TransportError } from './transport';
import type { ProviderHttp } from './transport';

/** The part of an OAuth request's options that sends it over our own transport. */
export interface OverOurTransport {
  readonly [customFetch]: (url: string, options: CustomFetchOptions<string, unknown>) => Promise<Response>;
}

const texts = new WeakMap<Response, string>();

/** The body of an answer as text, also after the OAuth library has read it. */
export function textOf(response: Response): string {
  return texts.get(response) ?? '';
}

/**
 * Lets the OAuth library send its requests over the provider's connections.
 *
 * @param signal aborts the request when the person cancels
 * @param maxBytes the most that the answer may hold
 */
export function overTransport(
  http: ProviderHttp,
  signal?: AbortSignal,
  maxBytes: number = SMALL_ANSWER_BYTES,
): OverOurTransport {
  return {
    [customFetch]: async (url, options) => {
      const response = await http.call(new URL(url), {
        method: options.method,
        headers: options.headers,
        ...(options.body === undefined || options.body === null ? {} : { body: bodyText(options.body) }),
        maxBytes,
        ...(signal === undefined ? {} : { signal }),
      });
      return checked(response);
    },
  };
}

/** Sends an OAuth request, and repeats it where its rule has it. */
export function sendOver(
  http: ProviderHttp,
  rule: RepeatRule,
  send: (transport: OverOurTransport) => Promise<Response>,
  signal?: AbortSignal,
): Promise<Response> {
  return repeatWhereHarmless(http.patience, { rule, send: () => send(overTransport(http, signal)), signal });
}

// The library parses what it is given, so what must not be parsed is stopped here.
async function checked(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  if (isTooDeep(text)) throw new TransportError({ kind: 'too-deep' });
  const hasNoBody = status === 204 || status === 304;
  const again = new Response(hasNoBody ? null : text, { status, headers });
  texts.set(again, text);
  return again;
}

function bodyText(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('the OAuth library sent a body that is neither a form nor text');
}
