/** The words of everything that can go wrong, in ICU message syntax: what happened, who can fix it, what to do next. */
export const enFailures = {
  'failure.who.you': 'You can fix this.',
  'failure.who.provider': '{provider} has to fix this.',
  'failure.who.app': 'This is a fault of Countersign.',
  'failure.who.nobody': 'Nothing is broken.',
  'failure.next.again': 'Try again. If it happens twice, report it with what stands here.',
  'failure.next.wait': 'Wait a minute, then try again.',
  'failure.next.tell-provider':
    'Trying again will not help. Tell {provider} what stands here in the developer view.',

  'failure.next.again-then-tell':
    'Try again in a minute. If it stays, tell {provider} what stands here in the developer view.',
  'failure.next.again-then-address':
    'Try again in a minute. If it stays, check the addresses of {provider} on its page in Providers.',

  'failure.unreachable.refused': '{provider} does not answer at {host}.',
  'failure.unreachable.not-found': 'There is no computer by the name of {host}.',
  'failure.unreachable.timeout': '{provider} took too long to answer.',
  'failure.unreachable.reset': '{provider} broke off the connection.',
  'failure.unreachable.offline': 'This computer has no network.',
  'failure.unreachable.next.refused': 'Try again in a minute.',
  'failure.unreachable.next.not-found':
    'Check the address of {provider} and your network, then try again. If your network has a proxy, look in Settings which one is used.',
  'failure.unreachable.next.timeout': 'Try again in a minute.',
  'failure.unreachable.next.reset': 'Try again in a minute.',
  'failure.unreachable.next.offline': 'Connect to a network, then try again.',

  'failure.who.network': 'Whoever runs your network can change this.',
  'failure.proxy.unreachable': 'The proxy {proxy}, over which {provider} is to be reached, does not answer.',
  'failure.proxy.sign-in': 'The proxy {proxy} lets nobody through who does not sign in.',
  'failure.proxy.refused': 'The proxy {proxy} lets nobody through to {host}.',
  'failure.proxy.unsupported':
    'Your network names a proxy of a kind that Countersign does not speak: {proxy}.',
  'failure.proxy.opens-tls':
    'Over the proxy {proxy} came a certificate for {host} of an authority that Countersign does not trust, so nothing was sent. The proxy may open secure connections.',
  'failure.proxy.unused':
    'There is no computer by the name of {host}. The environment names the proxy {proxy}, and Countersign does not use it.',
  'failure.proxy.next.unreachable':
    'Check your network. Which proxy is used, you choose in Settings; then try again.',
  'failure.proxy.next.sign-in':
    'Countersign signs in only at a proxy of the environment: put name and password into HTTPS_PROXY, choose it in Settings, and start again. Or ask for a way without.',
  'failure.proxy.next.refused': 'Ask whoever runs your network to let connections to {host} through.',
  'failure.proxy.next.unsupported':
    'Countersign goes over HTTP proxies alone, not over SOCKS or HTTPS ones. Choose another in Settings.',
  'failure.proxy.next.opens-tls':
    'Ask whoever runs your network not to open connections to {host}. If {provider} has a certificate authority of its own, add that to its profile.',
  'failure.proxy.next.unused': 'Choose the proxy of the environment in Settings, then try again.',

  'failure.insecure.expired': 'The certificate of {provider} at {host} has ended, so nothing was sent.',
  'failure.insecure.not-yet-valid':
    'The certificate of {provider} at {host} is not valid yet, so nothing was sent.',
  'failure.insecure.other-name':
    'What answers at {host} has a certificate for another address, so nothing was sent.',
  'failure.insecure.unknown-authority':
    'Nobody that Countersign trusts vouches for the certificate at {host}, so nothing was sent.',
  'failure.insecure.old-version':
    '{provider} offers no up-to-date secure connection at {host}, so nothing was sent.',
  'failure.insecure.old-ciphers':
    '{provider} offers no up-to-date way of encrypting at {host}, so nothing was sent.',
  'failure.insecure.no-tls': 'What answers at {host} offers no secure connection, so nothing was sent.',
  'failure.insecure.our-certificate':
    '{provider} did not take the certificate that this computer showed at {host}.',
  'failure.insecure.certificate-wanted':
    '{provider} asks for a certificate at {host}, and this computer had none to show there.',
  'failure.insecure.other':
    'No secure connection to {provider} could be made at {host}, so nothing was sent.',
  'failure.insecure.next.expired':
    'Do not go around it. {provider} has to renew its certificate; look at this computer’s date, too.',
  'failure.insecure.next.not-yet-valid':
    'Look at the date and time of this computer. If they are right, tell {provider}.',
  'failure.insecure.next.other-name':
    'Check the address. If it is right, do not go around it: someone may stand in between.',
  'failure.insecure.next.unknown-authority':
    'If {provider} has a certificate authority of its own, add that to its profile. If it has none, someone may stand in between.',
  'failure.insecure.next.old-version': 'Do not go around it. {provider} has to offer TLS 1.2 or later.',
  'failure.insecure.next.old-ciphers':
    'Do not go around it. {provider} has to offer TLS 1.3, or TLS 1.2 with keys of one session (ECDHE) and AES-GCM.',
  'failure.insecure.next.no-tls': 'Check the address and its port.',
  'failure.insecure.next.our-certificate':
    'Register this computer’s key: give {provider} your public keys, on its page in Providers, or choose the key that it knows.',
  'failure.insecure.next.certificate-wanted':
    'Choose a certificate as the proof of this computer, and give {provider} your public keys.',
  'failure.insecure.next.other': 'Do not go around it. Try again later, and tell {provider} if it stays.',

  'failure.refused.discovery': '{provider} did not say how it wants to be asked.',
  'failure.refused.registration': '{provider} did not register this computer.',
  'failure.refused.par': '{provider} did not take the request.',
  'failure.refused.authorize': '{provider} ended the sign-in with an error.',
  'failure.refused.token': '{provider} did not give access.',
  'failure.refused.consent': '{provider} did not show the consent.',
  'failure.refused.accounts': '{provider} did not show the accounts.',
  'failure.refused.transactions': '{provider} did not show the transactions.',
  'failure.refused.revocation': '{provider} did not take the end of the consent.',
  'failure.refused.said': 'It said: “{description}”',
  'failure.refused.next.member': 'Change what it names in the request, then send it again.',
  'failure.refused.next.scope':
    'It does not know a scope that was asked for, or does not give it to you. Change the scopes in its profile, or ask for less.',
  'failure.refused.next.type':
    'It does not take this consent request. Change the type in its profile, or ask by scopes alone, if its developer pages say so. Or ask for something else.',
  'failure.refused.next.client':
    'It does not know this computer, or does not trust its certificate: give it your public keys again, on its page in Providers.',
  'failure.refused.next.statement':
    'It does not know this computer, or not by the key ID in its signed statements. Compare Key ID in signed statements, under Change on its page in Providers, with the ID that its directory gave your key. If they are the same, give it your public keys again.',
  'failure.refused.next.code': 'Try again. If it stays, tell {provider} the code {code}.',

  'failure.busy': '{provider} has too much to do just now.',
  'failure.busy.next': 'Try again after {when, date, medium}, {when, time, short}.',

  'failure.violation.malformed':
    'The answer of {provider} is incomplete or cannot be read, so nothing of it was kept.',
  'failure.violation.unknown-coding':
    '{provider} packed its answer in a way that Countersign did not ask for and cannot unpack, so nothing of it was kept.',
  'failure.violation.broken-coding':
    'The answer of {provider} came, but it is damaged and cannot be unpacked, so nothing of it was kept.',
  'failure.violation.not-json':
    '{provider} answered with something other than data, such as a web page, so nothing of it was kept.',
  'failure.violation.broken-json':
    'The answer of {provider} came, but it is cut off or damaged, so nothing of it was kept.',
  'failure.violation.not-http':
    'What {provider} sent back is no answer that a web server gives, so nothing of it was kept.',
  'failure.violation.oversized':
    'The answer of {provider} is larger than any real one, so nothing of it was kept.',
  'failure.violation.redirected':
    '{provider} sent the request on to another place. Countersign does not follow, so nothing was kept.',
  'failure.violation.other-issuer':
    'What answered speaks in another name than that of {provider}, so nothing of it was kept.',
  'failure.violation.other-answer':
    'What came back from {provider} is not the answer to your request, so it was not used.',
  'failure.violation.signature':
    'The answer of {provider} is not signed as it has to be: anyone could have made it. Nothing of it was kept.',
  'failure.violation.wider':
    '{provider} gave more than you agreed to. It was refused, and nothing of it was kept.',
  'failure.violation.other-consent':
    '{provider} answered with another consent than the one you gave, so nothing of it was kept.',
  'failure.violation.unsafe':
    'The answer of {provider} could not have been used safely, so nothing of it was kept.',
  'failure.issuer.next':
    'Look at its issuer address: open its page under Providers and check what it offers. If the address is right, tell {provider} what stands here in the developer view.',
  'failure.unsuitable': '{provider} lacks something that Countersign will not do without.',

  'failure.unsuitable.next':
    'Your profile of {provider} asks for it. Change the profile, so that it asks for what {provider} offers.',
  'failure.scopes-unknown': '{provider} said that access was denied. Nothing was shared.',
  'failure.scopes-unknown.next':
    'If you did not decline: {provider} does not list {scopes}. Change the scopes in its profile, or ask for less.',
  'failure.declined': 'You declined at {provider}. Nothing was shared.',
  'failure.declined.next': 'Ask for less, or leave it at that.',
  'failure.expired': '{provider} stopped waiting before you had answered. Nothing was shared.',
  'failure.expired.next': 'Send the request again and go on to the page while it is fresh.',
  'failure.cancelled': 'You cancelled. Nothing was shared.',
  'failure.cancelled.next': 'Your request is kept, in case you want to go on.',
  'failure.flow-unknown': 'This request is not under way any more.',
  'failure.flow-unknown.next': 'Start again from the beginning.',

  'failure.no-free-port': 'This computer has no free port on which the bank could send you back.',
  'failure.no-free-port.next': 'Close a program that listens on many ports, then try again.',
  'failure.port-taken': 'Another program uses port {port}, on which the bank sends you back.',
  'failure.port-taken.next': 'Close that program, then try again.',
  'failure.browser': 'The page of the bank could not be opened.',
  'failure.browser.next': 'Check that this computer has a default browser, then open the page again.',
  'failure.storage-full': 'The disk is full, so nothing could be saved.',
  'failure.storage-full.next': 'Free some space, then try again.',
  'failure.storage-too-large':
    'What is kept would be larger than {megabytes} MB, which is the most that one file of Countersign may hold. Nothing was changed.',
  'failure.storage-too-large.next': 'Forget a consent that you do not need any more, then try again.',
  'failure.storage': 'Countersign could not save to the disk.',
  'failure.storage.next': 'Check that you may write to its folder, then try again.',

  'failure.provider-unknown': 'Countersign does not know this bank any more.',
  'failure.provider-unknown.next': 'Start again from the welcome page.',
  'failure.consent-unknown': 'This consent is not on this computer any more.',
  'failure.consent-unknown.next': 'Go back to your consents.',
  'failure.transaction-unknown': 'This transaction is not on this computer any more.',
  'failure.transaction-unknown.next': 'Go back to the list.',
  'failure.data-process':
    'The part of Countersign that keeps your transactions ended unexpectedly. What it had kept is still there.',
  'failure.exchange-unknown': 'This exchange is not in memory any more.',
  'failure.exchange-unknown.next':
    'Go back to the list. The newest exchanges are kept, until Countersign closes.',
  'failure.trace': 'This file is not a session that Countersign saved, or it is damaged.',
  'failure.trace.next': 'Ask for the file again, from the one who saved it.',
  'failure.ended.expired': 'This consent has come to its end date.',
  'failure.ended.revoked': 'This consent was stopped.',
  'failure.ended.gone':
    'The bank does not know this consent any more, and gives no access by it: it has ended there.',
  'failure.not-found.open':
    '{provider} does not find this consent by its number, but still gives access by it.',
  'failure.not-found.shut': '{provider} does not find this consent, and gives no access by it.',
  'failure.not-found.unknown':
    '{provider} does not find this consent. Whether it still gives access by it could not be told.',
  'failure.not-found.next': 'Read again later. To be sure that nothing is shared, stop sharing.',
  'failure.ended.next': 'To share again, give a new consent.',
  'failure.not-held': 'The access to this consent is not on this computer any more.',
  'failure.not-held.next': 'Connect again to get new access.',
  'failure.locked': 'Your keys are locked.',
  'failure.locked.next': 'Enter your passphrase in Settings.',
  'failure.passphrase': 'That is not the passphrase.',
  'failure.passphrase.next': 'Look for capital letters and the keyboard’s language, and type it again.',

  'failure.sandbox': 'The sandbox bank did not start.',
  'failure.bad-request': 'Countersign misunderstood itself: it could not take “{field}”.',
  'failure.unexpected': 'Countersign ran into a fault of its own. Its log has the cause under {reference}.',
} as const;
