import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { ReturnPage } from '../ports/answer-listener';

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-content:center;background:#fbfaf7;color:#1b1f24;' +
  'font:16px/1.5 system-ui,sans-serif;text-align:center}h1{font-size:20px;margin:0 0 8px}' +
  'p{margin:0;color:#59616b}@media(prefers-color-scheme:dark){body{background:#14171a;color:#e8eaed}p{color:#a3abb5}}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Answers with a static page: no script, no reflected value, not kept by any cache.
 *
 * @see OWASP Secure Headers; RFC 8252 section 8.3
 */
export function returnPage(response: ServerResponse, page: ReturnPage): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Countersign</title><style>${STYLE}</style>` +
      `<main><h1>${page.heading}</h1><p>${page.text}</p></main></html>`,
  );
}
