/** The words of the transactions, in ICU message syntax. */
export const enTransactions = {
  'transactions.title': 'Transactions',
  'transactions.search': 'Find',
  'transactions.search.hint': 'Payee, description or category',
  'transactions.world': 'Which money',
  'transactions.world.real': 'Your money',
  'transactions.world.made-up': 'Made-up',
  'transactions.count': '{count, plural, one {# transaction} other {# transactions}}',
  'transactions.count.found': '{count, plural, one {# transaction} other {# transactions}} found',
  'transactions.in': 'In {amount}',
  'transactions.out': 'Out {amount}',
  'transactions.list': 'Transactions, newest first',
  'transactions.column.day': 'Day',
  'transactions.column.payee': 'Payee',
  'transactions.column.category': 'Category',
  'transactions.column.account': 'Account',
  'transactions.column.amount': 'Amount',
  'transactions.pending': 'pending',
  'transactions.no-amount': 'no amount that can be read',
  'transactions.no-currency': '{amount}, currency not said',
  'transactions.row-loading': 'Loading',
  'transactions.keys': 'The arrow keys go from row to row, Enter opens one, Escape closes it.',

  'transactions.none.title': 'No transactions yet',
  'transactions.none.about':
    'They come with a consent that shares them. The sandbox bank has made-up ones, in a minute and without a network.',
  'transactions.none.action': 'Give a consent',
  'transactions.nothing-found.title': 'No transaction matches',
  'transactions.nothing-found.about': 'Each word you type must be the beginning of a word in it.',
  'transactions.nothing-found.action': 'Clear the search',

  'transactions.sync.running':
    'Reading {account} at {provider}: {received, number}{expected, plural, =-1 {} other { of #}}',
  'transactions.sync.begins': 'Reading the transactions at {provider}',
  'transactions.sync.stop': 'Stop',
  'transactions.sync.again': 'Go on reading',
  'transactions.short':
    '{account} is not complete: {received, number} of {expected, number} transactions came from the bank.',
  'transactions.interrupted':
    '{account} is not complete: the reading was interrupted after {received, number}.',
  'transactions.unreadable':
    '{account}: {count, plural, one {# record} other {# records}} without an id could not be kept.',
  'transactions.in-memory':
    'Kept in memory alone, and gone when Countersign closes. With a passphrase, in Settings, they are kept on disk, encrypted.',
  'transactions.moved':
    'The database could not be opened and was kept as {file}. What a bank still shows can be read again on the page of its consent.',

  'transactions.detail': 'Details',
  'transactions.detail.close': 'Close',
  'transactions.detail.account': 'Account',
  'transactions.detail.words': 'Bank’s words',
  'transactions.detail.category': 'Category',
  'transactions.detail.category.none': 'not said by the bank',
  'transactions.detail.state': 'State',
  'transactions.detail.posted': 'posted',
  'transactions.detail.record': 'The bank’s record',
} as const;
