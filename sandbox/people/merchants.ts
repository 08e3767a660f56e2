import type { BankAccount } from './customer';

/** One kind of thing that happens on an account. */
export interface Kind {
  readonly description: string;
  readonly merchant: string | null;
  readonly category: string;
  readonly direction: 'DEBIT' | 'CREDIT';
  /** FDX transactionType of the account's category. */
  readonly type: string;
  /** The least and the most that it costs, in hundredths. */
  readonly cents: readonly [least: number, most: number];
  readonly timesAMonth: number;
  /** Days of the month on which it happens; any day where left out. */
  readonly onDays?: readonly number[];
}

type Spent = Pick<Kind, 'merchant' | 'category' | 'cents' | 'timesAMonth'>;

function spent(description: string, facts: Spent): Kind {
  return { description, direction: 'DEBIT', type: 'POSDEBIT', ...facts };
}

const EVERYDAY: readonly Kind[] = [
  spent('Corner Grocer 0142', {
    merchant: 'Corner Grocer',
    category: 'Groceries',
    cents: [1_850, 14_200],
    timesAMonth: 6,
  }),
  spent('Harbor Market', {
    merchant: 'Harbor Market',
    category: 'Groceries',
    cents: [900, 6_400],
    timesAMonth: 3,
  }),
  spent('Café Zurich', { merchant: 'Café Zurich', category: 'Dining', cents: [420, 2_600], timesAMonth: 5 }),
  spent('Noodle House on 5th', {
    merchant: 'Noodle House',
    category: 'Dining',
    cents: [1_400, 5_800],
    timesAMonth: 2,
  }),
  spent('Metro Transit pass', {
    merchant: 'Metro Transit',
    category: 'Transport',
    cents: [275, 275],
    timesAMonth: 8,
  }),
  spent('Fuel & Go #88', {
    merchant: 'Fuel & Go',
    category: 'Transport',
    cents: [2_900, 6_900],
    timesAMonth: 2,
  }),
  spent('Lakeside Pharmacy', {
    merchant: 'Lakeside Pharmacy',
    category: 'Health',
    cents: [650, 4_800],
    timesAMonth: 1,
  }),
  spent('Streamflix subscription', {
    merchant: 'Streamflix',
    category: 'Entertainment',
    cents: [1_549, 1_549],
    timesAMonth: 1,
  }),
];

const HOUSEHOLD: readonly Kind[] = [
  {
    ...spent('Rent, Maple Court', {
      merchant: 'Maple Court Homes',
      category: 'Housing',
      cents: [145_000, 145_000],
      timesAMonth: 1,
    }),
    onDays: [1],
    type: 'BILLPAYMENT',
  },
  {
    ...spent('City Power and Light', {
      merchant: 'City Power and Light',
      category: 'Utilities',
      cents: [6_100, 14_900],
      timesAMonth: 1,
    }),
    onDays: [12],
    type: 'BILLPAYMENT',
  },
  {
    description: 'Payroll, Larkfield Studio',
    merchant: 'Larkfield Studio',
    category: 'Income',
    direction: 'CREDIT',
    type: 'DIRECTDEPOSIT',
    cents: [214_380, 214_380],
    timesAMonth: 2,
    onDays: [14, 28],
  },
];

const SAVED: readonly Kind[] = [
  {
    description: 'Transfer from checking',
    merchant: null,
    category: 'Transfer',
    direction: 'CREDIT',
    type: 'TRANSFER',
    cents: [25_000, 25_000],
    timesAMonth: 1,
    onDays: [15],
  },
  {
    description: 'Interest paid',
    merchant: null,
    category: 'Interest',
    direction: 'CREDIT',
    type: 'INTEREST',
    cents: [1_480, 2_060],
    timesAMonth: 1,
    onDays: [27],
  },
];

const CARD_PAYMENT: Kind = {
  description: 'Payment, thank you',
  merchant: null,
  category: 'Payment',
  direction: 'CREDIT',
  type: 'PAYMENT',
  cents: [42_000, 78_000],
  timesAMonth: 1,
  onDays: [20],
};

const LOAN: readonly Kind[] = [
  { ...CARD_PAYMENT, description: 'Monthly payment', cents: [159_836, 159_836], onDays: [5] },
];

const INVESTED: readonly Kind[] = [
  {
    description: 'Dividend, Whole Market Index Fund',
    merchant: null,
    category: 'Dividend',
    direction: 'CREDIT',
    type: 'DIVIDEND',
    cents: [4_100, 9_800],
    timesAMonth: 1,
    onDays: [18],
  },
  {
    description: 'Bought Whole Market Index Fund',
    merchant: null,
    category: 'Investment',
    direction: 'DEBIT',
    type: 'PURCHASED',
    cents: [20_000, 20_000],
    timesAMonth: 1,
    onDays: [16],
  },
];

const PREMIUM: readonly Kind[] = [
  {
    ...spent('Premium', {
      merchant: 'Sandbox Life',
      category: 'Insurance',
      cents: [8_450, 8_450],
      timesAMonth: 1,
    }),
    onDays: [3],
    type: 'PAYMENT',
  },
];

const CARD: readonly Kind[] = [
  ...EVERYDAY.map((kind) => ({ ...kind, type: 'PURCHASE', timesAMonth: kind.timesAMonth / 2 })),
  spent('Bluebird Books online', {
    merchant: 'Bluebird Books',
    category: 'Shopping',
    cents: [890, 7_400],
    timesAMonth: 2,
  }),
  spent('Northline Airlines', {
    merchant: 'Northline Airlines',
    category: 'Travel',
    cents: [12_900, 48_000],
    timesAMonth: 0.4,
  }),
  CARD_PAYMENT,
];

const BY_CATEGORY: Readonly<Record<string, readonly Kind[]>> = {
  LOC_ACCOUNT: CARD,
  LOAN_ACCOUNT: LOAN,
  INVESTMENT_ACCOUNT: INVESTED,
  INSURANCE_ACCOUNT: PREMIUM,
  ANNUITY_ACCOUNT: [],
};

/** What happens on an account, by its category and type. */
export function kindsOf({ descriptor }: BankAccount): readonly Kind[] {
  const { accountCategory, accountType } = descriptor;
  const known = typeof accountCategory === 'string' ? BY_CATEGORY[accountCategory] : undefined;
  return known ?? (accountType === 'SAVINGS' ? SAVED : [...EVERYDAY, ...HOUSEHOLD]);
}
