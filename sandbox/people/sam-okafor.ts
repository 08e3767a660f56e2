import { amount, type BankAccount, type Customer, dateIn, descriptor, timeIn } from './customer';

const joint: BankAccount = {
  accountId: 'acct-Wf29hJcY',
  balance: { amount: '8410.75', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Wf29hJcY',
    category: 'DEPOSIT_ACCOUNT',
    type: 'CHECKING',
    lastDigits: '2210',
    product: 'Joint Checking',
    nickname: 'Sam and Robin',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('8410.75'),
    availableBalance: amount('8325.80'),
    openingDayBalance: amount('8410.75'),
    transferIn: true,
    transferOut: true,
  },
};

const certificate: BankAccount = {
  accountId: 'acct-mB40vQxG',
  balance: { amount: '10000.00', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-mB40vQxG',
    category: 'DEPOSIT_ACCOUNT',
    type: 'CD',
    lastDigits: '3391',
    product: '12-Month Certificate',
    nickname: 'Kitchen fund',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('10000.00'),
    annualPercentageYield: amount('4.35'),
    term: 12,
    maturityDate: dateIn(203),
    interestYtd: amount('217.40'),
  },
};

const carLoan: BankAccount = {
  accountId: 'acct-Zr75tLkD',
  balance: { amount: '-11870.32', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Zr75tLkD',
    category: 'LOAN_ACCOUNT',
    type: 'AUTOLOAN',
    lastDigits: '6620',
    product: '60-Month Auto Loan',
    nickname: 'The blue car',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'LIABILITY',
    principalBalance: amount('11870.32'),
    originalPrincipal: amount('18500.00'),
    originatingDate: dateIn(-730),
    loanTerm: 60,
    interestRate: amount('5.49'),
    interestRateType: 'FIXED',
    nextPaymentAmount: amount('353.27'),
    nextPaymentDate: dateIn(9),
    lastPaymentAmount: amount('353.27'),
    lastPaymentDate: dateIn(-21),
    paymentFrequency: 'MONTHLY',
  },
};

/** Money shared with a partner, and a loan on a car. */
export const samOkafor: Customer = {
  customerId: 'customer-1002',
  name: 'Sam Okafor',
  holds: 'A joint account, a certificate and a car loan',
  accounts: [joint, certificate, carLoan],
};
