import type { ServerResponse } from 'node:http';

import { sendText } from '../http-messages';

export interface SendPage {
  readonly status: number;
  readonly page: string;
  /** Where a form of this page may end up after redirects, besides the bank; null for nowhere. */
  readonly redirectUri: string | null;
}

/** Sends a page with everything that keeps it from being framed, scripted, cached or leaked. */
export function sendPage(response: ServerResponse, { status, page, redirectUri }: SendPage): void {
  response.setHeader('content-security-policy', contentPolicy(redirectUri));
  // not no-referrer: with that, a browser would send `Origin: null` with our own forms
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  sendText(response, status, { type: 'text/html; charset=utf-8', text: page });
}

/** Answers a form with another address to go to; a reload there repeats nothing. */
export function seeOther(response: ServerResponse, location: string): void {
  response.statusCode = 303;
  response.setHeader('location', location);
  response.setHeader('cache-control', 'no-store');
  response.end();
}

function contentPolicy(redirectUri: string | null): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self'${redirectUri === null ? '' : ` ${formTarget(redirectUri)}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Chromium applies form-action to the redirects that follow a form, so the client's address must be in it,
 * and as it stood in a request that was checked: its exact origin, nothing wider.
 *
 * @see CSP Level 3 section 6.4.1
 */
function formTarget(redirectUri: string): string {
  const { protocol, host, hostname } = new URL(redirectUri);
  if (protocol !== 'http:') return protocol; // a private-use scheme has no host to name
  return hostname.startsWith('[') ? 'http:' : `http://${host}`; // CSP has no way to write an IPv6 address
}
