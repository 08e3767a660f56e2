import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';

import type { Clock } from '../clock';
import { readAuthorizationDetails, type RequestedConsent } from '../consents/authorization-details';
import type { Consents } from '../consents/consents';
import type { Customer } from '../people/customer';
import { findCustomer } from '../people/customers';
import type { Records } from '../records';

const SIGN_IN_MS = 3_600_000;

/** One person on the pages, with the request that brought them here. */
export interface Visit {
  readonly uid: string;
  /** Path of the pages of this visit. */
  readonly base: string;
  readonly clientId: string;
  /** The client's name. It is what the client says about itself. */
  readonly recipient: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly consent: RequestedConsent;
  /** Null until the customer has signed in. */
  readonly customer: Customer | null;
  /** Where the browser goes once there is an answer; set when there is one already. */
  readonly answeredTo: string | null;
  readonly nowMs: number;
}

export interface VisitOptions {
  readonly provider: Provider;
  readonly records: Records;
  readonly consents: Consents;
  readonly clock: Clock;
}

/**
 * Finds the request behind a page by the cookie that came with it. The address alone is not enough:
 * who was sent a link must not end up answering another person's request.
 *
 * @throws SessionNotFound when there is none, or the cookie belongs to another
 */
export async function loadVisit(
  request: IncomingMessage,
  response: ServerResponse,
  { uid, provider, records, clock }: VisitOptions & { readonly uid: string },
): Promise<Visit> {
  const { uid: uidOfCookie, params, result, returnTo } = await provider.interactionDetails(request, response);
  if (uidOfCookie !== uid) throw new errors.SessionNotFound('the cookie belongs to another request');
  const clientId = String(params['client_id']);
  const client = await provider.Client.find(clientId);
  const details = readAuthorizationDetails(textOf(params['authorization_details']));
  if (client === undefined || !details.ok)
    throw new errors.SessionNotFound('the request can no longer be read');
  return {
    uid,
    base: `/interaction/${uid}`,
    clientId,
    recipient: client.clientName ?? clientId,
    redirectUri: String(params['redirect_uri']),
    scope: textOf(params['scope']) ?? '',
    consent: details.consent,
    customer: findCustomer(String(records.get('SignIn', uid)?.payload['customerId'])) ?? null,
    answeredTo: result === undefined ? null : returnTo,
    nowMs: clock.nowMs(),
  };
}

/** Keeps who signed in, on the bank's side: nothing of it is in the page. */
export function rememberSignIn(
  { uid }: Visit,
  { customerId }: Customer,
  { records }: Pick<VisitOptions, 'records'>,
): void {
  records.put('SignIn', uid, { customerId }, SIGN_IN_MS);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
