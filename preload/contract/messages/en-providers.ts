/** The words of the providers' pages, in ICU message syntax. */
export const enProviders = {
  'providers.title': 'Providers',
  'providers.lead': 'The banks that you added yourself, each with the key by which it knows this computer.',
  'providers.add': 'Add a provider',
  'providers.empty': 'No provider yet',
  'providers.empty.about':
    'Add your bank by the issuer address from its developer pages, or by a profile that it gave you.',
  'providers.column.name': 'Provider',
  'providers.column.issuer': 'Issuer',
  'providers.column.state': 'State',
  'providers.state.ready': 'Ready',
  'providers.state.otherwise': 'Register again',
  'providers.state.unregistered': 'No client id yet',
  'providers.mark.issuer': 'Answers may lack the issuer',
  'providers.open': '{name}, {issuer}',

  'providers.door.title': 'Use a bank of your own',
  'providers.door.about': 'Any bank that follows FDX. You need the address from its developer pages.',
  'providers.door.button': 'Connect a provider',

  'providers.add.lead':
    'By its issuer, Countersign asks that address what the provider can do. Nothing else is sent.',
  'providers.add.how': 'How to add it',
  'providers.add.by-issuer': 'By its issuer',
  'providers.add.by-profile': 'From a profile',
  'providers.add.look-up': 'Look it up',
  'providers.add.looking': 'Asking the provider…',
  'providers.add.use-issuer': 'Use {issuer}',
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
  'providers.section.proves': 'How it knows this computer',
  'providers.section.asks': 'How it is asked',
  'providers.section.returns': 'How the browser comes back',

  'providers.field.name': 'Name',
  'providers.field.name.about': 'What you call it.',
  'providers.field.issuer': 'Issuer address',
  'providers.field.issuer.about': 'From its developer pages. The address of its metadata will do too.',
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
  'providers.field.key': 'Key',
  'providers.field.key.about':
    'What this computer proves itself with. If the provider knows you already, choose the key that it knows.',
  'providers.field.key.new': 'A new key, made now',
  'providers.field.key.as-it-is': 'As it is: none that can be used',
  'providers.field.key.option': '{name}, {kind}, valid to {end}',
  'providers.field.key.locked': 'The keys are locked',
  'providers.field.key.unread': 'The keys could not be read',
  'providers.field.key.kept':
    'The provider keeps the key that it has. To choose another, enter your passphrase in Settings first.',
  'providers.field.key.later':
    'You can save the provider all the same. Enter your passphrase in Settings afterwards, then choose its key or make one.',
  'providers.field.key.shared':
    'This key is also used at {providers}. Providers that know the same key can tell that you are the same.',
  'providers.field.key.elsewhere': 'The key that the profile names is not on this computer',
  'providers.field.key.elsewhere.about':
    'Import it under Keys and begin again, or go on with another key and give the provider the new registration pack.',
  'providers.field.key.ended': 'The certificate of the key that the profile names has ended',
  'providers.field.key.ended.about':
    'The provider would refuse it. Go on with another key, and give the provider the new registration pack.',
  'providers.field.key.names': 'It is called {names}.',
  'providers.field.key.changed':
    '{count, plural, one {The access to one consent is bound to the present key} other {The access to # consents is bound to the present key}}',
  'providers.field.key.changed.about':
    'With another key the provider refuses it. It gives new access only if it knows the other key already; if not, connect again there. The present key stays under Keys.',
  'providers.field.key.changed.standard':
    'RFC 8705 section 3, RFC 9449 section 5: a token works with one key.',
  'providers.field.clientAuthentication': 'How Countersign proves itself',
  'providers.field.clientAuthentication.about': 'The provider says on its developer pages what it takes.',
  'providers.field.clientAuthentication.self_signed_tls_client_auth': 'By its own certificate',
  'providers.field.clientAuthentication.self_signed_tls_client_auth.about':
    'The provider holds a copy of the certificate and takes no other. The usual way.',
  'providers.field.clientAuthentication.tls_client_auth': 'By a certificate that an authority issued',
  'providers.field.clientAuthentication.tls_client_auth.about':
    'The provider trusts the authority and knows the name on the certificate.',
  'providers.field.clientAuthentication.private_key_jwt': 'By a signed statement',
  'providers.field.clientAuthentication.private_key_jwt.about':
    'The key signs a statement for each request. The provider holds the public key.',
  'providers.field.kid': 'Key ID in signed statements',
  'providers.field.kid.about':
    'By this the provider finds your key. A directory that chose an ID for the key shows it beside the key.',
  'providers.field.kid.thumbprint': 'The thumbprint of the key, as in its public key set',
  'providers.field.kid.other': 'Another one',
  'providers.field.kid.none': 'None',
  'providers.field.kid.own': 'Key ID',
  'providers.field.kid.own.about':
    'Letter by letter as the directory has it. Another key gets another ID: change it here too.',
  'providers.field.tokenBinding': 'What access is bound to',
  'providers.field.tokenBinding.about': 'Access that is stolen is of no use without it.',
  'providers.field.tokenBinding.certificate': 'The certificate',
  'providers.field.tokenBinding.certificate.about': 'Access works over connections with this certificate.',
  'providers.field.tokenBinding.dpop': 'The key',
  'providers.field.tokenBinding.dpop.about': 'The key signs a proof for each request.',
  'providers.advice.authority':
    'This key vouches for itself; no authority does. Under Keys, import the key whose certificate the authority issued. Then choose it here.',
  'providers.advice.method': 'The provider does not say that it takes this.',
  'providers.advice.binding': 'The provider does not say that it can do this.',
  'providers.advice.wants-rsa':
    'The provider does not take what this kind of key signs. Under Keys, make or import an RSA key. Then choose it here.',
  'providers.advice.wants-ec':
    'The provider does not take what this kind of key signs. Choose an EC P-256 key, or a new one.',
  'providers.advice.wants-other':
    'The provider takes neither what an EC P-256 key signs nor what an RSA key signs.',
  'providers.field.issuerInAnswer': 'Issuer in the answer',
  'providers.field.issuerInAnswer.required': 'Required',
  'providers.field.issuerInAnswer.required.about':
    'An answer that does not name its issuer is not used. Keep it so where you can.',
  'providers.field.issuerInAnswer.may-be-missing': 'May be missing',
  'providers.field.issuerInAnswer.may-be-missing.about':
    'For a provider that cannot name itself. It is then easier to pass off one bank’s answer as another’s.',
  'providers.field.issuerInErrors': 'Issuer in an error',
  'providers.field.issuerInErrors.as-promised': 'As the provider promises',
  'providers.field.issuerInErrors.as-promised.about':
    'An error that does not name its issuer may come from anyone: Countersign goes on waiting.',
  'providers.field.issuerInErrors.may-be-missing': 'May be missing',
  'providers.field.issuerInErrors.may-be-missing.about':
    'For a provider that names itself in good answers alone. An error that belongs to your request then ends it.',
  'providers.field.signedAnswer': 'Signed answer',
  'providers.field.signedAnswer.as-announced': 'Where the provider announces it',
  'providers.field.signedAnswer.as-announced.about':
    'A provider that can sign its answers has to. Keep it so where you can.',
  'providers.field.signedAnswer.may-be-missing': 'May be missing',
  'providers.field.signedAnswer.may-be-missing.about':
    'For a provider that announces signed answers (JARM) and sends plain ones. They are checked all the same.',
  'providers.field.authorizationDetails': 'What is asked for',
  'providers.field.authorizationDetails.sent': 'By the consent request',
  'providers.field.authorizationDetails.sent.about':
    'What exactly, for how long and how far back goes along in authorization_details.',
  'providers.field.authorizationDetails.left-out': 'By scopes alone',
  'providers.field.authorizationDetails.left-out.about':
    'For a provider that takes no authorization_details. It does not learn for how long and how far back you want to share.',
  'providers.field.requestObject': 'Its requests',
  'providers.field.requestObject.about': 'A signature of its own shows later who asked for what.',
  'providers.field.requestObject.as-announced': 'Signed where the provider asks for it',
  'providers.field.requestObject.as-announced.about':
    'The usual way. Its metadata says whether it takes signed requests only.',
  'providers.field.requestObject.signed': 'Always signed',
  'providers.field.requestObject.signed.about':
    'For a provider that wants it and does not say so. The key below signs it.',
  'providers.field.requestObject.plain': 'Never signed',
  'providers.field.requestObject.plain.about': 'For a provider that cannot read signed requests.',
  'providers.field.redirect': 'It comes back to',
  'providers.field.redirect.any': 'A free port of this computer',
  'providers.field.redirect.any.about': 'http://127.0.0.1 with any port. The usual way.',
  'providers.field.redirect.fixed': 'A fixed port of this computer',
  'providers.field.redirect.fixed.about': 'For a provider that compares the port too.',
  'providers.field.redirect.link': 'A link that opens Countersign',
  'providers.field.redirect.link.about':
    'It begins with {scheme}: and works where Countersign is installed. Only for a provider that takes no address of this computer: another application could claim such links and get the answer first.',
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
  'providers.problem.issuer': 'This must be an https:// address.',
  'providers.problem.https': 'This must be an https:// address without ? or #.',
  'providers.problem.text': 'This must be text.',
  'providers.problem.object': 'This must be a JSON object.',
  'providers.problem.one-of': 'This must be one of: {choices}.',
  'providers.problem.too-long': 'At most {most} characters.',
  'providers.problem.port': 'This must be a whole number from 1 to 65535.',
  'providers.problem.path': 'This must begin with / and hold only letters, digits and / . _ -',
  'providers.problem.link-path':
    'This must begin with / and hold only letters, digits and / . _ -. No part between two / may be empty or begin with a dot.',
  'providers.problem.scopes': 'Scopes have one space between them and no quotes.',
  'providers.problem.digest': 'This must be 43 characters of base64url: a SHA-256 thumbprint.',
  'providers.problem.kid': 'A key ID has 1 to 512 characters and no line breaks.',
  'providers.problem.unknown': 'A profile has no such member.',
  'providers.problem.secret':
    'A profile holds no secret. Delete this, here and in the file, and treat it as known to others.',
  'providers.problem.json': 'This is not JSON. The trouble begins in line {line}.',
  'providers.problem.invalid': 'This can’t be taken.',

  'providers.mark.error-without-issuer': 'Errors may lack the issuer',
  'providers.mark.unsigned-answer': 'Answers may lack the signature',
  'providers.mark.scopes-alone': 'Asked by scopes alone',
  'providers.mark.error-without-issuer.about':
    'This profile takes errors that do not name their issuer, if they belong to your request.',
  'providers.mark.unsigned-answer.about':
    'This profile takes plain answers although the provider announces signed ones.',
  'providers.mark.scopes-alone.about':
    'This profile sends no consent request. For how long and how far back you share is up to the provider.',
  'providers.field.key.other': 'Another key was registered with this provider',
  'providers.field.key.other.about':
    'With this one it refuses Countersign until you register again on its page, or its people have the new registration pack. If it knows this key already, say so there.',
  'providers.connect': 'Connect',
  'providers.unregistered': '{name} has not told this client’s id yet',
  'providers.unregistered.about': 'Register below, or enter the client id that you were given.',
  'providers.issuer-mark.about':
    'This profile takes answers that do not name their issuer. An answer of another bank is then harder to tell apart.',

  'providers.profile': 'Profile',
  'providers.profile.key': '{name}, valid to {end}',
  'providers.profile.no-key': 'None that can be used',
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
  'providers.delete.key': 'Its key goes too. This cannot be undone.',
  'providers.delete.key-stays': 'Its key stays under Keys. The rest cannot be undone.',
  'providers.delete.keep': 'Keep it',

  'flow.paste': 'The browser could not come back?',
  'flow.paste.about':
    'If the browser shows an error instead of a page of Countersign, copy the whole address from its address bar and paste it here.',
  'flow.paste.address': 'Address from the browser',
  'flow.paste.use': 'Use this address',

  'failure.issuer-differs': 'It calls itself {issuer}.',
  'failure.issuer-differs.elsewhere':
    'What answers at {host} calls itself {issuer}, which is another computer.',
  'failure.issuer-differs.next':
    'Use that address if the provider’s developer pages have it. Countersign then asks there again.',
  'failure.no-metadata': 'No provider says anything of itself at {host}.',
  'failure.no-metadata.next':
    'Check the issuer address on the provider’s developer pages. It is not always the address of its website.',
  'failure.authority-unreadable': 'The certificate authority is not a certificate in PEM.',
  'failure.authority-unreadable.next':
    'Copy all of it, from BEGIN CERTIFICATE to END CERTIFICATE, and nothing that is private.',
  'failure.key-unusable.not-held': 'That key is not on this computer any more.',
  'failure.key-unusable.ended': 'The certificate of that key has ended, so the provider would refuse it.',
  'failure.key-unusable.next': 'Choose another key, or let Countersign make a new one.',
  'failure.not-printed': 'This computer could not print it.',
  'failure.not-printed.next': 'Check that it has a printer, or save it as a PDF and print that.',
  'failure.file-not-read.too-large': 'The file is too large for a profile.',
  'failure.file-not-read.not-text': 'The file is not text.',
  'failure.file-not-read.unreadable': 'The file could not be read.',
  'failure.file-not-read.next': 'Pick the profile as a JSON file.',
  'failure.callback-not-ours.no-address': 'That is not an address.',
  'failure.callback-not-ours.no-address.next': 'Copy the whole address, from its first letter to its last.',
  'failure.callback-not-ours.other-address': 'That address is not the one that this request waits for.',
  'failure.callback-not-ours.other-address.next':
    'Copy the address of the page that could not be opened, after you have decided at the bank.',
  'failure.callback-not-ours.other-answer': 'That answer belongs to another request.',
  'failure.callback-not-ours.other-answer.next':
    'Finish on the newest page of the bank, and paste its address.',
} as const;
