import type { IncomingMessage, ServerResponse } from 'node:http';

import { FDX_DETAIL_TYPE } from '../../preload/contract/consent-vocabulary';
import type { RequestedConsent } from '../consents/authorization-details';
import { DATA_SCOPES, scopesOf } from '../consents/scopes';
import type { Customer } from '../people/customer';
import { seeOther } from './send-page';
import { loadVisit, type Visit, type VisitOptions } from './visit';

export interface Answering {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly visit: Visit;
  readonly options: VisitOptions & { readonly fdxBaseUrl: string };
}

export interface Agreement {
  readonly granted: RequestedConsent;
  readonly accountIds: readonly string[];
  readonly customer: Customer;
}

/**
 * Writes down what the customer agreed to, and sends the browser on to get its code.
 *
 * Share pressed twice must not make two consents. The sign-in is taken first, and from there to the result
 * nothing waits for anything outside this process, so a second press finds either the sign-in or the result.
 */
export async function agree(answering: Answering, agreement: Agreement): Promise<void> {
  const { request, response, visit, options } = answering;
  const { provider, consents, records } = options;
  if (!records.take('SignIn', visit.uid)) return followAnswer(answering);
  const { customerId } = agreement.customer;
  const grantId = await saveGrant(answering, agreement);
  const { granted, accountIds } = agreement;
  consents.enter({ id: grantId, clientId: visit.clientId, customerId, granted, accountIds });
  const result = { login: { accountId: customerId, remember: false }, consent: { grantId } };
  const next = await provider.interactionResult(request, response, result, {
    mergeWithLastSubmission: false,
  });
  await records.flush();
  seeOther(response, next);
}

/** Sends the browser back without anything. @see RFC 6749 section 4.1.2.1 (access_denied) */
export async function refuse(answering: Answering): Promise<void> {
  const { request, response, visit, options } = answering;
  if (visit.answeredTo !== null) return followAnswer(answering);
  options.records.take('SignIn', visit.uid);
  const result = { error: 'access_denied', error_description: 'the customer declined' };
  const next = await options.provider.interactionResult(request, response, result, {
    mergeWithLastSubmission: false,
  });
  seeOther(response, next);
}

/** Goes where an earlier answer leads; the first one counts. */
async function followAnswer({ request, response, visit, options }: Answering): Promise<void> {
  const { answeredTo, base } = await loadVisit(request, response, { uid: visit.uid, ...options });
  seeOther(response, answeredTo ?? base);
}

async function saveGrant({ visit, options }: Answering, { granted, customer }: Agreement): Promise<string> {
  const { provider, fdxBaseUrl } = options;
  const grant = new provider.Grant({ accountId: customer.customerId, clientId: visit.clientId });
  grant.addRar({ type: FDX_DETAIL_TYPE, consentRequest: granted });
  const asked = visit.scope.split(' ');
  const given = scopesOf(granted);
  const protocolScopes = asked.filter((scope) => scope !== '' && !DATA_SCOPES.includes(scope));
  if (protocolScopes.length > 0) grant.addOIDCScope(protocolScopes.join(' '));
  grant.addResourceScope(fdxBaseUrl, given.join(' '));
  // what was asked and not given must be said, or the library would ask again
  const withheld = asked.filter((scope) => DATA_SCOPES.includes(scope) && !given.includes(scope));
  if (withheld.length > 0) grant.rejectResourceScope(fdxBaseUrl, withheld.join(' '));
  return grant.save();
}
