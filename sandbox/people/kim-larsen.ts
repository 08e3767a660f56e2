import { amount, type BankAccount, type Customer, dateIn, descriptor, timeIn } from './customer';

const checking: BankAccount = {
  accountId: 'acct-Hn18sPyT',
  balance: { amount: '1975.60', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Hn18sPyT',
    category: 'DEPOSIT_ACCOUNT',
    type: 'CHECKING',
    lastDigits: '1188',
    product: 'Everyday Checking',
    nickname: 'Day to day',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('1975.60'),
    availableBalance: amount('1975.60'),
    openingDayBalance: amount('1975.60'),
  },
};

const mortgage: BankAccount = {
  accountId: 'acct-Gx52dRmU',
  balance: { amount: '-231904.77', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Gx52dRmU',
    category: 'LOAN_ACCOUNT',
    type: 'MORTGAGE',
    lastDigits: '5520',
    product: '30-Year Fixed Mortgage',
    nickname: 'House',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'LIABILITY',
    principalBalance: amount('231904.77'),
    escrowBalance: amount('2140.12'),
    originalPrincipal: amount('268000.00'),
    originatingDate: dateIn(-2290),
    loanTerm: 360,
    interestRate: amount('3.125'),
    interestRateType: 'FIXED',
    nextPaymentAmount: amount('1598.36'),
    nextPaymentDate: dateIn(9),
    lastPaymentAmount: amount('1598.36'),
    lastPaymentDate: dateIn(-21),
    maturityDate: dateIn(8660),
    interestPaidYearToDate: amount('6642.18'),
  },
};

const brokerage: BankAccount = {
  accountId: 'acct-Vc94kEwB',
  balance: { amount: '64310.25', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Vc94kEwB',
    category: 'INVESTMENT_ACCOUNT',
    type: 'BROKERAGEPRODUCT',
    lastDigits: '7713',
    product: 'Self-Directed Brokerage',
    nickname: 'Index funds',
  }),
  details: {
    balanceAsOf: timeIn(-1),
    balanceType: 'ASSET',
    currentValue: amount('64310.25'),
    availableCashBalance: amount('810.25'),
    margin: false,
  },
  investments: {
    holdings: [
      {
        holdingId: 'holding-1',
        holdingType: 'MUTUALFUND',
        holdingName: 'Whole Market Index Fund',
        symbol: 'EXMPX',
        securityId: '000000000',
        securityIdType: 'CUSIP',
        units: amount('460'),
        currentUnitPrice: amount('125.00'),
        currentUnitPriceDate: dateIn(-1),
        marketValue: amount('57500.00'),
        cashAccount: false,
        positionType: 'LONG',
      },
      {
        holdingId: 'holding-2',
        holdingType: 'BOND',
        holdingName: 'Example County 3.5% bond',
        securityId: '000000018',
        securityIdType: 'CUSIP',
        units: amount('60'),
        currentUnitPrice: amount('100.00'),
        currentUnitPriceDate: dateIn(-1),
        marketValue: amount('6000.00'),
        faceValue: amount('6000.00'),
        cashAccount: false,
        positionType: 'LONG',
      },
      {
        holdingId: 'holding-3',
        holdingType: 'OTHER',
        holdingSubType: 'CASH',
        holdingName: 'Settlement cash',
        marketValue: amount('810.25'),
        cashAccount: true,
      },
    ],
  },
};

const lifePolicy: BankAccount = {
  accountId: 'acct-Jy37nAqF',
  balance: { amount: '0.00', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Jy37nAqF',
    category: 'INSURANCE_ACCOUNT',
    type: 'WHOLELIFE',
    lastDigits: '3308',
    product: 'Whole Life 100',
    nickname: 'Life policy',
  }),
  details: {
    policyPremium: amount('84.50'),
    policyPremiumTerm: 'MONTHLY',
    policyStartDate: dateIn(-3120),
    policyStatus: 'ACTIVE',
    policyCoverageAmount: amount('100000.00'),
  },
};

const annuity: BankAccount = {
  accountId: 'acct-Xb66uCzM',
  balance: { amount: '42150.00', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Xb66uCzM',
    category: 'ANNUITY_ACCOUNT',
    type: 'FIXEDANNUITY',
    lastDigits: '6642',
    product: 'Fixed Deferred Annuity',
    nickname: 'Later on',
  }),
  details: {
    payoutType: 'DEFERRED',
    policyProductType: 'FIXED',
    payoutAmount: amount('310.00'),
    payoutMode: 'MONTHLY',
    payoutStartDate: dateIn(4015),
    numberModalPayouts: 240,
    surrenderValue: amount('42150.00'),
    periodCertainType: '20_YEAR',
  },
};

/** A house, and savings of every other category that FDX has. */
export const kimLarsen: Customer = {
  customerId: 'customer-1003',
  name: 'Kim Larsen',
  holds: 'Checking, a mortgage, investments, a life policy and an annuity',
  accounts: [checking, mortgage, brokerage, lifePolicy, annuity],
};
