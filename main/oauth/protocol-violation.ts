import { ClientError } from 'openid-client';

import type { Failure, Stage, Violation } from '../../preload/contract/failure';

// The library has one code for almost all that is odd in an answer, and tells the rest in its own English.
const BY_WORDS: ReadonlyArray<readonly [words: RegExp, violation: Violation]> = [
  [/requests (?:to HTTPS )?are allowed|^unsupported `token_type`/, 'unsafe'],
  [/issuer" property does not match|metadata issuer does not match|"iss"/, 'other-issuer'],
  // What is meant for another client, for another request or for another time was not made for us.
  [/"(?:state|aud|azp|nonce|exp|iat|nbf)"|provided only once/, 'other-answer'],
  [/parse "response" body as JSON/, 'broken-json'],
  [/content-type must be/, 'not-json'],
  [/JWT|"alg"|ID Token/, 'signature'],
];

/** Says of an answer at one stage what it broke: the rule with its number, and what stood there in its place. */
export type MakeViolation = (violation: Violation, rule: string, detail: string) => Failure;

/** Names who broke the rules of an answer, and where. */
export function violationAt(providerName: string, stage: Stage): MakeViolation {
  return (violation, rule, detail) => ({
    kind: 'protocol-violation',
    providerName,
    stage,
    violation,
    rule,
    detail,
  });
}

/** In what way an answer broke a rule, from what the OAuth library threw. */
export function violationOf(cause: Error): Violation {
  const { cause: response } = libraryErrorIn(cause);
  if (response instanceof Response && response.status >= 300 && response.status < 400) return 'redirected';
  const known = isOfLibrary(cause)
    ? BY_WORDS.find(([words]) => words.test(libraryErrorIn(cause).message))
    : undefined;
  return known?.[1] ?? 'malformed';
}

/** Whether an error is the OAuth library's own, or that of the library below it. */
export function isOfLibrary(cause: unknown): cause is Error {
  return (
    (cause instanceof ClientError && cause.code !== undefined) ||
    (cause instanceof Error && ['OperationProcessingError', 'UnsupportedOperationError'].includes(cause.name))
  );
}

/** The library folds many reasons into one sentence; the error below it has the reason. */
export function libraryErrorIn(cause: Error): Error {
  return cause instanceof ClientError && isOfLibrary(cause.cause) ? cause.cause : cause;
}
