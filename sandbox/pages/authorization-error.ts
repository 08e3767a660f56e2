import { type ErrorOut, errors, type KoaContextWithOIDC } from 'oidc-provider';

import { sendError } from './bank-pages';
import { bankFailed, type ErrorView, requestIsOver, requestRefused } from './error-page';

/** Shows the bank's page, where the library has no address that it may send the browser back to. */
export function showAuthorizationError(context: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  context.respond = false; // the page goes out here, with the headers of every other page
  sendError(context.res, context.status, viewOf(out, error));
}

function viewOf({ error: code, error_description: description }: ErrorOut, error: Error): ErrorView {
  const detail = description === undefined ? code : `${code}: ${description}`;
  if (code === 'server_error') return bankFailed;
  const isOver = error instanceof errors.SessionNotFound || code === 'invalid_request_uri';
  return isOver ? requestIsOver(detail) : requestRefused(detail);
}
