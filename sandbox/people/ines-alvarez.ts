import { amount, type BankAccount, type Customer, dateIn, descriptor, timeIn } from './customer';

const overdrawn: BankAccount = {
  accountId: 'acct-Ls03gYvK',
  balance: { amount: '-45.12', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Ls03gYvK',
    category: 'DEPOSIT_ACCOUNT',
    type: 'CHECKING',
    lastDigits: '0417',
    product: 'Everyday Checking',
    nickname: 'Día a día',
    status: 'NEGATIVECURRENTBALANCE',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('-45.12'),
    availableBalance: amount('0.00'),
    openingDayBalance: amount('12.38'),
  },
};

const euros: BankAccount = {
  accountId: 'acct-Qe81wTbN',
  balance: { amount: '1280.00', currency: 'EUR' },
  descriptor: descriptor({
    accountId: 'acct-Qe81wTbN',
    category: 'DEPOSIT_ACCOUNT',
    type: 'SAVINGS',
    lastDigits: '7305',
    product: 'Foreign Currency Savings',
    nickname: 'Summer in Sevilla',
    currency: 'EUR',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('1280.00'),
    availableBalance: amount('1280.00'),
    annualPercentageYield: amount('1.75'),
  },
};

const studentLoan: BankAccount = {
  accountId: 'acct-Df48zHjR',
  balance: { amount: '-23415.00', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Df48zHjR',
    category: 'LOAN_ACCOUNT',
    type: 'STUDENTLOAN',
    lastDigits: '5061',
    product: 'Student Loan',
    nickname: 'Degree',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'LIABILITY',
    principalBalance: amount('23415.00'),
    originalPrincipal: amount('31000.00'),
    originatingDate: dateIn(-1640),
    loanTerm: 120,
    interestRate: amount('4.99'),
    interestRateType: 'VARIABLE',
    nextPaymentAmount: amount('328.61'),
    nextPaymentDate: dateIn(4),
    lastPaymentAmount: amount('328.61'),
    lastPaymentDate: dateIn(-26),
  },
};

/** What strains a screen: a balance below zero, a second currency, letters beyond ASCII. */
export const inesAlvarez: Customer = {
  customerId: 'customer-1004',
  name: 'Inés Álvarez Quintanilla',
  holds: 'An overdrawn account, euros and a student loan',
  accounts: [overdrawn, euros, studentLoan],
};
