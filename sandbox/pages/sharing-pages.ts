import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { SHARING_PATH } from '../addresses';
import type { Consent } from '../consents/consents';
import { pathOf, readBody } from '../http-messages';
import { EVERYONES_PASSWORD, findCustomer } from '../people/customers';
import { type BankPagesOptions, sendError } from './bank-pages';
import { foreignForm, pageNotFound } from './error-page';
import { seeOther, sendPage } from './send-page';
import { wordShared } from './shared-consent';
import { sharingListPage, sharingSignInPage } from './sharing-list-page';
import { beginSession, endSession, findSession, type SharingSession } from './sharing-session';
import { confirmStopPage, stoppedPage } from './stop-pages';

/** `/consents`, its two forms, and below it the pages of one consent. */
const ROUTE = /^\/consents(?:\/(sign-in|sign-out)|\/([\w-]{1,128})\/(stop|stopped))?$/;

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: BankPagesOptions;
}

/** Serves the pages on which a customer sees what they share, and stops it. */
export async function serveSharingPage(
  request: IncomingMessage,
  response: ServerResponse,
  options: BankPagesOptions,
): Promise<void> {
  const call = { request, response, options };
  const path = ROUTE.exec(pathOf(request));
  if (path === null) return sendError(response, 404, pageNotFound);
  const [, form, consentId, step] = path;
  const session = findSession(request, options);
  if (request.method === 'POST') return takeForm(call, session, form ?? step ?? '', consentId);
  if (form !== undefined) return seeOther(response, SHARING_PATH); // a form's address, opened as a page
  if (session === null) return showSignIn(call, { wrongPassword: false });
  return consentId === undefined ? showList(call, session) : showStop(call, session, consentId);
}

async function takeForm(
  call: Call,
  session: SharingSession | null,
  step: string,
  consentId: string | undefined,
): Promise<void> {
  const { request, response, options } = call;
  const form = new URLSearchParams(await readBody(request));
  if (!isFromOwnPage(request, options.issuer)) return sendError(response, 403, foreignForm);
  if (step === 'sign-in') return signIn(call, form);
  if (session === null) return seeOther(response, SHARING_PATH);
  if (!hasFormKey(form, session)) return sendError(response, 403, foreignForm);
  if (step === 'stop' && consentId !== undefined) return stop(call, session, consentId);
  if (step === 'sign-out') endSession(response, session, options);
  seeOther(response, SHARING_PATH);
}

function signIn(call: Call, form: URLSearchParams): void {
  const { response, options } = call;
  if (form.get('password') !== EVERYONES_PASSWORD) return showSignIn(call, { wrongPassword: true });
  const customer = findCustomer(form.get('customer') ?? '');
  if (customer !== undefined) beginSession(response, customer, options);
  seeOther(response, SHARING_PATH);
}

/** Ends the consent just as a recipient's revocation does: the grant and all its tokens go with it. */
async function stop({ response, options }: Call, session: SharingSession, consentId: string): Promise<void> {
  const { consents, records } = options;
  const consent = ownConsent(options, session, consentId);
  if (consent === null) return sendError(response, 404, pageNotFound);
  consents.revoke(consent.id, { reason: 'USER_ACTION', initiator: 'INDIVIDUAL' });
  await records.flush();
  seeOther(response, `${SHARING_PATH}/${consent.id}/stopped`);
}

function showSignIn({ response }: Call, view: { readonly wrongPassword: boolean }): void {
  const status = view.wrongPassword ? 422 : 200;
  sendPage(response, { status, page: sharingSignInPage(view), redirectUri: null });
}

async function showList({ response, options }: Call, session: SharingSession): Promise<void> {
  const own = options.consents.ofCustomer(session.customer.customerId);
  const consents = await Promise.all(own.map((consent) => wordShared(consent, options)));
  sendPage(response, { status: 200, page: sharingListPage({ session, consents }), redirectUri: null });
}

/** The question while it can be asked, and afterwards the answer. */
async function showStop(
  { response, options }: Call,
  session: SharingSession,
  consentId: string,
): Promise<void> {
  const found = ownConsent(options, session, consentId);
  if (found === null) return sendError(response, 404, pageNotFound);
  const consent = await wordShared(found, options);
  const page = consent.isActive ? confirmStopPage({ session, consent }) : stoppedPage({ session, consent });
  sendPage(response, { status: 200, page, redirectUri: null });
}

/** Null for what is another customer's, as for what does not exist. */
function ownConsent(
  { consents }: BankPagesOptions,
  { customer }: SharingSession,
  consentId: string,
): Consent | null {
  const consent = consents.find(consentId);
  return consent?.customerId === customer.customerId ? consent : null;
}

/**
 * Every browser says with a form where it comes from. SameSite alone would not do: another server on this
 * machine counts as the same site, whatever its port.
 *
 * @see RFC 6454 section 7
 */
function isFromOwnPage({ headers }: IncomingMessage, issuer: string): boolean {
  return headers.origin === issuer;
}

function hasFormKey(form: URLSearchParams, { formKey }: SharingSession): boolean {
  const given = Buffer.from(form.get('form-key') ?? '');
  const expected = Buffer.from(formKey);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
