import { customFetch } from 'oauth4webapi';
import type { CustomFetchOptions } from 'oauth4webapi';

import { isJsonType, isTooDeep } from './json-limits';
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

export interface CallLimits {
  /** The most that the answer may hold; {@link SMALL_ANSWER_BYTES} unless given. */
  readonly maxBytes?: number;
  /** Whether a good answer has to say that it is JSON: the library does not look. */
  readonly isJson?: boolean;
}

/**
 * Lets the OAuth library send its requests over the provider's connections.
 *
 * @param signal aborts the request when the person cancels
 */
export function overTransport(
  http: ProviderHttp,
  signal?: AbortSignal,
  { maxBytes = SMALL_ANSWER_BYTES, isJson = false }: CallLimits = {},
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
      return checked(response, isJson);
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
  const transport = overTransport(http, signal, { isJson: true });
  return repeatWhereHarmless(http.patience, { rule, send: () => send(transport), signal });
}

/** Lets the OAuth library read the provider's keys, again where a first try failed. */
export function readingKeys(http: ProviderHttp, signal?: AbortSignal): OverOurTransport {
  const { [customFetch]: ask } = overTransport(http, signal, { isJson: true });
  return {
    [customFetch]: (url, options) =>
      repeatWhereHarmless(http.patience, { rule: 'harmless', send: () => ask(url, options), signal }),
  };
}

// The library parses what it is given, so what must not be parsed is stopped here.
async function checked(response: Response, isJson: boolean): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  if (isTooDeep(text)) throw new TransportError({ kind: 'too-deep' });
  if (isJson && status < 300 && !isJsonType(headers.get('content-type')))
    throw new TransportError({ kind: 'not-json' });
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
