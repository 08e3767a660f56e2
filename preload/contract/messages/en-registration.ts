/** The words around registering at a provider, in ICU message syntax. */
export const enRegistration = {
  'providers.changed.key': '{name} knows another key, as far as Countersign knows',
  'providers.changed.method': '{name} was registered with another way to prove itself',
  'providers.changed.redirect': '{name} was registered with another address to come back to',
  'providers.changed.about':
    'It will refuse this computer until you register again, or give its people the new registration pack.',
  'providers.changed.again': 'Register again',
  'providers.changed.known': 'It knows this already',
  'providers.key.missing': 'No key for this provider is on this computer',
  'providers.key.expired': 'The certificate for this provider has ended',
  'providers.key.locked': 'The keys are locked',
  'providers.key.new.about':
    'Make a new key, or choose one under Change, then give the provider the new registration pack.',
  'providers.key.locked.about': 'Enter your passphrase in Settings.',
  'providers.key.new': 'Make a new key',
  'providers.registration': 'Registration',
  'providers.registration.about':
    'What the provider has to know of this computer: the public key and the address to come back to. It holds no secret.',
  'providers.registration.redirect': 'Redirect URI',
  'providers.registration.now': 'Register now',
  'providers.registration.again': 'Register again',
  'providers.registration.none':
    'The provider names no address at which clients register by themselves. Give its people the registration pack, and enter the client id that they give you.',
  'providers.registration.token': 'Initial access token',
  'providers.registration.token.ask': 'The provider gave you a token to register with?',
  'providers.registration.token.about':
    'It is sent once, with this registration, and not kept (RFC 7591 section 3).',
  'providers.registration.token.wrong': 'A token has no blanks and only letters, digits and - . _ ~ + / =.',
  'providers.registration.done': 'Registered. The provider calls this client {clientId}.',
  'providers.registration.pack': 'Registration pack',
  'providers.registration.sheet.about':
    'For the provider’s people: as a sheet to read, with the fingerprint to compare, or as JSON to enter.',
  'providers.registration.pdf': 'Save as PDF…',
  'providers.registration.print': 'Print…',
  'providers.registration.printed': 'Printed.',
  'providers.registration.save': 'Save as a file…',
  'providers.registration.saved': 'Saved.',
  'providers.registration.client.save': 'Save client id',
  'failure.registration-outdated.key':
    '{provider} does not know this computer by the key that it uses now: another one was registered.',
  'failure.registration-outdated.method':
    '{provider} does not know this computer: it was registered with another way to prove itself.',
  'failure.registration-outdated.redirect':
    '{provider} does not know this computer: it was registered with another address to come back to.',
  'failure.registration-outdated.next':
    'Register again on the page of {provider}, or choose what it knows under Change.',
  'failure.not-registered': '{provider} has not told this client’s id yet.',
  'failure.not-registered.next': 'Register with {provider} on its page, then try again.',
  'failure.no-registration-endpoint': '{provider} does not register clients by itself.',
  'failure.no-registration-endpoint.next':
    'Give {provider} the registration pack, and enter the client id that you are given.',
} as const;
