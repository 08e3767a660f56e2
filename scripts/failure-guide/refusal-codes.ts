import { type FailureOf, PLAIN_REFUSAL } from './failure-samples.ts';

/** One way in which a provider says no, as the standards spell it. */
export interface RefusalCode {
  /** What stands in the answer. */
  readonly code: string;
  /** What the provider means by it, as one sentence without its full stop. */
  readonly meaning: string;
  /** Where that is said. */
  readonly source: string;
  /** How it arrives. */
  readonly failure: FailureOf<'provider-refused'>;
}

type Rest = Partial<FailureOf<'provider-refused'>>;

function refusal(code: string, meaning: string, source: string, rest: Rest = {}): RefusalCode {
  return { code, meaning, source, failure: { ...PLAIN_REFUSAL, code, ...rest } };
}

function fdx(code: string, status: number, meaning: string): RefusalCode {
  return refusal(code, meaning, 'FDX 6, Error', { status, stage: 'accounts' });
}

/** Errors of OAuth and what belongs to it, each where it is met first. */
const OAUTH_CODES: readonly RefusalCode[] = [
  refusal('invalid_authorization_details', 'a member of the request is not taken', 'RFC 9396 5', {
    member: 'consentRequest.lookbackPeriod',
  }),
  refusal('invalid_authorization_details', 'the type of the request is not known', 'RFC 9396 5'),
  refusal('temporarily_unavailable', 'it is overloaded or being repaired', 'RFC 6749 4.1.2.1', {
    stage: 'authorize',
    status: null,
  }),
  refusal('server_error', 'it has a fault of its own', 'RFC 6749 4.1.2.1', {
    stage: 'authorize',
    status: null,
  }),
  refusal('invalid_client', 'this client is not known, or did not prove itself', 'RFC 6749 5.2', {
    status: 401,
  }),
  refusal('invalid_client', 'no key is known by the ID in the signed statement', 'RFC 7521 4.2.1', {
    status: 401,
    bySignedStatement: true,
  }),
  refusal('unauthorized_client', 'this client may not ask in this way', 'RFC 6749 5.2'),
  refusal('invalid_request', 'the request lacks something, or holds something twice', 'RFC 6749 5.2'),
  refusal('invalid_scope', 'a scope is not known, or is too much', 'RFC 6749 5.2'),
  refusal('invalid_grant', 'the code or the refresh token is used up, too old, or not ours', 'RFC 6749 5.2', {
    stage: 'token',
  }),
  refusal('unsupported_grant_type', 'it does not give access for a code', 'RFC 6749 5.2', { stage: 'token' }),
  refusal('unsupported_response_type', 'it does not send codes', 'RFC 6749 4.1.2.1', { stage: 'authorize' }),
  refusal('invalid_request_uri', 'the pushed request is not known any more', 'RFC 9101 7', {
    stage: 'authorize',
    status: null,
  }),
  refusal('invalid_target', 'the FDX API that is meant is not known', 'RFC 8707 2'),
  refusal('invalid_dpop_proof', 'the proof of the key was not right', 'RFC 9449 5', { stage: 'token' }),
  refusal('login_required', 'the person has to sign in', 'OpenID Connect Core 3.1.2.6', {
    stage: 'authorize',
    status: null,
  }),
  refusal(
    'invalid_token',
    'the access token is used up, taken back, or bound to another key',
    'RFC 6750 3.1',
    {
      stage: 'accounts',
      status: 401,
    },
  ),
  refusal('insufficient_scope', 'the access does not reach that far', 'RFC 6750 3.1', {
    stage: 'accounts',
    status: 403,
  }),
  refusal('invalid_redirect_uri', 'the address of this computer is not taken', 'RFC 7591 3.2.2', {
    stage: 'registration',
  }),
  refusal('invalid_client_metadata', 'a member of the registration is not taken', 'RFC 7591 3.2.2', {
    stage: 'registration',
  }),
  refusal('unsupported_token_type', 'it does not take such a token back', 'RFC 7009 2.2.1', {
    stage: 'revocation',
  }),
];

/** Errors of the FDX API. A code is not the HTTP status, though some look like one. */
const FDX_CODES: readonly RefusalCode[] = [
  fdx('500', 500, 'it has a fault of its own'),
  fdx('501', 500, 'a part of it is not available'),
  fdx('503', 503, 'it is being repaired, as planned'),
  fdx('401', 400, 'something in the request is not valid'),
  fdx('403', 403, 'this is forbidden'),
  fdx('601', 404, 'the customer is not found'),
  fdx('602', 403, 'the consent does not cover it'),
  fdx('603', 401, 'the access token is not good'),
  fdx('701', 404, 'the account is not found'),
  fdx('702', 400, 'a date cannot be read'),
  fdx('703', 400, 'the dates are not a range that it gives'),
  fdx('704', 422, 'accounts of this type are not given'),
  fdx('705', 409, 'the account is closed'),
  fdx('706', 403, 'the account is locked'),
  fdx('1106', 501, 'it does not speak this version of FDX'),
  fdx('1107', 404, 'there is no data of that kind'),
  fdx('1207', 429, 'it was asked too often'),
];

/** Those codes of the standards that a provider may answer with; others are shown as they are. */
export const REFUSAL_CODES: readonly RefusalCode[] = [...OAUTH_CODES, ...FDX_CODES];
