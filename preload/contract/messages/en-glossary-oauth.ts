import { entry, type Glossary } from './glossary-entry';

/** The parameters of a flow and of what comes after it: requests, answers and refusals. */
export const enGlossaryOauth: Glossary = {
  response_type: entry(
    'Asks for a code, the one answer that keeps tokens out of the browser.',
    'RFC 6749 4.1.1',
  ),
  response_mode: entry('How the answer comes back, for example as a signed JWT.', 'JARM 2.3'),
  client_id: entry('Names this client, as the provider registered it.', 'RFC 6749 2.2, RFC 9126 2.1'),
  'authorize/query:client_id': entry(
    'Names this client once more, so that the provider can find its pushed request.',
    'RFC 9126 4',
  ),
  redirect_uri: entry(
    'Where the browser is sent with the answer; the token request must repeat it.',
    'RFC 6749 3.1.2, RFC 8252 7.3',
  ),
  'token/request-body:redirect_uri': entry(
    'The same address as in the pushed request, or the code is refused.',
    'RFC 6749 4.1.3',
  ),
  scope: entry('What is asked for in broad words; the details are in authorization_details.', 'RFC 6749 3.3'),
  'token/response-body:scope': entry(
    'What was granted in broad words; a provider may grant less than was asked for.',
    'RFC 6749 5.1',
  ),
  'refresh/response-body:scope': entry('What the new access token is good for.', 'RFC 6749 6'),
  state: entry(
    'A secret of this attempt: an answer without it belongs to somebody else’s.',
    'RFC 6749 10.12',
  ),
  nonce: entry('Ties an ID token to this attempt.', 'OpenID Connect Core 3.1.2.1'),
  prompt: entry('Whether the provider must ask the person again.', 'OpenID Connect Core 3.1.2.1'),
  acr_values: entry('How strongly the person should prove who they are.', 'OpenID Connect Core 3.1.2.1'),
  code_challenge: entry('SHA-256 of a secret that only the token request will show.', 'RFC 7636 4.3'),
  code_challenge_method: entry(
    'How the challenge was made; S256 is the only one that is safe.',
    'RFC 7636 4.3',
  ),
  dpop_jkt: entry('Thumbprint of the key to which the code is bound.', 'RFC 9449 10'),
  authorization_details: entry(
    'The consent request itself: what, for how long and how far back.',
    'RFC 9396 2',
  ),
  'token/response-body:authorization_details': entry(
    'What was granted, in the words of the request. Countersign compares the two.',
    'RFC 9396 7',
  ),
  request: entry('The whole request as a signed JWT.', 'RFC 9101 4'),
  request_uri: entry(
    'A handle that is good once: the browser carries it in place of the request.',
    'RFC 9126 2.2',
  ),
  'authorize/query:request_uri': entry(
    'The handle of the pushed request. Nothing else of it passes through the browser.',
    'RFC 9126 4',
  ),
  expires_in: entry('Seconds until it is refused.', 'RFC 6749 5.1'),
  'par/response-body:expires_in': entry(
    'Seconds until the handle is refused: the browser must be at the bank by then.',
    'RFC 9126 2.2',
  ),
  'token/response-body:expires_in': entry('Seconds until the access token is refused.', 'RFC 6749 5.1'),
  code: entry(
    'Good once, for minutes, and only with the code verifier: it is exchanged for tokens.',
    'RFC 6749 4.1.2',
  ),
  'token/request-body:code': entry(
    'The code that the browser brought back. A second use of it is refused.',
    'RFC 6749 4.1.3',
  ),
  iss: entry('Who answered. It must be the provider that was asked, or the answer is refused.', 'RFC 9207 2'),
  response: entry('The answer as a JWT that the provider signed.', 'JARM 2.3'),
  session_state: entry(
    'Of a session at the provider. Countersign has no use for it.',
    'OpenID Connect Session Management 2',
  ),

  error: entry('Why the provider refused, as a code.', 'RFC 6749 5.2'),
  'query:error': entry('Why the person comes back without a code.', 'RFC 6749 4.1.2.1'),
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
  'refresh/response-body:refresh_token': entry(
    'Takes the place of the old one, which must not be used again.',
    'RFC 6749 6, RFC 9700 2.2.2',
  ),
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
  client_secret: entry('A password of this client. Countersign has none.', 'RFC 6749 2.3.1'),
  resource: entry('Which API the token is for.', 'RFC 8707 2'),
};
