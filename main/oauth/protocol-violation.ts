import { ClientError } from 'openid-client';

import type { Failure, Stage, Violation } from '../../preload/contract/failure';

// The library has one code for almost all that is odd in an answer, and tells the rest in its own English.
const BY_WORDS: ReadonlyArray<readonly [words: RegExp, violation: Violation]> = [
  [/requests (?:to HTTPS )?are allowed|^unsupported `token_type`/, 'unsafe'],
  [/issuer" property does not match|metadata issuer does not match|"iss"/, 'other-issuer'],
  // What is meant for another client, for another request or for another time was not made for us.
  [/"(?:state|aud|azp|nonce|exp|iat|nbf)"|provided only once/, 'other-answer'],
  [/parse "response" body as JSON/, 'broken-json'],
  [/content-type must be|unexpected response content-type/, 'not-json'],
  [/JWT|JWS|JWE|"alg"|ID Token|verification key/, 'signature'],
];

// Which rule was broken, where the library's words tell more than the stage does. The first that fits is the one.
const RULES: ReadonlyArray<readonly [stage: Stage | null, words: RegExp, rule: string]> = [
  [null, /requests (?:to HTTPS )?are allowed/, 'RFC 8414 2: an endpoint is an https URL'],
  [null, /JSON Web Key Set|"keys"/, 'RFC 7517 5: a key set is a JSON object with a list of keys'],
  ['discovery', /issuer" property does not match|issuer does not match/, 'RFC 8414 3.3: the issuer is equal'],
  ['token', /token_type/, 'RFC 6749 7.1: token_type is one that was asked for'],
  [
    'token',
    /"alg"|JWS alg|JWE|verification key|signature verification/,
    'FAPI 2.0 Security Profile 5.4: an ID token is signed with PS256, ES256 or EdDSA by a key that the provider publishes',
  ],
  [
    'token',
    /JWT|ID Token/,
    'OpenID Connect Core 3.1.3.7: an ID token is made by this issuer for this client, this request and this time',
  ],
  [
    'authorize',
    /response parameter "iss"|"iss" \(issuer\) response/,
    'RFC 9207 2.4: the answer carries the issuer',
  ],
  ['authorize', /"state" response parameter|"state" missing/, 'RFC 6749 10.12: the answer carries our state'],
  ['authorize', /provided only once/, 'RFC 6749 3.1: no parameter is there twice'],
  [
    'authorize',
    /JWT|JWS|JWE|JARM|"alg"|verification key/,
    'JARM 2.4: a signed answer is made by this issuer for this client and this time, and signed by a key that the provider publishes',
  ],
];

/** The sentence that an answer broke, from what the OAuth library threw; null where its words tell none. */
export function ruleOf(cause: Error, stage: Stage): string | null {
  if (!isOfLibrary(cause)) return null;
  const { message } = libraryErrorIn(cause);
  const known = RULES.find(([at, words]) => (at === null || at === stage) && words.test(message));
  return known?.[2] ?? null;
}

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
