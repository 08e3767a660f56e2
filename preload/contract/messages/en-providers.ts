/** The words of the providers' pages, in ICU message syntax. */
export const enProviders = {
  'providers.title': 'Providers',
  'providers.lead': 'The banks that you added yourself. Each has a key of its own here.',
  'providers.add': 'Add a provider',
  'providers.empty': 'No provider yet',
  'providers.empty.about':
    'Add your bank by the issuer address from its developer pages, or by a profile that it gave you.',
  'providers.column.name': 'Provider',
  'providers.column.issuer': 'Issuer',
  'providers.column.state': 'State',
  'providers.state.ready': 'Ready',
  'providers.state.unregistered': 'No client id yet',
  'providers.mark.issuer': 'Answers may lack the issuer',
  'providers.open': '{name}, {issuer}',

  'providers.door.title': 'Use a bank of your own',
  'providers.door.about':
    'Any bank that follows FDX and FAPI 2.0. You need the address from its developer pages.',
  'providers.door.button': 'Connect a provider',

  'providers.add.lead':
    'By its issuer, Countersign asks that address what the provider can do. Nothing else is sent.',
  'providers.add.how': 'How to add it',
  'providers.add.by-issuer': 'By its issuer',
  'providers.add.by-profile': 'From a profile',
  'providers.add.look-up': 'Look it up',
  'providers.add.looking': 'Asking the provider…',
  'providers.add.again': 'Start again',
  'providers.add.confirm':
    'The profile says that the issuer is {issuer}. Go on only if the provider itself told you this address.',
  'providers.profile-text': 'Profile as JSON',
  'providers.profile-text.about': 'Paste it, open a file, or drop the file on this window.',
  'providers.profile-text.open': 'Open a file…',
  'providers.profile-text.use': 'Use this profile',
  'providers.profile-text.wrong':
    '{count, plural, one {One thing in the profile is not right} other {# things in the profile are not right}}',

  'providers.found': 'What the provider says of itself',
  'providers.found.all': 'Addresses and abilities, one by one',
  'providers.found.at': 'Read at {url}.',
  'providers.edit.title': 'Change {name}',
  'providers.save': 'Save provider',
  'providers.cancel': 'Cancel',
  'providers.not-saved': 'Not saved yet: {fields}',

  'providers.section.who': 'Who it is',
  'providers.section.asks': 'How it is asked',
  'providers.section.returns': 'How the browser comes back',

  'providers.field.name': 'Name',
  'providers.field.name.about': 'What you call it.',
  'providers.field.issuer': 'Issuer address',
  'providers.field.issuer.about': 'Begins with https:// and is exactly as the provider writes it.',
  'providers.field.issuer.fixed': 'It stays as it is while there are consents.',
  'providers.field.clientId': 'Client id',
  'providers.field.clientId.about': 'What the provider calls this client. Leave it empty until you have one.',
  'providers.field.fdxBaseUrl': 'FDX base address',
  'providers.field.fdxBaseUrl.about':
    'Where its FDX API begins. Access goes to addresses below it and nowhere else.',
  'providers.field.caPem': 'Certificate authority (PEM)',
  'providers.field.caPem.about':
    'Only for a provider with an authority of its own. It then takes the place of the public ones.',
  'providers.field.scopes': 'Scopes',
  'providers.field.scopes.own': 'Scopes to send',
  'providers.field.scopes.own.about': 'One space between them. Empty: none are sent.',
  'providers.field.scopes.usual': 'The fdx: scopes of what is asked for',
  'providers.field.scopes.other': 'Others, always the same',
  'providers.field.authorizationDetailsType': 'Type of the consent request',
  'providers.field.authorizationDetailsType.about': 'The type in authorization_details.',
  'providers.field.issuerInAnswer': 'Issuer in the answer',
  'providers.field.issuerInAnswer.required': 'Required',
  'providers.field.issuerInAnswer.required.about':
    'An answer that does not name its issuer is not used. Keep it so where you can.',
  'providers.field.issuerInAnswer.may-be-missing': 'May be missing',
  'providers.field.issuerInAnswer.may-be-missing.about':
    'For a provider that cannot name itself. It is then easier to pass off one bank’s answer as another’s.',
  'providers.field.redirect': 'Address on this computer',
  'providers.field.redirect.any': 'A free port each time',
  'providers.field.redirect.any.about': 'http://127.0.0.1 with any port. The usual way.',
  'providers.field.redirect.fixed': 'A fixed port',
  'providers.field.redirect.fixed.about': 'For a provider that compares the port too.',
  'providers.field.redirect.host': 'Host',
  'providers.field.redirect.port': 'Port',
  'providers.field.redirect.path': 'Path',
  'providers.field.redirect.path.about': 'Begins with /.',

  'providers.origin.metadata': 'From the provider’s metadata.',
  'providers.origin.typed': 'As you typed it.',
  'providers.origin.profile': 'From the profile.',
  'providers.origin.usual': 'The usual value.',
  'providers.origin.missing': 'Not in the metadata: look for it on the developer pages.',

  'providers.problem.missing': 'This is needed.',
  'providers.problem.https': 'This must be an https:// address without ? or #.',
  'providers.problem.text': 'This must be text.',
  'providers.problem.object': 'This must be a JSON object.',
  'providers.problem.one-of': 'This must be one of: {choices}.',
  'providers.problem.too-long': 'At most {most} characters.',
  'providers.problem.port': 'This must be a whole number from 1 to 65535.',
  'providers.problem.path': 'This must begin with / and hold only letters, digits and / . _ -',
  'providers.problem.scopes': 'Scopes have one space between them and no quotes.',
  'providers.problem.unknown': 'A profile has no such member.',
  'providers.problem.secret':
    'A profile holds no secret. Delete this, here and in the file, and treat it as known to others.',
  'providers.problem.json': 'This is not JSON. The trouble begins in line {line}.',
  'providers.problem.invalid': 'This can’t be taken.',

  'providers.connect': 'Connect',
  'providers.unregistered': '{name} has not told this client’s id yet',
  'providers.unregistered.about': 'Register below, or enter the client id that you were given.',
  'providers.key.missing': 'The key for this provider is not on this computer any more',
  'providers.key.expired': 'The certificate for this provider has ended',
  'providers.key.locked': 'The keys are locked',
  'providers.key.new.about': 'Make a new key, then give the provider the new registration pack.',
  'providers.key.locked.about': 'Enter your passphrase in Settings.',
  'providers.key.new': 'Make a new key',
  'providers.issuer-mark.about':
    'This profile takes answers that do not name their issuer. An answer of another bank is then harder to tell apart.',

  'providers.card': 'What it offers',
  'providers.card.about': 'Countersign reads it again at the start of each flow.',
  'providers.card.check': 'Check what it offers',
  'providers.card.check-again': 'Check again',
  'providers.card.checking': 'Asking the provider…',
  'providers.card.state.offered': 'Offered',
  'providers.card.state.missing': 'Missing',
  'providers.card.state.silent': 'Not said',
  'providers.card.column.what': 'What',
  'providers.card.column.state': 'State',
  'providers.card.column.means': 'What that means',
  'providers.card.can': 'It offers all that Countersign needs.',
  'providers.card.cannot': 'It lacks what Countersign will not do without',

  'providers.capability.par': 'Pushed requests',
  'providers.capability.par.offered':
    'Your request goes to the provider directly, where nobody can change it.',
  'providers.capability.par.missing':
    'The request would have to go through the browser, where it can be read and changed. Countersign does not do that.',
  'providers.capability.details-type': 'Consent requests of this type',
  'providers.capability.details-type.offered': 'It understands what exactly is asked for.',
  'providers.capability.details-type.missing':
    'It would not understand the request. Check the type in the profile.',
  'providers.capability.details-type.silent': 'It does not list its types. The request itself will show.',
  'providers.capability.pkce': 'PKCE with S256',
  'providers.capability.pkce.offered': 'A code that is caught on its way back is of no use to others.',
  'providers.capability.pkce.missing':
    'A code that is caught could be used by others, so no flow is started.',
  'providers.capability.issuer': 'Names itself in its answers',
  'providers.capability.issuer.offered': 'An answer of another bank is told apart.',
  'providers.capability.issuer.missing':
    'One bank’s answer could be passed off as another’s. Refused unless the profile allows it.',
  'providers.capability.certificate': 'Knows clients by certificate',
  'providers.capability.certificate.offered': 'No password is shared with it; the key stays here.',
  'providers.capability.certificate.missing': 'It would not know this client by its certificate.',
  'providers.capability.bound-tokens': 'Access bound to the certificate',
  'providers.capability.bound-tokens.offered': 'Access that is stolen is of no use without the key.',
  'providers.capability.bound-tokens.missing': 'Access that is stolen could be used by others.',
  'providers.capability.bound-tokens.silent':
    'It does not say. Access that is stolen may be usable by others.',
  'providers.capability.aliases': 'Own addresses for certificates',
  'providers.capability.aliases.offered': 'Calls with the certificate go to their own addresses.',
  'providers.capability.aliases.missing':
    'Calls with the certificate go to the usual addresses. Nothing is lost.',
  'providers.capability.signing': 'Strong signatures',
  'providers.capability.signing.offered': 'What it signs uses an algorithm that FAPI 2.0 allows.',
  'providers.capability.signing.missing':
    'It names no algorithm that FAPI 2.0 allows. Countersign does not rely on its signatures for a consent.',
  'providers.capability.signing.silent': 'It signs nothing that is needed here, or does not say how.',
  'providers.capability.revocation': 'Takes access back',
  'providers.capability.revocation.offered': 'When you stop sharing, the access can be given back too.',
  'providers.capability.revocation.missing':
    'Stopping goes through the FDX API alone. What is left of the access ends by itself.',
  'providers.capability.registration': 'Registers clients itself',
  'providers.capability.registration.offered': 'Countersign can register with one press.',
  'providers.capability.registration.missing':
    'Give the registration pack to the provider’s people, and enter the client id that they give you.',

  'providers.registration': 'Registration',
  'providers.registration.about':
    'What the provider has to know of this computer: the public key and the address to come back to. It holds no secret.',
  'providers.registration.redirect': 'Redirect URI',
  'providers.registration.now': 'Register now',
  'providers.registration.done': 'Registered. The provider calls this client {clientId}.',
  'providers.registration.pack': 'Registration pack',
  'providers.registration.save': 'Save as a file…',
  'providers.registration.saved': 'Saved.',
  'providers.registration.client.save': 'Save client id',

  'providers.profile': 'Profile',
  'providers.profile.none': 'Public authorities',
  'providers.profile.own': 'Its own',
  'providers.profile.no-scopes': 'None are sent',
  'providers.edit': 'Change',
  'providers.duplicate': 'Duplicate',
  'providers.duplicate.name': '{name} (copy)',
  'providers.export': 'Export…',
  'providers.export.done': 'Exported without secrets.',
  'providers.delete': 'Delete',
  'providers.delete.title': 'Delete {name}?',
  'providers.delete.consents':
    '{count, plural, =0 {There is no consent of this provider.} one {Its one consent goes, with the access to it and everything read with it.} other {Its # consents go, with the access to them and everything read with them.}}',
  'providers.delete.active':
    '{count, plural, one {One is still active: the provider goes on holding it until it ends. Stop it first if you want it to end now.} other {# are still active: the provider goes on holding them until they end. Stop them first if you want them to end now.}}',
  'providers.delete.key': 'Its key goes too, unless a duplicate uses it. This cannot be undone.',
  'providers.delete.keep': 'Keep it',

  'flow.paste': 'The browser could not come back?',
  'flow.paste.about':
    'If the browser shows an error instead of a page of Countersign, copy the whole address from its address bar and paste it here.',
  'flow.paste.address': 'Address from the browser',
  'flow.paste.use': 'Use this address',

  'failure.not-registered': '{provider} has not told this client’s id yet.',
  'failure.not-registered.next': 'Register with {provider} on its page, then try again.',
  'failure.no-registration-endpoint': '{provider} does not register clients by itself.',
  'failure.no-registration-endpoint.next':
    'Give {provider} the registration pack, and enter the client id that you are given.',
  'failure.authority-unreadable': 'The certificate authority is not a certificate in PEM.',
  'failure.authority-unreadable.next':
    'Copy all of it, from BEGIN CERTIFICATE to END CERTIFICATE, and nothing that is private.',
  'failure.file-not-read.too-large': 'The file is too large for a profile.',
  'failure.file-not-read.not-text': 'The file is not text.',
  'failure.file-not-read.unreadable': 'The file could not be read.',
  'failure.file-not-read.next': 'Pick the profile as a JSON file.',
  'failure.callback-not-ours.no-address': 'That is not an address.',
  'failure.callback-not-ours.no-address.next': 'Copy everything in the address bar, from http to the end.',
  'failure.callback-not-ours.other-address': 'That address is not the one that this request waits for.',
  'failure.callback-not-ours.other-address.next':
    'Copy the address of the page that could not be opened, after you have decided at the bank.',
  'failure.callback-not-ours.other-answer': 'That answer belongs to another request.',
  'failure.callback-not-ours.other-answer.next':
    'Finish on the newest page of the bank, and paste its address.',
} as const;
