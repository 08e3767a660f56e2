import { entry } from './lens-entry';
import type { Lens } from './lens-entry';

/** What a provider says of itself, of its keys, and of a client that registers. */
export const enLensMetadata: Lens = {
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
  'registration/request-body:require_pushed_authorization_requests': entry(
    'This client promises to push its requests.',
    'RFC 9126 6',
  ),
  revocation_endpoint: entry('Where tokens are given back.', 'RFC 8414 2'),
  introspection_endpoint: entry('Where APIs ask what a token is good for.', 'RFC 7662 2'),
  registration_endpoint: entry('Where a client registers itself.', 'RFC 7591 3'),
  userinfo_endpoint: entry('Says who the person is.', 'OpenID Connect Core 5.3'),
  end_session_endpoint: entry('Where a person signs out.', 'OpenID Connect RP-Initiated Logout 2.1'),
  device_authorization_endpoint: entry('For devices without a browser.', 'RFC 8628 4'),
  jwks_uri: entry('Where the provider’s public keys are.', 'RFC 8414 2'),
  service_documentation: entry('The provider’s pages for developers.', 'RFC 8414 2'),
  op_policy_uri: entry('What the provider asks of clients that use the data.', 'RFC 8414 2'),
  op_tos_uri: entry('The provider’s terms.', 'RFC 8414 2'),
  mtls_endpoint_aliases: entry('The same endpoints for clients with a certificate.', 'RFC 8705 5'),
  'mtls_endpoint_aliases.token_endpoint': entry(
    'Where codes become tokens, for a client that shows its certificate.',
    'RFC 8705 5',
  ),
  'mtls_endpoint_aliases.pushed_authorization_request_endpoint': entry(
    'Where the consent request is sent first, by a client that shows its certificate.',
    'RFC 8705 5',
  ),
  'mtls_endpoint_aliases.revocation_endpoint': entry(
    'Where tokens are given back, by a client that shows its certificate.',
    'RFC 8705 5',
  ),
  'mtls_endpoint_aliases.introspection_endpoint': entry(
    'Where APIs ask what a token is good for, with a certificate.',
    'RFC 8705 5',
  ),
  'mtls_endpoint_aliases.userinfo_endpoint': entry(
    'Says who the person is, to a client that shows its certificate.',
    'RFC 8705 5',
  ),

  tls_client_certificate_bound_access_tokens: entry(
    'Whether tokens are bound to the client’s certificate.',
    'RFC 8705 3.3',
  ),
  code_challenge_methods_supported: entry('Ways of PKCE that the provider takes.', 'RFC 8414 2'),
  token_endpoint_auth_methods_supported: entry(
    'Ways for a client to prove itself.',
    'RFC 8414 2, RFC 8705 2.2',
  ),
  token_endpoint_auth_signing_alg_values_supported: entry(
    'Algorithms that a client’s assertion may be signed with.',
    'RFC 8414 2',
  ),
  revocation_endpoint_auth_methods_supported: entry(
    'Ways for a client to prove itself when it gives tokens back.',
    'RFC 8414 2',
  ),
  introspection_endpoint_auth_methods_supported: entry(
    'Ways for an API to prove itself when it asks about a token.',
    'RFC 8414 2',
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
  response_modes_supported: entry('How it brings the answer to the client.', 'RFC 8414 2'),
  authorization_signing_alg_values_supported: entry('Algorithms of answers that are signed.', 'JARM 4'),
  dpop_signing_alg_values_supported: entry('Algorithms that a proof may be signed with.', 'RFC 9449 5.1'),
  request_parameter_supported: entry(
    'Whether a request may come as a signed JWT.',
    'OpenID Connect Discovery 3',
  ),
  request_uri_parameter_supported: entry(
    'Whether the provider fetches requests from a client’s address.',
    'OpenID Connect Discovery 3',
  ),
  require_request_uri_registration: entry(
    'Whether such an address must be registered before.',
    'OpenID Connect Discovery 3',
  ),
  require_signed_request_object: entry('Whether it takes signed requests only.', 'RFC 9101 10.5'),
  request_object_signing_alg_values_supported: entry(
    'Algorithms that a request may be signed with.',
    'RFC 9101 10.5',
  ),
  subject_types_supported: entry(
    'Whether every client knows a person by the same name.',
    'OpenID Connect Discovery 3',
  ),
  id_token_signing_alg_values_supported: entry(
    'Algorithms that ID tokens are signed with.',
    'OpenID Connect Discovery 3',
  ),
  claims_supported: entry('What it can say of a person.', 'OpenID Connect Discovery 3'),
  claim_types_supported: entry('In which form it says so.', 'OpenID Connect Discovery 3'),
  claims_parameter_supported: entry('Whether single claims can be asked for.', 'OpenID Connect Discovery 3'),
  acr_values_supported: entry('How strongly a person can prove themselves.', 'OpenID Connect Discovery 3'),
  ui_locales_supported: entry('Languages of its pages.', 'RFC 8414 2'),
  grant_management_actions_supported: entry(
    'What can be done with a consent by its id.',
    'Grant Management 6.2',
  ),
  grant_management_endpoint: entry('Where a consent is looked at by its id.', 'Grant Management 6.2'),

  keys: entry('The public keys of this set.', 'RFC 7517 5'),
  'keys.kty': entry('Kind of key.', 'RFC 7517 4.1'),
  'keys.use': entry('What the key is for: signing, or encrypting.', 'RFC 7517 4.2'),
  'keys.key_ops': entry('What may be done with the key.', 'RFC 7517 4.3'),
  'keys.alg': entry('The algorithm that the key is for.', 'RFC 7517 4.4'),
  'keys.kid': entry('Names the key; a signature says by it which one made it.', 'RFC 7517 4.5'),
  'keys.x5c': entry('The certificate of the key, and those above it.', 'RFC 7517 4.7'),
  'keys.x5t#s256': entry('SHA-256 of the certificate; bound tokens carry it.', 'RFC 7517 4.9, RFC 8705 3.1'),
  'keys.crv': entry('The curve of the key.', 'RFC 7518 6.2.1.1'),
  'keys.x': entry('The public point, first half.', 'RFC 7518 6.2.1.2'),
  'keys.y': entry('The public point, second half.', 'RFC 7518 6.2.1.3'),
  'keys.n': entry('The modulus of the public key.', 'RFC 7518 6.3.1.1'),
  'keys.e': entry('The exponent of the public key.', 'RFC 7518 6.3.1.2'),

  redirect_uris: entry('Where the provider may send the browser back to.', 'RFC 7591 2'),
  token_endpoint_auth_method: entry('How this client proves itself.', 'RFC 7591 2, RFC 8705 2.2.1'),
  grant_types: entry('What this client exchanges for tokens.', 'RFC 7591 2'),
  response_types: entry('What this client wants answered in the browser.', 'RFC 7591 2'),
  client_name: entry('What the provider calls this client in front of people.', 'RFC 7591 2'),
  client_uri: entry('A page about this client.', 'RFC 7591 2'),
  logo_uri: entry('A picture of this client.', 'RFC 7591 2'),
  contacts: entry('Whom the provider can write to.', 'RFC 7591 2'),
  tos_uri: entry('The terms of this client.', 'RFC 7591 2'),
  policy_uri: entry('What this client does with data.', 'RFC 7591 2'),
  jwks: entry('The public keys of this client, with their certificates.', 'RFC 7591 2, RFC 8705 2.2.2'),
  software_id: entry('Names the program, the same for every installation.', 'RFC 7591 2'),
  software_version: entry('Its version.', 'RFC 7591 2'),
  software_statement: entry('What an authority says of this client, signed.', 'RFC 7591 2.3'),
  authorization_details_types: entry('Vocabularies that this client will use.', 'RFC 9396 10'),
  tls_client_auth_subject_dn: entry('The name on the certificate of this client.', 'RFC 8705 2.1.2'),
  dpop_bound_access_tokens: entry('This client promises a proof with each token.', 'RFC 9449 5.2'),
  client_id_issued_at: entry('When the client was registered, in seconds since 1970.', 'RFC 7591 3.2.1'),
  client_secret_expires_at: entry('Until when a password is good; 0 for always.', 'RFC 7591 3.2.1'),
  registration_client_uri: entry('Where the registration can be looked at.', 'RFC 7592 3'),
  registration_access_token: entry('The key to the registration.', 'RFC 7592 3'),
  application_type: entry(
    'Whether the client runs on a server or on a computer.',
    'OpenID Connect Registration 2',
  ),
  subject_type: entry('How the client gets to know people.', 'OpenID Connect Registration 2'),
  id_token_signed_response_alg: entry(
    'How ID tokens for this client are signed.',
    'OpenID Connect Registration 2',
  ),
  require_auth_time: entry(
    'Whether ID tokens say when the person signed in.',
    'OpenID Connect Registration 2',
  ),
  default_acr_values: entry('How strongly people should prove themselves.', 'OpenID Connect Registration 2'),
};
