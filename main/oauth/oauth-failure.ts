import {
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';

import type { Failure, Stage } from '../../preload/contract/failure';
import { TransportError } from './transport';
import { cleanForeignText } from '../security/foreign-text';

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
  if (cause instanceof ResponseBodyError) {
    const description = cleanForeignText(cause.error_description) || null;
    return {
      kind: 'provider-refused',
      providerName,
      stage,
      status: cause.status,
      code: cleanForeignText(cause.error, 64),
      description,
      member: memberNamedIn(description),
    };
  }
  if (cause instanceof WWWAuthenticateChallengeError) {
    const challenge = cause.cause[0]?.parameters;
    const description = cleanForeignText(challenge?.error_description) || null;
    return {
      kind: 'provider-refused',
      providerName,
      stage,
      status: cause.status,
      code: cleanForeignText(challenge?.error ?? 'unauthorized', 64),
      description,
      member: null,
    };
  }
  if (cause instanceof OperationProcessingError || cause instanceof UnsupportedOperationError) {
    return {
      kind: 'provider-misbehaved',
      providerName,
      stage,
      rule,
      detail: cleanForeignText(cause.message),
    };
  }
  throw cause instanceof Error ? cause : new Error(`unreadable failure while talking to ${host}`, { cause });
}

/** What a failed transport means for the person. */
export function transportFailure(error: TransportError, conversation: Conversation): Failure {
  const { providerName, host, stage } = conversation;
  const { fault } = error;
  switch (fault.kind) {
    case 'cancelled':
      return { kind: 'flow-cancelled' };
    case 'unreachable':
      return { kind: 'provider-unreachable', providerName, host, stage, reason: fault.reason };
    case 'too-large': {
      const rule = `an answer holds at most ${fault.maxBytes} bytes`;
      return { kind: 'provider-misbehaved', providerName, stage, rule, detail: 'the answer was cut off' };
    }
  }
}

/**
 * Finds the path of an `authorization_details` member at the beginning of an error description,
 * for example `consentRequest.resources[0].dataClusters[1]: X is not offered`.
 */
export function memberNamedIn(description: string | null): string | null {
  const match = /^\W{0,2}((?:type|consentRequest)(?:\.[A-Za-z]+|\[\d{1,3}\])*)\s*:/.exec(description ?? '');
  return match?.[1] ?? null;
}

function transportErrorIn(cause: unknown): TransportError | null {
  let current = cause;
  for (let depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if (current instanceof TransportError) return current;
    current = current.cause;
  }
  return null;
}
