import {
  type CustomFetch,
  type DPoPHandle,
  fetchProtectedResource,
  WWWAuthenticateChallengeError,
} from 'openid-client';

import type { Failure, Stage } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { askOver } from '../oauth/ask-provider';
import { configurationForResource, proofOf } from '../oauth/configuration';
import { transportFailure } from '../oauth/oauth-failure';
import { violationAt } from '../oauth/protocol-violation';
import type { RetryRule } from '../oauth/retry';
import { type ProviderHttp, transportErrorIn } from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { isJsonType } from '../security/json-limits';
import { maskValues } from '../security/mask-values';
import { parseFdxJson, record, wholeNumber } from './fdx-json';

/** One provider's FDX API, with the access token of one connection. */
export interface FdxApi {
  readonly http: ProviderHttp;
  readonly providerName: string;
  /** Base of the FDX API. The token goes to URLs below it and nowhere else. */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** Makes the proofs for a token that is bound to a key; null for one that is bound to the certificate. */
  readonly dpop: DPoPHandle | null;
  /** A new UUID for each request. */
  readonly newInteractionId: () => string;
  readonly signal?: AbortSignal;
}

export interface FdxCall {
  readonly method: 'GET' | 'PUT';
  /** Segments below the base; each is encoded as one. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly stage: Stage;
  readonly maxBytes: number;
}

/** A good answer: the text as it was sent, but without our own token should it hold it, and the JSON in it (null for an answer without a body). */
export interface FdxAnswer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/**
 * Makes one call of the FDX API.
 *
 * @returns the answer, or the provider's error as FDX or RFC 6750 spell it
 * @see FDX API 6.x: `x-fapi-interaction-id` on every call, Error `{code, message}`; RFC 6750 section 2.1, 3
 */
export async function callFdx(api: FdxApi, call: FdxCall): Promise<Result<FdxAnswer, Failure>> {
  const received = await receive(api, call);
  return received.ok ? readAnswer(received.value, { api, call }) : received;
}

/**
 * Makes one call whose answer is read in another process: nothing of a good answer is parsed here.
 *
 * @returns the bytes of a good answer, without our own token should they hold it, and where they came from
 */
export async function callFdxForBytes(
  api: FdxApi,
  call: FdxCall,
): Promise<Result<{ readonly bytes: Uint8Array; readonly url: string }, Failure>> {
  const received = await receive(api, call);
  if (!received.ok) return received;
  const { status, headers, text } = received.value;
  if ((status === 200 || status === 206) && isJsonType(headers.get('content-type')))
    return ok({
      bytes: Buffer.from(maskValues(text, [api.accessToken]), 'utf8'),
      url: urlBelow(api.baseUrl, call).href,
    });
  const answer = readAnswer(received.value, { api, call });
  if (!answer.ok) return answer;
  const rule = 'FDX API: a list is answered with a list';
  return fail(violationAt(api.providerName, call.stage)('malformed', rule, `HTTP ${status}`));
}

interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function receive(api: FdxApi, call: FdxCall): Promise<Result<Received, Failure>> {
  const url = urlBelow(api.baseUrl, call);
  const conversation = { providerName: api.providerName, host: url.host, stage: call.stage, rule: '' };
  try {
    const rule = call.method === 'GET' ? 'harmless' : 'if-nothing-was-done';
    const response = await sendWithToken(api, call, url, rule);
    return ok({ status: response.status, headers: response.headers, text: await response.text() });
  } catch (cause) {
    const fault = transportErrorIn(cause);
    if (fault !== null) return fail(transportFailure(fault, conversation));
    throw cause;
  }
}

/** @see RFC 6750 section 2.1, RFC 9449 section 7.1: in the header and nowhere else */
async function sendWithToken(api: FdxApi, call: FdxCall, url: URL, rule: RetryRule): Promise<Response> {
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const question = { rule, maxBytes: call.maxBytes, signal: api.signal };
  const { outcome } = await askOver(api.http, question, (send) => {
    // Set on the way out: the library sends a request again by itself when it is asked for a nonce.
    const eachAnInteraction: CustomFetch = (to, options) =>
      send(to, {
        ...options,
        headers: { ...options.headers, 'x-fapi-interaction-id': api.newInteractionId() },
      });
    return fetchProtectedResource(
      configurationForResource(eachAnInteraction),
      api.accessToken,
      url,
      call.method,
      body,
      new Headers(headersOf(call)),
      proofOf(api),
    );
  });
  if ('value' in outcome) return outcome.value;
  // The library throws an answer with a challenge; here it is an answer like any other.
  if (outcome.refused instanceof WWWAuthenticateChallengeError) return outcome.refused.response;
  throw outcome.refused;
}

/** The address of a call, below the base. */
export function urlBelow(baseUrl: string, call: Pick<FdxCall, 'path' | 'query'>): URL {
  const url = new URL(baseUrl);
  const base = url.pathname.replace(/\/+$/, '');
  url.pathname = [base, ...call.path.map((segment) => encodeURIComponent(segment))].join('/');
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function headersOf(call: FdxCall): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    'fdx-api-actor-type': 'USER',
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

function readAnswer(
  { status, headers, text }: Received,
  { api, call }: { readonly api: FdxApi; readonly call: FdxCall },
): Result<FdxAnswer, Failure> {
  const { providerName } = api;
  const { stage } = call;
  const violation = violationAt(providerName, stage);
  const json = parseFdxJson(text);
  if (status === 204) return ok({ status, text: '', json: null });
  // 206 is FDX's way to say that some members are missing; it is a good answer.
  if (status === 200 || status === 206) {
    const contentType = headers.get('content-type');
    if (!isJsonType(contentType)) {
      const said = cleanForeignText(contentType, 64) || 'nothing';
      return fail(violation('not-json', 'FDX API: a good answer is JSON', `it says that it is ${said}`));
    }
    if (json === null)
      return fail(violation('broken-json', 'RFC 8259 2: a JSON text is whole', `${text.length} characters`));
    return ok({ status, text: maskValues(text, [api.accessToken]), json: json.value });
  }
  if (status >= 300 && status < 400)
    return fail(
      violation('redirected', 'RFC 9700 4.12: a token goes to its resource server only', `HTTP ${status}`),
    );
  const error = record(json?.value);
  const challenge = /error="([^"]{1,64})"/.exec(headers.get('www-authenticate') ?? '')?.[1];
  const code = cleanForeignText(error?.['code'], 64) || (numberCode(error) ?? challenge ?? String(status));
  const description = cleanForeignText(error?.['message']) || null;
  return fail({ kind: 'provider-refused', providerName, stage, status, code, description, member: null });
}

// FDX 5 examples carry the code as a number.
function numberCode(error: Readonly<Record<string, unknown>> | null): string | null {
  const code = wholeNumber(error?.['code']);
  return code === null ? null : String(code);
}
