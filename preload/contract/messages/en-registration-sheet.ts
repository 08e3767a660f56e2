/** The words of the printed registration pack, in ICU message syntax. It is read by the people of a provider. */
export const enRegistrationSheet = {
  'sheet.title': 'Registration of {client} at {provider}',
  'sheet.eyebrow': 'Client registration',
  'sheet.lead':
    '{client} is an FDX Data Recipient that runs on its user’s own computer. This sheet says what {provider} has to know of one installation. It holds public keys only, so it need not be kept secret.',
  'sheet.task': 'Enter what stands below, then tell the person who gave you this sheet the client id.',
  'sheet.task.known':
    'It is registered already, under the client id below. Compare, and enter what has changed.',
  'sheet.made': 'Made on {when}',

  'sheet.client': 'The client',
  'sheet.name': 'Name',
  'sheet.client-id': 'Client id',
  'sheet.issuer': 'Your issuer',
  'sheet.kind': 'Kind of application',
  'sheet.kind.native': 'native: it cannot keep a password',
  'sheet.grants': 'Grant types',
  'sheet.redirect': 'Redirect URI',
  'sheet.redirect.any-port': 'with any port, because it is a loopback address (RFC 8252 section 7.3)',

  'sheet.proof': 'How it proves itself',
  'sheet.authentication': 'Client authentication',
  'sheet.authentication.self_signed_tls_client_auth':
    'by the self-signed certificate below (RFC 8705 section 2.2)',
  'sheet.authentication.tls_client_auth': 'by the subject of its certificate (RFC 8705 section 2.1)',
  'sheet.authentication.private_key_jwt': 'by assertions that the key below signs (RFC 7523)',
  'sheet.subject': 'Subject of the certificate',
  'sheet.binding': 'Tokens are bound to',
  'sheet.binding.certificate': 'the certificate of the connection (RFC 8705 section 3)',
  'sheet.binding.dpop': 'the key, by DPoP proofs (RFC 9449)',

  'sheet.asks': 'What it asks for',
  'sheet.scope': 'Scope',
  'sheet.scope.default': 'none; your default applies',
  'sheet.details': 'Authorization details',
  'sheet.requests': 'Requests',
  'sheet.requests.par': 'pushed (RFC 9126), with PKCE S256 (RFC 7636)',

  'sheet.key.in-use': 'The key in use',
  'sheet.key.next': 'The key that will replace it',
  'sheet.key.former': 'The key that it replaces',
  'sheet.key.subject': 'Subject',
  'sheet.key.self-signed': 'self-signed',
  'sheet.key.issued': 'issued by {issuer}',
  'sheet.key.kind': 'Kind of key',
  'sheet.key.kind.ec-p256': 'EC P-256',
  'sheet.key.kind.rsa': 'RSA {bits}',
  'sheet.key.valid': 'Valid',
  'sheet.key.valid.span': '{from} to {to}, UTC',
  'sheet.key.fingerprint': 'SHA-256 fingerprint',
  'sheet.key.kid': 'Key id (kid)',

  'sheet.jwks': 'Public key set',
} as const;
