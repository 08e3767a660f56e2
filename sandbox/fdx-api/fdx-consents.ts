import { z } from 'zod';

import { describeGrant, describeRevocations, type Recipient } from '../consents/consent-grant';
import { type Consent, type Consents, PARTY_TYPES, REVOCATION_REASONS } from '../consents/consents';
import { parseJson } from '../json';
import type { Caller } from './fdx-access';
import { type FdxAnswer, fdxError, invalidInput, noContent, notFound, ok } from './fdx-answer';

const revocationRequest = z.object({
  reason: z.enum(REVOCATION_REASONS).default('USER_ACTION'),
  initiator: z.enum(PARTY_TYPES).default('DATA_RECIPIENT'),
});

export interface ConsentCall {
  readonly consentId: string;
  readonly caller: Caller;
  readonly consents: Consents;
  readonly fdxBaseUrl: string;
  readonly recipientOf: (clientId: string) => Promise<Recipient>;
}

/** @see FDX Consent API 6.x, getConsentGrant */
export async function getConsent(call: ConsentCall): Promise<FdxAnswer> {
  const consent = ownConsent(call);
  const recipient = await call.recipientOf(consent.clientId);
  const status = call.consents.statusOf(consent);
  return ok(describeGrant({ consent, status, recipient, fdxBaseUrl: call.fdxBaseUrl }));
}

/** @see FDX Consent API 6.x, getConsentRevocation */
export function getRevocations(call: ConsentCall): FdxAnswer {
  return ok(describeRevocations(ownConsent(call)));
}

/**
 * Ends a consent because a recipient says so.
 *
 * @param body the request body; FDX requires neither member, and no body means what a recipient mostly means
 * @see FDX Consent API 6.x, revokeConsentGrant
 */
export function revokeConsent(call: ConsentCall, body: string): FdxAnswer {
  const consent = ownConsent(call);
  const read = revocationRequest.safeParse(body === '' ? {} : parseJson(body));
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    throw invalidInput(
      field === '' ? 'the body must be a JSON object' : `${field}: is not a value that FDX knows`,
    );
  }
  if (call.consents.revoke(consent.id, read.data)) return noContent;
  const status = call.consents.statusOf(consent);
  throw fdxError({
    status: 409,
    code: '409',
    message: 'The consent has already ended',
    debugMessage: `the consent is ${status}`,
  });
}

/** 404 for what is not the caller's, as for what does not exist: a stranger learns nothing. */
function ownConsent({ consentId, caller, consents }: ConsentCall): Consent {
  const consent = consents.find(consentId);
  const isOwn =
    consent?.clientId === caller.clientId && (caller.consent === null || caller.consent.id === consentId);
  if (consent === undefined || !isOwn) throw notFound('there is no such consent for this token');
  return consent;
}
