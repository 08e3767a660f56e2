import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import { readAuthorizationDetails, type RequestedConsent } from '../consents/authorization-details';
import { completeScope, whyScopeDiffers } from '../consents/scopes';
import { DATA_SCOPE_MEMBER } from './clients';

/**
 * Refuses a request whose `authorization_details` are wrong, and says where. The library calls this for each
 * object of the array; the whole array is read each time, so that one too many is seen.
 *
 * @see RFC 9396 section 5
 */
export function checkAuthorizationDetails(context: KoaContextWithOIDC): void {
  const read = readAuthorizationDetails(detailsOf(context));
  if (!read.ok) throw new errors.InvalidAuthorizationDetails(read.description);
}

/**
 * Runs after the library's own checks, also when `authorization_details` are absent: then nothing is asked for,
 * and there is nothing that a customer could agree to.
 */
export function checkWholeRequest(context: KoaContextWithOIDC): void {
  const read = readAuthorizationDetails(detailsOf(context));
  if (!read.ok) throw new errors.InvalidAuthorizationDetails(read.description);
  const { params, client } = context.oidc;
  const scope = textOf(params?.['scope']);
  const why =
    whyScopeDiffers(scope, read.consent) ??
    whyNotRegistered(textOf(client?.[DATA_SCOPE_MEMBER]), read.consent);
  if (why !== null) throw new errors.InvalidScope(why, scope ?? '');
  // the tokens get their scope from here, and a client need not say twice what it asks
  if (params !== undefined) params['scope'] = completeScope(scope, read.consent);
}

/** What is wrong with the `authorization_details` of a request that failed, if that is what failed. */
export function whyDetailsRefused(context: KoaContextWithOIDC): string | null {
  const read = readAuthorizationDetails(detailsOf(context));
  return read.ok ? null : read.description;
}

function whyNotRegistered(registered: string | undefined, consent: RequestedConsent): string | null {
  if (registered === undefined) return null;
  const allowed = registered.split(' ');
  const stranger = completeScope('', consent)
    .split(' ')
    .find((name) => !allowed.includes(name));
  return stranger === undefined ? null : `scope: this client did not register for ${stranger}`;
}

function detailsOf({ oidc }: KoaContextWithOIDC): string | undefined {
  return textOf(oidc.params?.['authorization_details']);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
