import type { CustomFetch } from 'openid-client';

import {
  type ProviderHttp,
  SMALL_ANSWER_BYTES,
  TransportError,
  transportErrorIn,
} from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { isJsonType, isTooDeep } from '../security/json-limits';
import { retryIfIdempotent, type RetryRule } from './retry';

const texts = new WeakMap<Response, string>();

/** The body of an answer as text, also after the OAuth library has read it. */
export function textOf(response: Response): string {
  return texts.get(response) ?? '';
}

/** How one question is put to a provider. */
export interface Question {
  /** When the whole of it may be asked once more. */
  readonly rule: RetryRule;
  readonly signal?: AbortSignal | undefined;
  /** The most that the answer may hold; {@link SMALL_ANSWER_BYTES} unless given. */
  readonly maxBytes?: number;
  /** Whether a good answer has to say that it is JSON: the library does not look. */
  readonly isJson?: boolean;
  /** Hears the text of each good answer, before anything of it is checked and whatever it is refused for. */
  readonly onGoodText?: (text: string) => void;
  /** Where the provider's keys are, which the library reads in passing. */
  readonly jwksUri?: string | undefined;
}

/** What came of a question: what the library made of it or why it refused, and the answer as it came. */
export interface Asked<Value> {
  readonly outcome: { readonly value: Value } | { readonly refused: unknown };
  readonly response: Response | null;
  readonly url: string;
}

/**
 * Lets the OAuth library ask over the provider's own connections, and again where the rule has it. What is repeated is
 * the whole call of the library: an assertion or a proof is good for one use.
 */
export async function askOver<Value>(
  http: ProviderHttp,
  question: Question,
  ask: (fetch: CustomFetch) => Promise<Value>,
): Promise<Asked<Value>> {
  let outcome: Asked<Value>['outcome'] = { refused: null };
  let response: Response | null = null;
  let url = '';
  const { signal, jwksUri } = question;
  const fetch: CustomFetch = async (asked, options) => {
    if (isSameUrl(asked, jwksUri)) return readingKeys(http, signal)(asked, options);
    url = asked;
    response = null; // a proof without its nonce was answered, and this is the next request
    response = await sendOver(http, question, asked, options);
    return response;
  };
  const send = async (): Promise<Response> => {
    response = null;
    try {
      outcome = { value: await ask(fetch) };
    } catch (cause) {
      const fault = transportErrorIn(cause);
      // Only what broke before the provider answered: its keys may be out of reach when its tokens have come.
      if (fault !== null && response === null) throw fault;
      outcome = { refused: cause };
    }
    if (response === null) throw 'refused' in outcome ? outcome.refused : new Error('nothing was asked');
    return response;
  };
  await retryIfIdempotent(http.retryClock, { rule: question.rule, send, signal });
  return { outcome, response, url };
}

// The library asks at the address as it has parsed it: with a slash after the host, without the usual port.
function isSameUrl(asked: string, known: string | undefined): boolean {
  return known !== undefined && URL.canParse(known) && new URL(known).href === new URL(asked).href;
}

/** What came of a question, or the error that the library threw. */
export function valueOf<Value>({ outcome }: Asked<Value>): Value {
  if ('refused' in outcome) throw outcome.refused;
  return outcome.value;
}

/** Reads the provider's keys for a signed answer, again where a first try failed. */
export function readingKeys(http: ProviderHttp, signal?: AbortSignal): CustomFetch {
  const question: Question = { rule: 'harmless', isJson: true, signal };
  return (url, options) =>
    retryIfIdempotent(http.retryClock, {
      rule: 'harmless',
      send: () => sendOver(http, question, url, options),
      signal,
    });
}

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function sendOver(
  http: ProviderHttp,
  { maxBytes = SMALL_ANSWER_BYTES, isJson = false, signal, onGoodText }: Question,
  url: string,
  { method, headers, body }: Sent,
): Promise<Response> {
  const response = await http.call(new URL(url), {
    method,
    headers,
    ...(body === undefined || body === null ? {} : { body: bodyText(body) }),
    maxBytes,
    ...(signal === undefined ? {} : { signal }),
  });
  const { status, headers: said } = response;
  const text = await response.text();
  if (response.ok) onGoodText?.(text);
  return checked({ status, headers: said, text }, isJson);
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

// The library parses what it is given, so what must not be parsed is stopped here.
function checked({ status, headers, text }: Answered, isJson: boolean): Response {
  if (isTooDeep(text)) throw new TransportError({ kind: 'too-deep' });
  if (isJson && status < 300 && !isJsonType(headers.get('content-type')))
    throw new TransportError({
      kind: 'not-json',
      said: cleanForeignText(headers.get('content-type'), 64) || 'nothing',
    });
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
