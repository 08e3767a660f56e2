/** One sentence on a parameter, a header or a member, with the clause that says it. */
export interface LensEntry {
  readonly says: string;
  readonly clause: string;
}

const entry = (says: string, clause: string): LensEntry => ({ says, clause });

/**
 * What each name on the wire means. Apart from the catalogue, because only the wire view needs it and the
 * first picture of the window should not wait for it. Names are in lower case.
 */
export const enWireLens: Readonly<Record<string, LensEntry>> = {
  response_type: entry(
    'Asks for a code, the one answer that keeps tokens out of the browser.',
    'RFC 6749 4.1.1',
  ),
  client_id: entry('Names this client, as the provider registered it.', 'RFC 6749 2.2, RFC 9126 2.1'),
  redirect_uri: entry(
    'Where the browser is sent with the answer; the token request must repeat it.',
    'RFC 6749 3.1.2, RFC 8252 7.3',
  ),
  scope: entry('What is asked for in broad words; the details are in authorization_details.', 'RFC 6749 3.3'),
  state: entry(
    'A secret of this attempt: an answer without it belongs to somebody else’s.',
    'RFC 6749 10.12',
  ),
  nonce: entry('Ties an ID token to this attempt.', 'OpenID Connect Core 3.1.2.1'),
  code_challenge: entry('SHA-256 of a secret that only the token request will show.', 'RFC 7636 4.3'),
  code_challenge_method: entry(
    'How the challenge was made; S256 is the only one that is safe.',
    'RFC 7636 4.3',
  ),
  authorization_details: entry(
    'The consent request itself: what, for how long and how far back.',
    'RFC 9396 2',
  ),
  request: entry('The whole request as a signed JWT.', 'RFC 9101 4'),
  request_uri: entry(
    'A handle that is good once: the browser carries it in place of the request.',
    'RFC 9126 2.2',
  ),
  expires_in: entry(
    'Seconds until it is refused: a pushed request, or an access token.',
    'RFC 9126 2.2, RFC 6749 5.1',
  ),
  code: entry(
    'Good once, for minutes, and only with the code verifier: it is exchanged for tokens.',
    'RFC 6749 4.1.2',
  ),
  iss: entry('Who answered. It must be the provider that was asked, or the answer is refused.', 'RFC 9207 2'),
  response: entry('The answer as a JWT that the provider signed.', 'JARM 2.3'),
  'response-body:code': entry('What went wrong, in the numbers of FDX.', 'FDX API, Error'),
  'response-body:message': entry('What went wrong, in words for the person.', 'FDX API, Error'),
  'response-body:debugmessage': entry('What went wrong, in words for developers.', 'FDX API, Error'),
  error: entry('Why the provider refused, as a code.', 'RFC 6749 5.2'),
  error_description: entry('The provider’s own words on the refusal, for developers.', 'RFC 6749 5.2'),
  error_uri: entry('A page of the provider on the refusal.', 'RFC 6749 5.2'),
  grant_type: entry('What is given in exchange for tokens: a code, or a refresh token.', 'RFC 6749 4.1.3, 6'),
  code_verifier: entry(
    'The secret behind the code challenge: whoever stole the code does not have it.',
    'RFC 7636 4.5',
  ),
  access_token: entry(
    'The key to the data. A bound one works with this client’s certificate alone.',
    'RFC 6749 1.4, RFC 8705 3',
  ),
  refresh_token: entry('Gets new access tokens without asking the person again.', 'RFC 6749 1.5'),
  token_type: entry('How the access token is presented.', 'RFC 6749 7.1'),
  id_token: entry('A signed statement of who the person is at the provider.', 'OpenID Connect Core 2'),
  grant_id: entry(
    'Id of the consent at the provider; the FDX API knows the consent by it.',
    'FDX Consent API, Grant Management 5',
  ),
  fdxconsentid: entry('Id of the consent at the provider, under another name.', 'FDX Consent API'),
  token: entry('The token that is given back.', 'RFC 7009 2.1'),
  token_type_hint: entry('Which kind of token it is, to find it sooner.', 'RFC 7009 2.1'),
  client_assertion: entry('A short-lived JWT that proves this client by its key.', 'RFC 7523 2.2'),
  client_assertion_type: entry('Says that the assertion is a JWT.', 'RFC 7523 2.2'),

  'authorization_details[].type': entry('The vocabulary of the request; FDX has its own.', 'RFC 9396 2'),
  consentrequest: entry('The consent request in the words of FDX.', 'FDX Consent API'),
  durationtype: entry(
    'Until when data may be read: once, for a set time, or until stopped.',
    'FDX Consent API',
  ),
  durationperiod: entry('For how many days data may be read.', 'FDX Consent API'),
  lookbackperiod: entry('How many days into the past the data may reach.', 'FDX Consent API'),
  resources: entry('What the consent is about: accounts, customer.', 'FDX Consent API'),
  resourcetype: entry('Kind of thing that is shared.', 'FDX Consent API'),
  dataclusters: entry('Which groups of data are shared.', 'FDX Consent API'),
  accounts: entry('The accounts that the person chose to share.', 'FDX Core API'),
  accountnumber: entry('The full number of the account; masked here.', 'FDX Core API'),
  parties: entry('Who else takes part in the consent.', 'FDX Consent API'),
  status: entry('Where the consent stands, in the provider’s words.', 'FDX Consent API'),
  reason: entry('Why the consent ends.', 'FDX Consent API'),
  initiator: entry('Who ends the consent.', 'FDX Consent API'),
  page: entry('Which part of a long answer this is.', 'FDX Core API'),
  resulttype: entry('How much of each account is answered.', 'FDX Core API'),

  issuer: entry(
    'The provider’s name for itself, equal to the one that was asked, letter by letter.',
    'RFC 8414 3.3',
  ),
  authorization_endpoint: entry('Where the browser goes.', 'RFC 8414 2'),
  token_endpoint: entry('Where codes become tokens.', 'RFC 8414 2'),
  pushed_authorization_request_endpoint: entry('Where the consent request is sent first.', 'RFC 9126 5'),
  require_pushed_authorization_requests: entry(
    'Whether the provider takes pushed requests only.',
    'RFC 9126 5',
  ),
  revocation_endpoint: entry('Where tokens are given back.', 'RFC 8414 2'),
  jwks_uri: entry('Where the provider’s public keys are.', 'RFC 8414 2'),
  mtls_endpoint_aliases: entry('The same endpoints for clients with a certificate.', 'RFC 8705 5'),
  tls_client_certificate_bound_access_tokens: entry(
    'Whether tokens are bound to the client’s certificate.',
    'RFC 8705 3.3',
  ),
  code_challenge_methods_supported: entry('Ways of PKCE that the provider takes.', 'RFC 8414 2'),
  token_endpoint_auth_methods_supported: entry(
    'Ways for a client to prove itself.',
    'RFC 8414 2, RFC 8705 2.2',
  ),
  authorization_response_iss_parameter_supported: entry(
    'Whether every answer names its issuer.',
    'RFC 9207 3',
  ),
  authorization_details_types_supported: entry(
    'Vocabularies of authorization_details that it takes.',
    'RFC 9396 10',
  ),
  scopes_supported: entry('Scopes that the provider knows.', 'RFC 8414 2'),
  grant_types_supported: entry('What it exchanges for tokens.', 'RFC 8414 2'),
  response_types_supported: entry('What it answers in the browser.', 'RFC 8414 2'),

  authorization: entry('The access token, in the one header that is made for it.', 'RFC 6750 2.1'),
  dpop: entry('A signed proof that the sender holds the key of the token.', 'RFC 9449 4'),
  'x-fapi-interaction-id': entry(
    'A new UUID for each request, to find it in both sides’ logs.',
    'FAPI 1.0 Part 1 6.2.2',
  ),
  'fdx-api-actor-type': entry('Whether the person is present, or the client asks by itself.', 'FDX Core API'),
  'content-type': entry('What the body is made of.', 'RFC 9110 8.3'),
  'content-length': entry('Length of the body in bytes.', 'RFC 9110 8.6'),
  'content-encoding': entry('How the body was packed.', 'RFC 9110 8.4'),
  accept: entry('What kinds of answer are wanted.', 'RFC 9110 12.5.1'),
  'accept-encoding': entry(
    'Nothing packed is asked for, so that sizes are what they seem.',
    'RFC 9110 12.5.3',
  ),
  'cache-control': entry(
    'Whether anyone may keep the answer; one with tokens must say no-store.',
    'RFC 6749 5.1',
  ),
  'www-authenticate': entry('Why the token was refused.', 'RFC 6750 3'),
  'retry-after': entry('How long to wait before asking again.', 'RFC 9110 10.2.3'),
  location: entry('Where to go instead. Countersign follows none.', 'RFC 9110 10.2.2'),
  'user-agent': entry('The program that asks.', 'RFC 9110 10.1.5'),
  host: entry('The host that is asked, as this request names it.', 'RFC 9110 7.2'),
  date: entry('The provider’s clock.', 'RFC 9110 6.6.1'),
  'set-cookie': entry('A cookie. Countersign keeps none.', 'RFC 6265 4.1'),
};
