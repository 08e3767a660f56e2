import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ErrorOut, errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';

import { BodyTooLong, pathOf, readBody } from '../http-messages';
import { EVERYONES_PASSWORD, findCustomer } from '../people/customers';
import { agree, refuse } from './answer-request';
import { choiceFrom, type ConsentChoice, everything, narrow } from './consent-choice';
import { type ConsentError, consentPage } from './consent-page';
import {
  bankFailed,
  errorPage,
  type ErrorView,
  foreignForm,
  pageNotFound,
  requestIsOver,
  requestRefused,
} from './error-page';
import { seeOther, sendPage } from './send-page';
import { sentencesOf } from './sentences';
import { signInPage } from './sign-in-page';
import { loadVisit, rememberSignIn, type Visit, type VisitOptions } from './visit';

export interface BankPagesOptions extends VisitOptions {
  readonly fdxBaseUrl: string;
  readonly provider: Provider;
  readonly issuer: string;
  readonly log: (line: string) => void;
}

/** Pages of a consent under way: `/interaction/{uid}` and what is below it. */
const INTERACTION_PATH = /^\/interaction\/([\w-]{1,128})(?:\/(sign-in|consent|share|decline))?$/;

/** Serves the pages on which a customer signs in and answers. */
export async function serveBankPage(
  request: IncomingMessage,
  response: ServerResponse,
  options: BankPagesOptions,
): Promise<void> {
  try {
    await route(request, response, options);
  } catch (cause) {
    if (cause instanceof errors.SessionNotFound) return sendError(response, 400, requestIsOver(null));
    if (cause instanceof BodyTooLong) return sendError(response, 413, bankFailed);
    options.log(`a bank page failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
    sendError(response, 500, bankFailed);
  }
}

/** Sends one of the pages for what went wrong. */
export function sendError(response: ServerResponse, status: number, view: ErrorView): void {
  sendPage(response, { status, page: errorPage(view), redirectUri: null });
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: BankPagesOptions,
): Promise<void> {
  const [, uid, step = 'start'] = INTERACTION_PATH.exec(pathOf(request)) ?? [];
  if (uid === undefined) return sendError(response, 404, pageNotFound);
  const isPost = request.method === 'POST';
  if (isPost && isForeign(request, options.issuer)) return sendError(response, 403, foreignForm);

  const visit = await loadVisit(request, response, { uid, ...options });
  switch (`${isPost ? 'POST' : 'GET'} ${step}`) {
    case 'GET start':
      return showSignIn(response, visit, { wrongPassword: false });
    case 'GET consent':
      return visit.customer === null ? seeOther(response, visit.base) : showConsent(response, visit, null);
    case 'POST sign-in':
      return signIn(response, visit, await readForm(request), options);
    case 'POST share':
      return share(request, response, visit, options);
    case 'POST decline':
      return refuse({ request, response, visit, options });
    default:
      return seeOther(response, visit.base); // a form's address, opened as a page
  }
}

function signIn(
  response: ServerResponse,
  visit: Visit,
  form: URLSearchParams,
  options: BankPagesOptions,
): void {
  const customer = findCustomer(form.get('customer') ?? '');
  if (form.get('password') !== EVERYONES_PASSWORD)
    return showSignIn(response, visit, { wrongPassword: true });
  if (customer === undefined) return seeOther(response, visit.base);
  rememberSignIn(visit, customer, options);
  seeOther(response, `${visit.base}/consent`);
}

async function share(
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
  options: BankPagesOptions,
): Promise<void> {
  const { customer } = visit;
  if (customer === null) return seeOther(response, visit.base);
  const choice = choiceFrom(await readForm(request));
  const read = narrow(visit.consent, choice, customer);
  if (!read.ok) return showConsent(response, visit, { choice, error: read });
  return agree({ request, response, visit, options }, { ...read, customer });
}

function showSignIn(
  response: ServerResponse,
  visit: Visit,
  { wrongPassword }: { wrongPassword: boolean },
): void {
  const page = signInPage({ recipient: visit.recipient, base: visit.base, wrongPassword });
  sendPage(response, { status: wrongPassword ? 422 : 200, page, redirectUri: visit.redirectUri });
}

interface RefusedChoice {
  readonly choice: ConsentChoice;
  readonly error: ConsentError;
}

function showConsent(response: ServerResponse, visit: Visit, refused: RefusedChoice | null): void {
  const { recipient, base, customer, consent, nowMs, redirectUri } = visit;
  if (customer === null) return seeOther(response, base);
  const page = consentPage({
    recipient,
    base,
    customer,
    sentences: sentencesOf(consent, recipient, nowMs),
    asksForAccounts: consent.resources.some(({ resourceType }) => resourceType === 'ACCOUNT'),
    choice: refused?.choice ?? everything(consent, customer),
    error: refused?.error ?? null,
  });
  sendPage(response, { status: refused === null ? 200 : 422, page, redirectUri });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readBody(request));
}

/**
 * A form of another site. Cookies alone would not tell: another server on this machine counts as the same site,
 * whatever its port.
 */
function isForeign({ headers }: IncomingMessage, issuer: string): boolean {
  return headers.origin !== undefined && headers.origin !== issuer;
}

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
