/** The words of Keys, in ICU message syntax. */
export const enCredentials = {
  'app.nav.keys': 'Keys',

  'keys.notice.ends':
    'The certificate “{name}” ends in {days, plural, one {# day} other {# days}}. Replace it under Keys before then: afterwards its provider refuses Countersign.',
  'keys.notice.ended':
    'The certificate “{name}” has ended, so its provider refuses Countersign. Replace it under Keys.',

  'keys.title': 'Keys',
  'keys.lead':
    'A provider knows this installation by a key and its certificate. The private half is sealed here and never shown, copied or exported.',
  'keys.make': 'Make a key',
  'keys.import': 'Import a key',
  'keys.empty': 'No keys yet',
  'keys.empty.about':
    'The sandbox bank gets one by itself at your first consent. For another provider, make one here or import what you were given.',
  'keys.settings': 'Open Settings',
  'keys.memory': 'Keys made now end when Countersign closes',
  'keys.memory.about': 'This computer offers no keychain. Set a passphrase under Settings to keep them.',

  'keys.kind.ec-p256': 'EC P-256',
  'keys.kind.rsa': 'RSA {bits, number, ::group-off}',
  'keys.state.used': 'In use',
  'keys.state.unused': 'Not used',
  'keys.state.ending': 'Ends in {days, plural, one {# day} other {# days}}',
  'keys.state.ended': 'Ended',
  'keys.state.next': 'Waits for the switch',

  'keys.fact.kind': 'Kind of key',
  'keys.fact.valid': 'Valid',
  'keys.fact.valid.value': '{from} to {to}',
  'keys.fact.used': 'Used by',
  'keys.fact.used.none': 'No provider',
  'keys.fact.issuer': 'Issued by',
  'keys.fact.authorities': 'Shown with it',
  'keys.fact.fingerprint': 'Fingerprint',
  'keys.fact.thumbprint': 'x5t#S256',
  'keys.fact.key-id': 'kid',
  'keys.fact.replaces': 'Replaces',
  'keys.fact.replaced-by': 'Being replaced by',

  'keys.ends.about':
    'After that its provider refuses Countersign. Replace it now: both keys are known until you switch.',
  'keys.ended.about': 'Its provider refuses Countersign since then.',
  'keys.sandbox.about': 'The sandbox bank is given a new key by itself when this one ends.',

  'keys.done.made': 'The key “{name}” is made.',
  'keys.done.imported': 'The key “{name}” is imported.',
  'keys.done.deleted': 'The key is deleted.',
  'keys.done.switched': 'Switched. The old key is deleted.',
  'keys.done.replaced': 'The new key is made. Give its key set to the provider, then switch.',

  'keys.name': 'Name on the certificate',
  'keys.name.about': 'The provider sees it at every connection. Name the app, not yourself.',
  'keys.name.missing': 'A certificate needs a name of 1 to 64 characters.',
  'keys.choose-kind': 'Kind of key',
  'keys.ec-p256.about': 'Made at once, and the smallest. Right unless the provider asks for RSA.',
  'keys.rsa-2048.about': 'For providers that take RSA only.',
  'keys.rsa-4096.about': 'For providers that ask for it by name. It takes some seconds.',
  'keys.making': 'Making the key. You can go on working meanwhile.',
  'keys.cancel': 'Cancel',
  'keys.close': 'Close',

  'keys.set': 'Public key set',
  'keys.set.show': 'Show public key set',
  'keys.set.about':
    'This is what a provider registers. It holds public keys and certificates only, so you may send it by mail.',
  'keys.set.both': 'The old and the new key are both in it, so that nothing stops while you switch.',
  'keys.set.save': 'Save as a file',
  'keys.set.saved': 'Saved',

  'keys.delete': 'Delete',
  'keys.delete.title': 'Delete this key?',
  'keys.delete.about':
    '“{name}” cannot be brought back. A provider that knows it must be given another key before it answers again.',
  'keys.delete.used': 'This key is in use',
  'keys.delete.used.about':
    '{providers} {count, plural, one {knows} other {know}} this installation by it, so it cannot be deleted. Replace it first, or delete the provider.',
  'keys.delete.keep': 'Keep it',

  'keys.replace': 'Replace',
  'keys.replace.title': 'Replace this key',
  'keys.replace.about':
    'Countersign makes a new key beside “{name}”. Providers go on with the old one, and the key set holds both, until you switch.',
  'keys.replace.make': 'Make the new key',

  'keys.switch': 'Switch to this key',
  'keys.switch.title': 'Switch to the new key?',
  'keys.switch.about':
    'Do this once {count, plural, =0 {nobody needs the old key any more} other {{providers} confirmed the new key set}}. The old key is deleted.',
  'keys.switch.access':
    'Access that was bound to the old key is renewed with the new one. If a provider does not renew it, connect there again.',
  'keys.switch.later': 'Not yet',

  'keys.import.title': 'Import a key',
  'keys.import.about':
    'Pick the certificate and its private key, as PEM or in a .p12 or .pfx file. You can pick both at once or one after the other. If an authority issued the certificate, pick the certificates that came with it too.',
  'keys.import.quiet': 'Countersign reads them itself; the key never passes through this window.',
  'keys.import.files': 'Choose files',
  'keys.import.clipboard': 'Take it from the clipboard',
  'keys.import.more.certificate': 'The private key is here. Its certificate is still missing.',
  'keys.import.more.key': 'The certificate is here. Its private key is still missing.',
  'keys.import.more.passphrase': 'What you picked is sealed by a passphrase.',
  'keys.import.passphrase': 'Passphrase of the file',
  'keys.import.open': 'Open it',
  'keys.import.keep': 'Import this key',
  'keys.import.issued':
    'Issued by {issuer}. {count, plural, =0 {No certificate of an authority came with it. If the provider wants one, pick it together with the key.} one {One certificate of an authority is shown with it.} other {# certificates of authorities are shown with it.}}',
  'keys.import.ready': 'Key and certificate belong together.',

  'keys.refusal.nothing-found': 'There is no key and no certificate in it',
  'keys.refusal.nothing-found.next':
    'Countersign reads PEM (“-----BEGIN …”), DER, .p12 and .pfx. Check that you picked the right file.',
  'keys.refusal.empty-file': 'It is empty',
  'keys.refusal.empty-file.next':
    'There is nothing in the file, or on the clipboard. Get the file once more, or copy it again.',
  'keys.refusal.web-page': 'It is a web page',
  'keys.refusal.web-page.next':
    'A page was saved in place of the file, often one that asks to sign in. Download the file itself.',
  'keys.refusal.public-key': 'It is a public key alone',
  'keys.refusal.public-key.next':
    'Countersign needs the certificate and the private key. Pick those: the public key is in the certificate.',
  'keys.refusal.certificate-request': 'It is a certificate request (CSR)',
  'keys.refusal.certificate-request.next':
    'An authority makes a certificate of it. Pick that certificate, with the private key that the request was made with.',
  'keys.refusal.openssh-key': 'It is a key for SSH',
  'keys.refusal.openssh-key.next':
    'Its form is that of OpenSSH or PuTTY, and a key for SSH has no certificate that a provider takes. If this is the key of your certificate, have a copy of it written as PKCS#8: ssh-keygen -p -m PKCS8 -f COPY',
  'keys.refusal.java-keystore': 'It is a Java keystore (JKS)',
  'keys.refusal.java-keystore.next':
    'Have it written as .p12, and pick that: keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype PKCS12',
  'keys.refusal.pkcs7-bundle': 'It is a bundle of certificates (PKCS#7)',
  'keys.refusal.pkcs7-bundle.next':
    'Such a file (.p7b) never holds a key. Have its certificates written as PEM, and pick them with the private key: openssl pkcs7 -print_certs -in FILE -out FILE.pem. For one in DER, add -inform DER.',
  'keys.refusal.revocation-list': 'It is a list of revoked certificates (CRL)',
  'keys.refusal.revocation-list.next': 'Pick your certificate and its private key.',
  'keys.refusal.zip-archive': 'It is a ZIP archive',
  'keys.refusal.zip-archive.next': 'Unpack it, and pick the certificate and the private key in it.',
  'keys.refusal.other-pem': 'It holds neither a certificate nor a private key',
  'keys.refusal.other-pem.next': 'It calls itself “{detail}”. Pick the certificate and its private key.',
  'keys.refusal.seal-not-known': 'It is sealed in a way that Countersign does not know',
  'keys.refusal.seal-not-known.next':
    'The file is whole, and sealed with {detail}. Have the key written anew, sealed with AES-256, and pick that: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE -out FILE.pem',
  'keys.refusal.too-large': 'It is too large for a key',
  'keys.refusal.too-large.next': 'A key with its certificates is well below 256 KB. Check what you picked.',
  'keys.refusal.file-not-readable': 'A file could not be opened',
  'keys.refusal.file-not-readable.next': 'It may belong to another user of this computer, or be gone by now.',
  'keys.refusal.private-key-set': 'This key set holds a private key',
  'keys.refusal.private-key-set.next':
    'A key set is made to be given away, so its private key may have been given away with it: anyone who has the file can pose as you. Make a new key here instead, and register its public key set.',
  'keys.refusal.public-key-set': 'This key set has no private key',
  'keys.refusal.public-key-set.next':
    'That is as it should be, and it is for the provider. To use the key here, pick its private key and certificate.',
  'keys.refusal.key-not-readable': 'The private key cannot be read',
  'keys.refusal.key-not-readable.next':
    'It may be cut off, or in a form of its own. Countersign reads PKCS#8 and the traditional RSA and EC forms.',
  'keys.refusal.several-keys': 'There is more than one private key in it',
  'keys.refusal.several-keys.next': 'Pick one key with its certificate at a time.',
  'keys.refusal.wrong-passphrase': 'The passphrase does not open it',
  'keys.refusal.wrong-passphrase.next':
    'Check capitals and the keyboard, and try again. If it is right, the file was changed since it was sealed: get it once more.',
  'keys.refusal.archive-not-readable': 'The file cannot be read',
  'keys.refusal.archive-not-readable.next':
    'It begins like a certificate, a key or a .p12 archive, and is none that Countersign knows: it may be cut off. Get it once more.',
  'keys.refusal.key-not-supported': 'Providers do not take this kind of key',
  'keys.refusal.key-not-supported.next':
    'Countersign uses EC P-256, and RSA of 2048 bits or more (FAPI 2.0). Make a new key here instead.',
  'keys.refusal.key-too-small': 'The key is too short',
  'keys.refusal.key-too-small.next':
    'RSA below 2048 bits can be broken, and FAPI 2.0 forbids it. Make a new key here instead.',
  'keys.refusal.key-does-not-match': 'The key does not belong to the certificate',
  'keys.refusal.key-does-not-match.next':
    'The certificate was made for another key, so the provider would refuse the connection. Pick the two that belong together.',
  'keys.refusal.certificate-not-readable': 'The certificate cannot be read',
  'keys.refusal.certificate-not-readable.next': 'It may be cut off. Get it once more.',
  'keys.refusal.certificate-ended': 'The certificate has ended',
  'keys.refusal.certificate-ended.next':
    'It was valid until {end}, and providers refuse it since then. Make a new key here instead, and register its public key set.',
  'keys.refusal.certificate-not-begun': 'The certificate is not valid yet',
  'keys.refusal.certificate-not-begun.next':
    'It begins on {begin}. Import it then; if that day has passed, set this computer’s clock.',
  'keys.refusal.already-held': 'This key is here already',
  'keys.refusal.already-held.next': 'You find it in the list by its fingerprint.',

  'keys.warning.private-key-set':
    'One of the files is a key set with the private key in it. Countersign kept nothing of that file. If a provider or anyone else has it, they can pose as you: make a new key instead.',
  'keys.warning.weak-signature':
    'The certificate is signed with SHA-1 or MD5. Some providers refuse that; if yours does, make a new key.',
  'keys.warning.ends-soon': 'The certificate ends in less than 30 days.',
} as const;
