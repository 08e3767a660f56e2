import type { IncomingMessage, ServerResponse } from 'node:http';

import { FDX_PATH, MTLS_ENDPOINTS, PATHS, REGISTRATION_PATH, SHARING_PATH } from './addresses';
import { registerClient } from './authorization-server/clients';
import { type FdxApiOptions, serveFdx } from './fdx-api/fdx-api';
import { BodyTooLong, pathOf, sendJson, sendText } from './http-messages';
import type { Answer } from './listeners';
import { type BankPagesOptions, sendError, serveBankPage } from './pages/bank-pages';
import { bankFailed, pageNotFound } from './pages/error-page';
import { frontDoorPage, MARK_PATH, MARK_SVG, STYLE_PATH } from './pages/layout';
import { sendPage } from './pages/send-page';
import { serveSharingPage } from './pages/sharing-pages';
import { STYLE } from './pages/style';

export interface FrontOptions extends BankPagesOptions, FdxApiOptions {
  readonly mtlsOrigin: string;
  /** The authorization server. */
  readonly authorize: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

const DISCOVERY = ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'];
const MTLS_PATHS = MTLS_ENDPOINTS.map((name) => PATHS[name] as string);
const PAGES_PATHS = [...DISCOVERY, PATHS.jwks, PATHS.authorization, ...MTLS_PATHS] as readonly string[];

/** Answers on the listener that asks for no certificate: pages, discovery, registration. */
export function answerPages(options: FrontOptions): Answer {
  return guarded({ ...options, origin: options.issuer, fail: failPage }, async (request, response) => {
    const path = pathOf(request);
    if (path === '/') return sendPage(response, { status: 200, page: frontDoorPage(), redirectUri: null });
    if (path === SHARING_PATH || path.startsWith(`${SHARING_PATH}/`)) {
      return serveSharingPage(request, response, options);
    }
    if (path === STYLE_PATH) return sendFile(response, 'text/css; charset=utf-8', STYLE);
    if (path === MARK_PATH) return sendFile(response, 'image/svg+xml', MARK_SVG);
    if (path.startsWith('/interaction/')) return serveBankPage(request, response, options);
    if (path === REGISTRATION_PATH) return registerClient(request, response, options);
    // the endpoints for clients are here, too, as the metadata has them; without a certificate they refuse
    if (PAGES_PATHS.includes(path) || path.startsWith(`${PATHS.authorization}/`)) {
      return options.authorize(request, response);
    }
    sendError(response, 404, pageNotFound);
  });
}

/** Answers on the listener that asks for the client's certificate: PAR, tokens, the FDX API. */
export function answerClients(options: FrontOptions): Answer {
  return guarded({ ...options, origin: options.mtlsOrigin, fail: failCall }, async (request, response) => {
    const path = pathOf(request);
    if (path.startsWith('/fdx/')) return serveFdx(request, response, options);
    if (MTLS_PATHS.includes(path)) return options.authorize(request, response);
    sendJson(response, 404, {
      error: 'not_found',
      error_description: `here are ${MTLS_PATHS.join(', ')} and ${FDX_PATH}; everything else is at the issuer`,
    });
  });
}

/**
 * Answers only to the bank's own name. A page of another site could make its name point to this machine,
 * and would then be read as the bank by the browser that shows it.
 */
function guarded({ log, origin, fail }: Guard, answer: Answer): Answer {
  const { host } = new URL(origin);
  return async (request, response) => {
    try {
      if (request.headers.host === host) return await answer(request, response);
      sendText(response, 421, {
        type: 'text/plain; charset=utf-8',
        text: `This bank answers at ${origin} only.\n`,
      });
    } catch (cause) {
      if (cause instanceof BodyTooLong) return refuseBody(response);
      log(`a request failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
      if (response.headersSent) response.destroy();
      else fail(response);
    }
  };
}

interface Guard extends Pick<FrontOptions, 'log'> {
  readonly origin: string;
  /** Says that the bank itself failed, in the way of this listener. */
  readonly fail: (response: ServerResponse) => void;
}

function failPage(response: ServerResponse): void {
  sendError(response, 500, bankFailed);
}

function failCall(response: ServerResponse): void {
  sendJson(response, 500, { error: 'server_error', error_description: 'the bank failed; its log says how' });
}

function refuseBody(response: ServerResponse): void {
  response.setHeader('connection', 'close'); // the rest of the body is not read
  sendJson(response, 413, { error: 'invalid_request', error_description: 'the body is longer than 64 KiB' });
}

function sendFile(response: ServerResponse, type: string, text: string): void {
  response.setHeader('cache-control', 'max-age=3600');
  sendText(response, 200, { type, text });
}
