/** The words of the list of consents and of one consent, in ICU message syntax. */
export const enConsents = {
  'purpose.personal-finance': 'Personal finance view',
  'purpose.ongoing-budget': 'Ongoing budget',
  'purpose.income-check': 'Income check',
  'purpose.tax-return': 'Tax return',
  'purpose.custom': 'Custom',

  'consents.title': 'Consents',
  'consents.lead': 'Who may read what, until when, and how to stop it.',
  'consents.empty': 'No consent yet',
  'consents.empty.action': 'Go to Welcome',
  'consents.empty.about': 'Every consent that you give stands here, with the way to stop it.',
  'consents.column.bank': 'Bank',
  'consents.column.status': 'Status',
  'consents.column.ends': 'Ends',
  'consents.column.read': 'Last read',
  'consents.column.accounts': 'Accounts',
  'consents.open': '{provider}, {purpose}',

  'consents.status.ACTIVE': 'Active',
  'consents.status.EXPIRED': 'Ended',
  'consents.status.REVOKED': 'Stopped',
  'consents.status.OTHER': 'Not active',
  'consents.status.UNREAD': 'Not read yet',
  'consents.status.UNKNOWN': 'Not known',
  'consents.status.said': 'the bank calls it “{status}”',
  'consents.unsaid': 'Not said by the bank',
  'consents.ends.derived':
    'The bank does not name the day on which it ends. It is counted from when it was granted, and for how long.',
  'consents.ends.unreadable': 'Not readable: “{said}”',
  'consents.ends.never': 'When you stop it',
  'consents.ends.over': 'Has ended',
  'consents.ends.unknown': 'Not known',
  'consents.read.never': 'Not read yet',
  'consents.count.unknown': 'Not known',

  'consents.detail.title': '{provider}: {purpose}',
  'consents.detail.what': 'What you agreed to',
  'consents.detail.what.over': 'You agreed to this on {when}. It is over: nothing is shared by it any more.',
  'consents.detail.what.when': 'You agreed to this on {when}.',
  'consents.detail.would-have': 'It would have run until {when}.',
  'consents.detail.shown': 'The page that you agreed to, word for word',
  'consents.opening.past.ONE_TIME': '{recipient} asked {provider} to share, once:',
  'consents.opening.past.TIME_BOUND':
    '{recipient} asked {provider} to share, for {days, plural, one {# day} other {# days}}:',
  'consents.opening.past.PERSISTENT': '{recipient} asked {provider} to share, until you stop it:',
  'consents.granted': 'What {provider} granted',
  'consents.granted.over': 'What {provider} had granted',
  'consents.granted.unknown': '{provider} did not say what it granted.',
  'consents.granted.unread': 'Nothing has been read yet, so what {provider} granted is not known here.',
  'consents.granted.not-shared': 'not shared',
  'consents.granted.withheld': 'Not shared here, known from another consent: {account}',
  'consents.detail.agreed': 'You agreed',
  'consents.detail.granted': 'Granted',
  'consents.detail.ends': 'Ends',
  'consents.detail.read': 'Last read',
  'consents.detail.stopped': 'Stopped',
  'consents.detail.ended': 'Ended',
  'consents.detail.seen-ended': 'Found to have ended',
  'consents.detail.updated': 'Changed at the bank',
  'consents.detail.id': 'Consent',
  'consents.detail.no-id':
    '{provider} gave this consent no number, so it can’t be asked what became of it. What stands here is what it said when it gave access.',
  'consents.detail.host': 'Address',
  'consents.detail.ends-when': 'ends {when}',
  'consents.detail.read-when': 'read {when}',
  'consents.detail.dates': 'Dates',

  'consents.accounts': 'Accounts',
  'consents.accounts.none': 'No account came with this consent.',
  'consents.accounts.unread': 'The accounts have not been read yet.',

  'consents.less': 'You shared less than was asked for: {what}.',
  'consents.less.cluster':
    '{cluster, select, ACCOUNT_BASIC {no account names} ACCOUNT_DETAILED {no accounts and balances} TRANSACTIONS {no transactions} STATEMENTS {no statements} INVESTMENTS {no investments} BILLS {no bills} REWARDS {no rewards} PAYMENT_SUPPORT {no account numbers} IMAGES {no check images} CUSTOMER_CONTACT {no contact details} CUSTOMER_PERSONAL {no personal details} TAX {no tax forms} other {no {cluster}}}',
  'consents.less.part':
    '{cluster, select, ACCOUNT_BASIC {account names} ACCOUNT_DETAILED {accounts and balances} TRANSACTIONS {transactions} STATEMENTS {statements} INVESTMENTS {investments} BILLS {bills} REWARDS {rewards} PAYMENT_SUPPORT {account numbers} IMAGES {check images} CUSTOMER_CONTACT {contact details} CUSTOMER_PERSONAL {personal details} TAX {tax forms} other {{cluster}}} for {granted, number} of {type, select, ACCOUNT {{total, plural, one {# account} other {# accounts}}} CUSTOMER {{total, plural, one {# customer} other {# customers}}} DOCUMENT {{total, plural, one {# document} other {# documents}}} other {{total, plural, one {# item} other {# items}}}}',
  'consents.less.durationPeriod': 'for {days, plural, one {# day} other {# days}} instead of {asked, number}',
  'consents.less.lookbackPeriod':
    '{days, plural, one {# day} other {# days}} back instead of {asked, number}',
  'consents.less.durationType': 'for a shorter time',
  'consents.less.accounts': '{shared, number} of {total, plural, one {# account} other {# accounts}}',
  'consents.not-read-yet':
    'This version of Countersign reads accounts and balances. It does not read yet: {what}.',

  'consents.not-read.since': 'What stands here was read {when}.',
  'consents.not-read.nothing':
    'Nothing has been read of this consent yet. It was granted all the same: you can read it again, and you can stop it.',
  'consents.stop-refused': '{provider} could not be told that you stop',
  'consents.stop-refused.why': 'Tried on {when}. {why}',
  'consents.stop-refused.next':
    'The consent goes on at {provider}. Try again, or stop it on the page of {provider}. You can also forget it here: then nobody can read with it from this computer any more, and {provider} keeps the consent.',
  'consents.accounts.unreadable':
    '{count, plural, one {One entry of the bank’s list has} other {# entries of the bank’s list have}} no account id and can’t be shown. The record below has all that came.',
  'consents.accounts.cut':
    'The bank’s list is longer than is kept. These are its first {count, plural, one {account} other {# accounts}}, and the sums are of these alone.',

  'consents.terms': 'Asked for and granted',
  'consents.terms.item': 'Item',
  'consents.terms.requested': 'Asked for',
  'consents.terms.granted': 'Granted',
  'consents.terms.difference': 'Difference',
  'consents.terms.same': 'The bank granted exactly what was asked for.',
  'consents.terms.not-told': 'The bank did not say what it granted. What you asked for is all that is known.',
  'consents.terms.by-scopes': 'The bank told what it granted by the names of its permissions alone.',
  'consents.terms.not-read': 'Nothing has been read yet, so nobody here knows what the bank granted.',
  'consents.terms.same-where-said': 'The bank granted what it names, and that was asked for.',
  'consents.terms.left-open': 'It did not say: {what}.',
  'consents.terms.open.duration': 'how long',
  'consents.terms.open.lookback': 'how far back',
  'consents.terms.differs':
    '{count, plural, one {One thing differs} other {# things differ}} from what was asked for.',
  'consents.terms.of':
    '{type, select, ACCOUNT {of accounts} CUSTOMER {of the customer} DOCUMENT {of documents} other {of {type}}}',
  'consents.terms.share':
    'for {granted, number} of {type, select, ACCOUNT {{total, plural, one {# account} other {# accounts}}} CUSTOMER {{total, plural, one {# customer} other {# customers}}} DOCUMENT {{total, plural, one {# document} other {# documents}}} other {{total, plural, one {# item} other {# items}}}}',
  'consents.terms.yes': 'Yes',
  'consents.terms.no': 'No',
  'consents.terms.duration': 'How long',
  'consents.terms.duration.said': 'The bank says: {said}',
  'consents.terms.lookback': 'How far back',
  'consents.terms.expiry': 'End date',
  'consents.terms.days': '{days, plural, one {# day} other {# days}}',
  'consents.terms.ONE_TIME': 'Once',
  'consents.terms.TIME_BOUND': '{days, plural, one {For # day} other {For # days}}',
  'consents.terms.TIME_BOUND.open': 'For a set time',
  'consents.terms.PERSISTENT': 'Until stopped',
  'consents.terms.unsaid': 'Not said',
  'consents.terms.scope': 'Further permissions in the bank’s own words',
  'consents.terms.scope.granted': '{scopes}',
  'consents.difference.none': 'Same',
  'consents.difference.unknown': 'Not known',
  'consents.difference.narrower': 'Less than asked',
  'consents.difference.wider': 'More than asked',
  'consents.difference.different': 'Different',

  'consents.parties': 'Parties that the bank names',
  'consents.parties.more': 'These are the first {shown} of {count}.',
  'consents.parties.none': 'The bank names none.',

  'consents.raw': 'The records themselves',
  'consents.raw.about': 'What was sent and received, laid out for reading. Secrets are masked.',
  'consents.raw.tabs': 'Records',
  'consents.raw.consent': 'Consent',
  'consents.raw.requested': 'Request',
  'consents.raw.token': 'Token answer',
  'consents.raw.accounts': 'Accounts',
  'consents.raw.cut': 'It is longer than is shown: these are the first {count, number} characters.',
  'consents.raw.none': 'It has not been received.',
  'consents.raw.no-accounts': 'No answer with accounts has been received.',

  'consents.read-again': 'Read again',
  'consents.read-again.done': 'Read again just now.',
  'consents.site': 'Open {provider}’s own page',
  'consents.stop': 'Stop sharing',
  'consents.stop.title': 'Stop sharing with Countersign?',
  'consents.stop.lose': 'Countersign loses its access to {provider} now. {provider} is told at once.',
  'consents.stop.keep': 'What has been read so far stays on this computer until you forget the consent.',
  'consents.stop.final': 'This cannot be undone. To share again, you give a new consent.',
  'consents.stop.cancel': 'Keep sharing',
  'consents.report': 'What {provider} confirmed',
  'consents.report.consent.ended': 'The consent: its end is confirmed.',
  'consents.report.consent.not-named':
    'The consent: {provider} gave it no number, so it could not be ended by name. It was not told.',
  'consents.report.consent.not-offered':
    'The consent: {provider} has no place where it can be told. It was not told.',
  'consents.report.consent.no-access':
    'The consent: the access opened nothing any more, so {provider} could not be told.',
  'consents.report.consent.not-confirmed': 'The consent: {provider} was told and did not confirm.',
  'consents.report.refresh.revoked': 'The right to renew the access: taken back, confirmed.',
  'consents.report.refresh.not-confirmed':
    'The right to renew the access: given up here; {provider} did not confirm.',
  'consents.report.refresh.not-offered':
    'The right to renew the access: given up here; {provider} has no place where it can be told.',
  'consents.report.access.revoked': 'The access: taken back, confirmed.',
  'consents.report.access.not-confirmed':
    'The access: given up here; {provider} did not confirm, so there it may last until it runs out.',
  'consents.report.access.not-offered':
    'The access: given up here; {provider} has no place where it can be told, so there it may last until it runs out.',
  'consents.stopped.confirmed': '{provider} confirmed that the sharing has ended.',
  'consents.stopped.unconfirmed':
    'Countersign has given up its access, but {provider} has not confirmed the end of the consent. Look at {provider} itself to be sure.',
  'consents.forget': 'Forget',
  'consents.forget.title': 'Forget this consent?',
  'consents.forget.about':
    'The consent and what was read with it are removed from this computer. Nothing changes at {provider}.',
  'consents.forget.unstopped':
    'The consent, its access and what was read with it are removed from this computer. {provider} was not told: there the consent goes on until it ends, or until you stop it on the page of {provider}.',
  'consents.forget.cancel': 'Keep it',
  'consents.not-held.title': 'Countersign can’t read from {provider} any more',
  'consents.not-held.memory':
    'Without a keychain or a passphrase, access ended when Countersign closed. What was read is still here. To read anew, connect again; to stop the sharing, go to {provider}. A passphrase, set in Settings, keeps access next time.',
  'consents.not-held.locked': 'Access is locked. Enter your passphrase in Settings.',
  'consents.not-held.other':
    'The access to this consent is not on this computer any more. What was read is still here. To read anew, connect again; to stop the sharing, go to {provider}.',
  'consents.not-held.settings': 'Open Settings',
} as const;
