import { OperationProcessingError, UnsupportedOperationError } from 'oauth4webapi';

import type { Breach, Failure, Stage } from '../../preload/contract/failure';

// The library has one code for almost all that is odd in an answer, and tells the rest in its own English.
const BY_WORDS: ReadonlyArray<readonly [words: RegExp, breach: Breach]> = [
  [/requests (?:to HTTPS )?are allowed|^unsupported `token_type`/, 'unsafe'],
  [/"issuer" property does not match|"iss"/, 'other-issuer'],
  // What is meant for another client, for another request or for another time was not made for us.
  [/"(?:state|aud|azp|nonce|exp|iat|nbf)"|provided only once/, 'other-answer'],
  [/JWT|"alg"|ID Token/, 'signature'],
];

/** Says of an answer at one stage what it broke: the rule with its number, and what stood there in its place. */
export type Misbehaved = (breach: Breach, rule: string, detail: string) => Failure;

/** Names who broke the rules of an answer, and where. */
export function misbehavedAt(providerName: string, stage: Stage): Misbehaved {
  return (breach, rule, detail) => ({
    kind: 'provider-misbehaved',
    providerName,
    stage,
    breach,
    rule,
    detail,
  });
}

/** In what way an answer broke a rule, from what the OAuth library threw. */
export function breachOf(cause: Error): Breach {
  const { cause: response } = cause;
  if (response instanceof Response && response.status >= 300 && response.status < 400) return 'redirected';
  const isOfLibrary = cause instanceof OperationProcessingError || cause instanceof UnsupportedOperationError;
  const known = isOfLibrary ? BY_WORDS.find(([words]) => words.test(cause.message)) : undefined;
  return known?.[1] ?? 'malformed';
}
