import type { Cluster, DurationType } from './consent-vocabulary';

/** Why the data is wanted. FDX has no field for it: it stays with the recipient and is shown before anything is sent. */
export interface Purpose {
  /** What the purpose cannot be served without. */
  readonly needed: readonly Cluster[];
  /** What would make it better; off until the person switches it on. */
  readonly optional: readonly Cluster[];
  readonly durationType: DurationType;
  /** Days; null unless `durationType` is TIME_BOUND. */
  readonly durationDays: number | null;
  readonly lookbackDays: number;
}

/** The presets of the consent builder: the least data, the shortest time and the shortest history that serve each. */
export const PURPOSES = {
  'personal-finance': {
    needed: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
    optional: ['STATEMENTS', 'CUSTOMER_CONTACT'],
    durationType: 'ONE_TIME',
    durationDays: null,
    lookbackDays: 60,
  },
  'ongoing-budget': {
    needed: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
    optional: ['STATEMENTS', 'BILLS', 'INVESTMENTS'],
    durationType: 'TIME_BOUND',
    durationDays: 90,
    lookbackDays: 180,
  },
  'income-check': {
    needed: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
    optional: ['CUSTOMER_CONTACT'],
    durationType: 'ONE_TIME',
    durationDays: null,
    lookbackDays: 90,
  },
  'tax-return': {
    needed: ['ACCOUNT_BASIC', 'STATEMENTS'],
    optional: ['TRANSACTIONS', 'TAX'],
    durationType: 'ONE_TIME',
    durationDays: null,
    lookbackDays: 365,
  },
  custom: {
    needed: [],
    optional: [
      'ACCOUNT_BASIC',
      'ACCOUNT_DETAILED',
      'TRANSACTIONS',
      'STATEMENTS',
      'INVESTMENTS',
      'BILLS',
      'REWARDS',
      'PAYMENT_SUPPORT',
      'IMAGES',
      'CUSTOMER_CONTACT',
      'CUSTOMER_PERSONAL',
      'TAX',
    ],
    durationType: 'ONE_TIME',
    durationDays: null,
    lookbackDays: 30,
  },
} as const satisfies Record<string, Purpose>;

export type PurposeId = keyof typeof PURPOSES;
export const PURPOSE_IDS = Object.keys(PURPOSES) as [PurposeId, ...PurposeId[]];
