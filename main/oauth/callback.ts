import {
  AuthorizationResponseError,
  customFetch,
  validateAuthResponse,
  validateJwtAuthResponse,
} from 'oauth4webapi';
import type { ServerMetadata as AuthorizationServer } from 'openid-client';

import type { Failure, Violation } from '../../preload/contract/failure';
import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { type ProviderHttp, transportErrorIn } from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { isObject, parseJson } from '../security/json';
import { readingKeys } from './ask-provider';
import type { ClientIdentity } from './configuration';
import { signedResponseMode } from './discovery';
import { transportFailure } from './oauth-failure';
import { ruleOf, violationAt, violationOf } from './protocol-violation';

/** What the browser brought back. */
export type Callback =
  | { readonly kind: 'code'; readonly parameters: URLSearchParams }
  /** It does not belong to this attempt: nothing is believed of it, and the waiting goes on. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Where a provider's answers may fall short of what its metadata says; each is chosen by the person. */
type Allowances = Pick<ProviderDraft, 'issuerInAnswer' | 'issuerInErrors' | 'signedAnswer'>;

export interface CallbackContext {
  readonly metadata: AuthorizationServer;
  readonly identity: ClientIdentity;
  /** For the provider's keys, where it signs its answer. */
  readonly http: ProviderHttp;
  readonly providerName: string;
  /** The attempt's `state`. */
  readonly expectedState: string;
  /** The scopes that were asked for, space-delimited. */
  readonly scope: string;
  /** What the profile puts up with. */
  readonly allows: Allowances;
}

/** Codes by which providers say that the person said no. The second is seen in the field. */
const DECLINED: readonly string[] = ['access_denied', 'user_denied'];

/**
 * Reads an authorization response: `state`, signature where it has one, `iss`, then code or error.
 * Parameters that it does not know are not looked at.
 *
 * Any page in the person's browser, and any program that can open a link, can bring an answer here. None of them knows
 * `state`, so whatever comes without it is foreign: nothing is believed of it, and the waiting goes on. What carries it
 * comes from the provider, or from somebody in between who saw its answer: if the rest is not right, a code ends the
 * flow without a token request.
 *
 * @param url the whole redirect URI with its query
 * @see ADR 0017; RFC 6749 section 4.1.2, 10.12; RFC 9207 section 2.4; RFC 9700 section 4.4; JARM section 2.4
 */
export async function readCallback(url: URL, context: CallbackContext): Promise<Callback> {
  const query = url.searchParams;
  const isSigned = query.has('response');
  const isPlain = query.has('code') || query.has('error');
  if (!isSigned && !isPlain) return { kind: 'foreign' };
  if (!statesIn(query).includes(context.expectedState)) return { kind: 'foreign' };
  if ((isSigned && isPlain) || (query.has('code') && query.has('error')))
    return violation(
      context,
      'other-answer',
      'RFC 6749 4.1.2: a code or an error, not both',
      'the answer held both',
    );
  const mustBeSigned = context.allows.signedAnswer === 'as-announced';
  if (isPlain && mustBeSigned && signedResponseMode(context.metadata) !== null) {
    if (query.has('error')) return { kind: 'foreign' };
    return violation(
      context,
      'signature',
      'JARM 2.3: the answer is signed',
      'a code came without a signature',
    );
  }
  try {
    return readParameters(await checkedParameters(url, context), context);
  } catch (cause) {
    if (cause instanceof AuthorizationResponseError) return refusedBy(cause, context);
    if (query.has('error')) return { kind: 'foreign' };
    return whyNotBelieved(cause, context);
  }
}

/** Every `state` that an answer names, plainly or inside a JWT whose signature nobody has looked at yet. */
function statesIn(query: URLSearchParams): readonly unknown[] {
  const signed = query.getAll('response').map(stateIn);
  return [...query.getAll('state'), ...signed];
}

function stateIn(jwt: string): unknown {
  const claims = parseJson(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return isObject(claims) ? claims['state'] : undefined;
}

function checkedParameters(url: URL, context: CallbackContext): Promise<URLSearchParams> | URLSearchParams {
  const { metadata, identity, expectedState, http } = context;
  return url.searchParams.has('response')
    ? validateJwtAuthResponse(metadata, identity.client, url, expectedState, {
        [customFetch]: readingKeys(http),
      })
    : validateAuthResponse(
        { ...metadata, authorization_response_iss_parameter_supported: mustNameIssuer(url, context) },
        identity.client,
        url,
        expectedState,
      );
}

/**
 * Whether a plain answer has to hold `iss`. Where a signature would have named the issuer and did not come, the
 * parameter has to; an error gives nothing away, so its `state` may be enough.
 */
function mustNameIssuer({ searchParams: query }: URL, { metadata, allows }: CallbackContext): boolean {
  if (query.has('error') && allows.issuerInErrors === 'may-be-missing') return false;
  const isPromised = metadata.authorization_response_iss_parameter_supported === true;
  const isUnsigned = signedResponseMode(metadata) !== null;
  return isPromised || (isUnsigned && allows.issuerInAnswer === 'required');
}

function readParameters(parameters: URLSearchParams, context: CallbackContext): Callback {
  // The library looks at how often a code is there only when it is about to send it.
  if (parameters.getAll('code').length > 1)
    return violation(
      context,
      'other-answer',
      'RFC 6749 3.1: no parameter is there twice',
      'the answer held two codes',
    );
  if (parameters.get('code')) return { kind: 'code', parameters };
  return violation(context, 'malformed', 'RFC 6749 4.1.2: the code is not empty', 'the answer held no code');
}

function refusedBy(cause: AuthorizationResponseError, context: CallbackContext): Callback {
  const { providerName } = context;
  if (DECLINED.includes(cause.error)) return { kind: 'refused', failure: whyDenied(cause, context) };
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

// Some servers deny access when they know none of the scopes, and then nobody was asked.
function whyDenied(
  { error, error_description: said }: AuthorizationResponseError,
  { providerName, scope, metadata }: CallbackContext,
): Failure {
  const listed: unknown = metadata.scopes_supported;
  const asked = scope.split(' ').filter(Boolean);
  const unknown = Array.isArray(listed) ? asked.filter((one) => !listed.includes(one)) : [];
  const isAboutScopes = unknown.length > 0 || /\bscopes?\b/i.test(said ?? '');
  if (!isAboutScopes) return { kind: 'declined', providerName };
  return {
    kind: 'scopes-unknown',
    providerName,
    scopes: unknown.length > 0 ? unknown : asked,
    code: cleanForeignText(error, 64),
    description: cleanForeignText(said) || null,
  };
}

function whyNotBelieved(cause: unknown, context: CallbackContext): Callback {
  if (!(cause instanceof Error)) throw new Error('unreadable authorization response', { cause });
  const { providerName, metadata } = context;
  const rule = 'RFC 9207 2.4, RFC 6749 10.12: the answer carries our state and the issuer';
  const unreachable = transportErrorIn(cause);
  if (unreachable === null)
    return violation(
      context,
      violationOf(cause),
      ruleOf(cause, 'authorize') ?? rule,
      cleanForeignText(cause.message),
    );
  const { host } = new URL(metadata.issuer);
  const failure = transportFailure(unreachable, { providerName, host, stage: 'authorize', rule });
  return { kind: 'refused', failure };
}

function violation(context: CallbackContext, violation: Violation, rule: string, detail: string): Callback {
  return {
    kind: 'refused',
    failure: violationAt(context.providerName, 'authorize')(violation, rule, detail),
  };
}
