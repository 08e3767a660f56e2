import { amount, type BankAccount, type Customer, dateIn, descriptor, timeIn } from './customer';

const checking: BankAccount = {
  accountId: 'acct-7Qm2xR4c',
  balance: { amount: '3322.10', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-7Qm2xR4c',
    category: 'DEPOSIT_ACCOUNT',
    type: 'CHECKING',
    lastDigits: '4821',
    product: 'Everyday Checking',
    nickname: 'Household',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('3322.10'),
    availableBalance: amount('3199.60'),
    openingDayBalance: amount('3322.10'),
    transferIn: true,
    transferOut: true,
  },
};

const savings: BankAccount = {
  accountId: 'acct-Kd83LsWv',
  balance: { amount: '5790.44', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-Kd83LsWv',
    category: 'DEPOSIT_ACCOUNT',
    type: 'SAVINGS',
    lastDigits: '9034',
    product: 'High Yield Savings',
    nickname: 'Rainy day',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'ASSET',
    currentBalance: amount('5790.44'),
    availableBalance: amount('5790.44'),
    annualPercentageYield: amount('4.10'),
    interestYtd: amount('121.93'),
  },
};

const card: BankAccount = {
  accountId: 'acct-pT61bNzE',
  balance: { amount: '-1204.00', currency: 'USD' },
  descriptor: descriptor({
    accountId: 'acct-pT61bNzE',
    category: 'LOC_ACCOUNT',
    type: 'CREDITCARD',
    lastDigits: '1107',
    product: 'Sandbox Rewards Visa',
    nickname: 'Groceries card',
  }),
  details: {
    balanceAsOf: timeIn(0),
    balanceType: 'LIABILITY',
    creditLine: amount('8000.00'),
    availableCredit: amount('6796.00'),
    currentBalance: amount('1204.00'),
    purchasesApr: amount('22.24'),
    advancesApr: amount('27.99'),
    minimumPaymentAmount: amount('40.00'),
    nextPaymentDate: dateIn(12),
    lastStmtBalance: amount('986.35'),
    lastStmtDate: dateIn(-13),
    cardNetwork: 'VISA',
  },
  bills: {
    bills: [
      {
        totalPaymentDue: amount('986.35'),
        minimumPaymentDue: amount('40.00'),
        dueDate: dateIn(12),
        autoPayEnabled: false,
        statementBalance: amount('986.35'),
        statementDate: dateIn(-13),
        lastPaymentAmount: amount('500.00'),
        lastPaymentDate: dateIn(-18),
      },
    ],
  },
};

/** Everyday money: the customer that most tries begin with. */
export const alexRivera: Customer = {
  customerId: 'customer-1001',
  name: 'Alex Rivera',
  holds: 'Checking, savings and a Visa card',
  accounts: [checking, savings, card],
};
