import { ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';

import type { Failure, Stage } from '../../preload/contract/failure';
import { type TransportError, transportErrorIn, type UnreadableAnswer } from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { isObject, parseJson } from '../security/json';
import { MAX_DEPTH } from '../security/json-limits';
import { readOddError } from './non-standard-error';
import { isOfLibrary, libraryErrorIn, ruleOf, violationAt, violationOf } from './protocol-violation';

const NOT_READ = 'the answer was not read';

const UNREADABLE_RULES = {
  'unknown-coding': 'RFC 9110 12.5.3: a content coding is one that was asked for (identity)',
  'broken-coding': 'RFC 9110 8.4: a body is what its content coding says',
  'not-http': 'RFC 9112: an answer is HTTP/1.1',
} as const satisfies Record<UnreadableAnswer, string>;

export interface Conversation {
  readonly providerName: string;
  readonly host: string;
  readonly stage: Stage;
  /** The sentence that an answer at this stage breaks when the library refuses it without naming one. */
  readonly rule: string;
}

/**
 * Turns what the OAuth library or the transport threw into a Failure.
 *
 * Errors of neither are our own bugs and are thrown on.
 */
export function readOAuthFailure(cause: unknown, conversation: Conversation): Failure {
  const { providerName, host, stage, rule } = conversation;
  const transport = transportErrorIn(cause);
  if (transport !== null) return transportFailure(transport, conversation);
  const refused = refusalIn(cause);
  if (refused !== null) {
    const member = memberNamedIn(refused.description);
    return { kind: 'provider-refused', providerName, stage, ...refused, member };
  }
  if (isOfLibrary(cause)) {
    return violationAt(providerName, stage)(
      violationOf(cause),
      ruleOf(cause, stage) ?? rule,
      cleanForeignText(libraryErrorIn(cause).message),
    );
  }
  throw cause instanceof Error ? cause : new Error(`unreadable failure while talking to ${host}`, { cause });
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly description: string | null;
}

/**
 * What an error answer says. One that is not spelled as OAuth has it, or says nothing at all, is a refusal too.
 *
 * @see RFC 6749 section 5.2 names the shape; gateways in front of providers do not know it
 */
function refusalIn(cause: unknown): Refusal | null {
  if (cause instanceof ResponseBodyError) {
    const description = cleanForeignText(cause.error_description) || null;
    return { status: cause.status, code: cleanForeignText(cause.error, 64), description };
  }
  if (cause instanceof WWWAuthenticateChallengeError) {
    const { error, error_description: said } = cause.cause[0]?.parameters ?? {};
    const odd = readOddError(cause.response);
    const code = cleanForeignText(error, 64) || odd.code;
    return { status: cause.status, code, description: cleanForeignText(said) || odd.description };
  }
  const response = cause instanceof Error ? libraryErrorIn(cause).cause : null;
  if (!(response instanceof Response) || response.status < 400) return null;
  return { status: response.status, ...readOddError(response) };
}

/** What a failed transport means for the person. */
export function transportFailure(error: TransportError, conversation: Conversation): Failure {
  const { providerName, host, stage } = conversation;
  const { fault } = error;
  const violation = violationAt(providerName, stage);
  switch (fault.kind) {
    case 'cancelled':
      return { kind: 'flow-cancelled' };
    case 'unreachable':
      return { kind: 'provider-unreachable', providerName, host, stage, reason: fault.reason };
    case 'proxy': {
      const { problem, proxy, status = null } = fault;
      const named = cleanForeignText(proxy, 200);
      return { kind: 'proxy-trouble', providerName, host, stage, problem, proxy: named, status };
    }
    case 'insecure': {
      const { problem, code } = fault;
      return { kind: 'no-secure-connection', providerName, host, stage, problem, code };
    }
    case 'busy':
      return { kind: 'provider-busy', providerName, stage, retryAtMs: fault.retryAtMs };
    case 'not-json':
      return violation(
        'not-json',
        'an answer says by its content type that it is JSON',
        `it says that it is ${fault.said}`,
      );
    case 'unreadable':
      return violation(fault.problem, UNREADABLE_RULES[fault.problem], fault.said);
    case 'too-deep':
      return violation('oversized', `an answer is nested at most ${MAX_DEPTH} deep`, NOT_READ);
    case 'too-large':
      return violation(
        'oversized',
        `an answer holds at most ${fault.maxBytes} bytes`,
        'the answer was cut off',
      );
  }
}

/**
 * An answer that says that all is well and holds an error says nothing that can be acted on.
 *
 * @param good the member that a good answer has at this place
 * @returns null for an answer that does not contradict itself
 * @see RFC 6749 section 5.2, RFC 9126 section 2.3, RFC 7591 section 3.2.2: an error has a status of its own
 */
export function contradictionIn(text: string, good: string, conversation: Conversation): Failure | null {
  const body = parseJson(text);
  const said = isObject(body) ? (body['error'] ?? null) : null;
  if (said === null || said === '') return null;
  const { providerName, stage, rule } = conversation;
  const named = cleanForeignText(typeof said === 'string' ? said : JSON.stringify(said), 64);
  return violationAt(providerName, stage)(
    'malformed',
    rule,
    `the answer held ${good} and the error ${named}`,
  );
}

/**
 * Finds the path of an `authorization_details` member at the beginning of an error description,
 * for example `consentRequest.resources[0].dataClusters[1]: X is not offered`.
 */
export function memberNamedIn(description: string | null): string | null {
  const match = /^\W{0,2}((?:type|consentRequest)(?:\.[A-Za-z]+|\[\d{1,3}\])*)\s*:/.exec(description ?? '');
  return match?.[1] ?? null;
}
