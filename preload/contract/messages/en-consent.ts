/**
 * The words of a consent, in ICU message syntax. One place for the builder, the review,
 * the sandbox bank's page and the consent view, so that all four say the same.
 */
export const enConsent = {
  'consent.opening.ONE_TIME': '{recipient} asks {provider} to share, once:',
  'consent.opening.TIME_BOUND':
    '{recipient} asks {provider} to share, for {days, plural, one {# day} other {# days}}:',
  'consent.opening.PERSISTENT': '{recipient} asks {provider} to share, until you stop it:',

  'consent.item.ACCOUNT_BASIC': 'the names and types of your accounts, with the last digits of their numbers',
  'consent.item.ACCOUNT_DETAILED': 'your accounts and their balances',
  'consent.item.TRANSACTIONS': 'your transactions of the last {days, plural, one {day} other {# days}}',
  'consent.item.STATEMENTS': 'your statements of the last {days, plural, one {day} other {# days}}',
  'consent.item.INVESTMENTS': 'what your investment accounts hold',
  'consent.item.BILLS': 'your bills and when they are due',
  'consent.item.REWARDS': 'your reward points',
  'consent.item.PAYMENT_SUPPORT': 'your full account and routing numbers',
  'consent.item.IMAGES': 'pictures of your checks of the last {days, plural, one {day} other {# days}}',
  'consent.item.CUSTOMER_CONTACT': 'your name, address, email and phone',
  'consent.item.CUSTOMER_PERSONAL': 'your date of birth and identity numbers',
  'consent.item.TAX': 'your tax forms of the last {days, plural, one {day} other {# days}}',
  'consent.item.other': 'data that the standard names {cluster}',

  'consent.name.ACCOUNT_BASIC': 'Account names',
  'consent.name.ACCOUNT_DETAILED': 'Accounts and balances',
  'consent.name.TRANSACTIONS': 'Transactions',
  'consent.name.STATEMENTS': 'Statements',
  'consent.name.INVESTMENTS': 'Investments',
  'consent.name.BILLS': 'Bills',
  'consent.name.REWARDS': 'Rewards',
  'consent.name.PAYMENT_SUPPORT': 'Account numbers',
  'consent.name.IMAGES': 'Check images',
  'consent.name.CUSTOMER_CONTACT': 'Contact details',
  'consent.name.CUSTOMER_PERSONAL': 'Personal details',
  'consent.name.TAX': 'Tax forms',
  'consent.name.other': '{cluster}',

  'consent.until.ONE_TIME': 'The access ends by itself within a day.',
  'consent.until.TIME_BOUND': 'The access ends on {until, date, long}.',
  'consent.until.PERSISTENT': 'The access has no end date. It lasts until you stop it.',
  'consent.lookback': 'History goes back {days, plural, one {# day} other {# days}}, to {since, date, long}.',
  'consent.cannot': 'It can read, and nothing else. It cannot move money or change anything.',
  'consent.stop': 'You can stop it at any time, in {recipient} or at {provider}.',
} as const;

export type ConsentMessageId = keyof typeof enConsent;
