/** The words of the capability card, in ICU message syntax: each thing, and what it means that it is there or not. */
export const enCapabilities = {
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
  'providers.card.cannot.chosen': 'The profile asks for what it does not offer',
  'providers.card.fix.issuer': 'If it cannot, choose May be missing under Issuer in the answer.',
  'providers.card.fix.details': 'Choose a type that it lists, or By scopes alone.',
  'providers.card.fix.method': 'Choose another way under How Countersign proves itself.',
  'providers.card.fix.binding': 'Choose the certificate under What access is bound to.',
  'providers.card.fix.key': 'Choose a key of another kind.',

  'providers.capability.authorization': 'A page for you',
  'providers.capability.authorization.offered': 'Your browser goes there over a secure connection.',
  'providers.capability.authorization.missing': 'It names no secure page to which your browser could go.',
  'providers.capability.token': 'A place where access is given',
  'providers.capability.token.offered': 'Access is given over a secure connection.',
  'providers.capability.token.missing': 'It names no secure address at which access is given.',
  'providers.capability.par': 'Pushed requests',
  'providers.capability.par.offered':
    'Your request goes to the provider directly, where nobody can change it.',
  'providers.capability.par.missing':
    'The request would have to go through the browser, where it can be read and changed. Countersign does not do that.',
  'providers.capability.unsigned-request': 'Requests without a signature of their own',
  'providers.capability.unsigned-request.offered':
    'The connection shows who sends the request; more is not wanted.',
  'providers.capability.unsigned-request.missing':
    'It takes only requests that are signed as a whole. Under Change, let requests be signed.',
  'providers.capability.request-key': 'Signed requests',
  'providers.capability.request-key.offered':
    'Your request is signed as a whole, and it takes what your key signs.',
  'providers.capability.request-key.missing':
    'It takes no request that this kind of key signs. Choose another key, or let requests not be signed.',
  'providers.capability.details-type': 'Consent requests of this type',
  'providers.capability.details-type.offered': 'It understands what exactly is asked for.',
  'providers.capability.details-type.missing':
    'It would not understand the request. Check the type in the profile.',
  'providers.capability.details-type.silent': 'It does not list its types. The request itself will show.',
  'providers.capability.pkce': 'Locks the code of an answer',
  'providers.capability.pkce.offered': 'A code that is caught on its way back is of no use to others.',
  'providers.capability.pkce.missing':
    'A code that is caught could be used by others, so no flow is started.',
  'providers.capability.issuer': 'Names itself in its answers',
  'providers.capability.issuer.offered': 'An answer of another bank is told apart.',
  'providers.capability.issuer.missing':
    'One bank’s answer could be passed off as another’s. Refused unless the profile allows it.',
  'providers.capability.jarm': 'Signed answers',
  'providers.capability.jarm.offered': 'Its answers can come signed, with its own name in them.',
  'providers.capability.jarm.missing': 'Its answers come unsigned. Countersign checks them all the same.',
  'providers.capability.self_signed_tls_client_auth': 'Knows clients by their own certificate',
  'providers.capability.self_signed_tls_client_auth.offered':
    'No password is shared with it; the key stays here.',
  'providers.capability.self_signed_tls_client_auth.missing':
    'It would not know this client by a certificate of its own.',
  'providers.capability.tls_client_auth': 'Knows clients by an authority’s certificate',
  'providers.capability.tls_client_auth.offered': 'For a key whose certificate an authority issued.',
  'providers.capability.tls_client_auth.missing':
    'It would not know this client by a certificate that an authority issued.',
  'providers.capability.private_key_jwt': 'Knows clients by signed statements',
  'providers.capability.private_key_jwt.offered': 'No password is shared with it; the key stays here.',
  'providers.capability.private_key_jwt.missing': 'It would not take a statement that the key signs.',
  'providers.capability.assertion-key': 'Takes statements of this kind of key',
  'providers.capability.assertion-key.offered': 'What the key signs is taken.',
  'providers.capability.assertion-key.missing':
    'It takes statements of other kinds of keys only. Choose another key.',
  'providers.capability.assertion-key.silent': 'It does not say which. The request itself will show.',
  'providers.capability.bound-tokens': 'Access bound to the certificate',
  'providers.capability.bound-tokens.offered': 'Access that is stolen is of no use without the key.',
  'providers.capability.bound-tokens.missing': 'Access that is stolen could be used by others.',
  'providers.capability.bound-tokens.silent':
    'It does not say. Access that is stolen may be usable by others.',
  'providers.capability.dpop': 'Access bound to a key',
  'providers.capability.dpop.offered': 'Access that is stolen is of no use without the key.',
  'providers.capability.dpop.missing': 'It does not take proofs that the key signs.',
  'providers.capability.proof-key': 'Takes proofs of this kind of key',
  'providers.capability.proof-key.offered': 'What the key signs is taken.',
  'providers.capability.proof-key.missing':
    'It takes proofs of other kinds of keys only. Choose another key.',
  'providers.capability.aliases': 'Own addresses for certificates',
  'providers.capability.aliases.offered': 'Calls with the certificate go to their own addresses.',
  'providers.capability.aliases.missing':
    'Calls with the certificate go to the usual addresses. Nothing is lost.',
  'providers.capability.signing': 'Strong signatures',
  'providers.capability.signing.offered': 'What it signs uses a strong algorithm.',
  'providers.capability.signing.missing':
    'It names no strong algorithm. Countersign does not rely on its signatures for a consent.',
  'providers.capability.signing.silent': 'It signs nothing that is needed here, or does not say how.',
  'providers.capability.revocation': 'Takes access back',
  'providers.capability.revocation.offered': 'When you stop sharing, the access can be given back too.',
  'providers.capability.revocation.missing':
    'Stopping goes through the FDX API alone. What is left of the access ends by itself.',
  'providers.capability.registration': 'Registers clients itself',
  'providers.capability.registration.offered': 'Countersign can register with one press.',
  'providers.capability.registration.missing':
    'Give the registration pack to the provider’s people, and enter the client id that they give you.',
} as const;
