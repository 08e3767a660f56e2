import { customFetch } from 'oauth4webapi';
import type { CustomFetchOptions } from 'oauth4webapi';

import { SMALL_ANSWER_BYTES } from './transport';
import type { ProviderHttp } from './transport';

/** The part of an OAuth request's options that sends it over our own transport. */
export interface OverOurTransport {
  readonly [customFetch]: (url: string, options: CustomFetchOptions<string, unknown>) => Promise<Response>;
}

/**
 * Lets the OAuth library send its requests over the provider's mTLS connections.
 *
 * @param signal aborts the request when the person cancels
 */
export function overTransport(http: ProviderHttp, signal?: AbortSignal): OverOurTransport {
  return {
    [customFetch]: (url, options) =>
      http.call(new URL(url), {
        method: options.method,
        headers: options.headers,
        ...(options.body === undefined || options.body === null ? {} : { body: bodyText(options.body) }),
        maxBytes: SMALL_ANSWER_BYTES,
        ...(signal === undefined ? {} : { signal }),
      }),
  };
}

function bodyText(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('the OAuth library sent a body that is neither a form nor text');
}
