import type { IncomingMessage, ServerResponse } from 'node:http';

const MOST_BODY_BYTES = 64 * 1024;

/** A body that is longer than anything this bank has use for. */
export class BodyTooLong extends Error {}

/**
 * Reads a request body as text.
 *
 * @throws BodyTooLong beyond 64 KiB, before more of it is read
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) throw new BodyTooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  sendText(response, status, { type: 'application/json; charset=utf-8', text: JSON.stringify(body) });
}

/** Answers with text of some type that no cache keeps. */
export function sendText(
  response: ServerResponse,
  status: number,
  { type, text }: { readonly type: string; readonly text: string },
): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('content-length', Buffer.byteLength(text));
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.end(text);
}

/** The path of a request, without the query; always begins with a slash. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** The query of a request. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
}
