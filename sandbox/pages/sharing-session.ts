import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { SHARING_PATH } from '../addresses';
import type { Customer } from '../people/customer';
import { findCustomer } from '../people/customers';
import type { Records } from '../records';

const MODEL = 'SharingSession';
/** Whoever forgets to sign out is signed out after this long. */
const SESSION_MS = 900_000;

/** A customer who is signed in on the pages about what they share, and nowhere else. */
export interface SharingSession {
  readonly id: string;
  readonly customer: Customer;
  /** Stands in every form of the session: a form without it was not made by our page. */
  readonly formKey: string;
}

export interface SessionOptions {
  readonly records: Records;
  readonly issuer: string;
}

/** Finds the session by the cookie that came along; null when there is none, or it is over. */
export function findSession(
  request: IncomingMessage,
  { records, issuer }: SessionOptions,
): SharingSession | null {
  const id = readCookie(request, cookieName(issuer));
  const found = id === null ? undefined : records.get(MODEL, id);
  if (id === null || found === undefined || found.hasEnded) return null;
  const customer = findCustomer(String(found.payload['customerId']));
  return customer === undefined ? null : { id, customer, formKey: String(found.payload['formKey']) };
}

/** Begins a session under a new, unguessable id, whatever cookie the browser came with. */
export function beginSession(
  response: ServerResponse,
  { customerId }: Customer,
  { records, issuer }: SessionOptions,
): void {
  const id = randomKey();
  records.put(MODEL, id, { customerId, formKey: randomKey() }, SESSION_MS);
  setCookie(response, issuer, id);
}

/** Ends a session, at the bank and in the browser. */
export function endSession(
  response: ServerResponse,
  { id }: SharingSession,
  { records, issuer }: SessionOptions,
): void {
  records.take(MODEL, id);
  setCookie(response, issuer, null);
}

function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Cookies know no ports: two banks on one machine would overwrite each other's. */
function cookieName(issuer: string): string {
  return `sandbox-bank-${new URL(issuer).port}-sharing`;
}

/** Without Max-Age it ends with the browser. @see RFC 6265 section 4.1.2 */
function setCookie(response: ServerResponse, issuer: string, id: string | null): void {
  const parts = [`${cookieName(issuer)}=${id ?? ''}`, `Path=${SHARING_PATH}`, 'HttpOnly', 'Secure'];
  const end = id === null ? ['Max-Age=0'] : [];
  response.setHeader('set-cookie', [...parts, 'SameSite=Strict', ...end].join('; '));
}

function readCookie({ headers }: IncomingMessage, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
