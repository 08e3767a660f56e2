import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import type { AuthorizationServer } from 'oauth4webapi';

import type { Failure } from '../../preload/contract/failure';
import { mtlsClient } from './client';
import { cleanForeignText } from '../security/foreign-text';

/** What the browser brought back. */
export type Callback =
  | { readonly kind: 'code'; readonly parameters: URLSearchParams }
  /** It does not belong to this attempt: nothing is believed of it, and the waiting goes on. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface CallbackContext {
  readonly metadata: AuthorizationServer;
  readonly clientId: string;
  readonly providerName: string;
  /** The attempt's `state`. */
  readonly expectedState: string;
}

/** Codes by which providers say that the person said no. The second is seen in the field. */
const DECLINED: readonly string[] = ['access_denied', 'user_denied'];

/**
 * Reads an authorization response: `state`, `iss`, then code or error.
 *
 * An error whose `state` or `iss` is not right may have been forged by any page in the person's
 * browser, so it does not end the waiting. A code with a wrong `state` or `iss` ends the flow
 * without a token request: somebody is mixing up answers.
 *
 * @param url the whole redirect URI with its query
 * @see RFC 6749 section 4.1.2, 10.12; RFC 9207 section 2.4; RFC 9700 section 4.4
 */
export function readCallback(url: URL, context: CallbackContext): Callback {
  const { metadata, clientId, providerName, expectedState } = context;
  const query = url.searchParams;
  if (!query.has('code') && !query.has('error')) return { kind: 'foreign' };
  if (query.has('code') && query.has('error')) {
    return misbehaved(context, 'RFC 6749 4.1.2: a code or an error, not both', 'the answer held both');
  }
  try {
    const parameters = validateAuthResponse(metadata, mtlsClient(clientId), url, expectedState);
    // The library looks at how often a code is there only when it is about to send it.
    if (parameters.getAll('code').length > 1) {
      return misbehaved(context, 'RFC 6749 3.1: no parameter is there twice', 'the answer held two codes');
    }
    if (parameters.get('code')) return { kind: 'code', parameters };
    return misbehaved(context, 'RFC 6749 4.1.2: the code is not empty', 'the answer held no code');
  } catch (cause) {
    if (cause instanceof AuthorizationResponseError) return refusedBy(cause, providerName);
    if (query.has('error')) return { kind: 'foreign' };
    const detail = cleanForeignText(reasonOf(cause));
    return misbehaved(
      context,
      'RFC 9207 2.4, RFC 6749 10.12: the answer carries our state and the issuer',
      detail,
    );
  }
}

function refusedBy(cause: AuthorizationResponseError, providerName: string): Callback {
  if (DECLINED.includes(cause.error)) return { kind: 'refused', failure: { kind: 'declined', providerName } };
  const failure: Failure = {
    kind: 'provider-refused',
    providerName,
    stage: 'authorize',
    status: null,
    code: cleanForeignText(cause.error, 64),
    description: cleanForeignText(cause.error_description) || null,
    member: null,
  };
  return { kind: 'refused', failure };
}

function misbehaved(context: CallbackContext, rule: string, detail: string): Callback {
  const { providerName } = context;
  return {
    kind: 'refused',
    failure: { kind: 'provider-misbehaved', providerName, stage: 'authorize', rule, detail },
  };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) throw new Error('unreadable authorization response', { cause });
  return cause.message;
}
