import type { ProviderSummary } from '../../preload/contract/app-shapes';
import { sumMoney } from '../../main/connections/money-sums';
import type {
  AccountSummary,
  ConsentDetail,
  ConsentDifference,
  RawRecord,
} from '../../preload/contract/consent-shapes';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The bank of the pictures and tests. */
export const SANDBOX: ProviderSummary = {
  providerId: 'sandbox',
  name: 'Sandbox Bank',
  issuer: 'http://127.0.0.1:9080',
  host: '127.0.0.1:9080',
  isSandbox: true,
  hasSite: true,
  isRegistered: true,
  mayLackIssuer: false,
  allowances: [],
  scopes: null,
  offeredScopes: null,
  isRegisteredOtherwise: false,
  authorizationDetailsType: 'fdx_v1.0',
};

/** An account that is a checking account with money on it, unless told otherwise. */
export function fakeAccount(change: Partial<AccountSummary> = {}): AccountSummary {
  return {
    accountId: 'acc-1',
    name: 'Everyday Checking',
    productName: 'Classic Checking',
    numberDisplay: '••••4443',
    accountType: 'CHECKING',
    accountCategory: 'DEPOSIT_ACCOUNT',
    status: 'OPEN',
    balance: { amount: '3322.07', currency: 'USD' },
    unshownBalance: null,
    balanceSide: 'asset',
    balanceAsOfMs: Date.UTC(2026, 10, 22, 9, 12),
    balanceAsOfSaid: null,
    ...change,
  };
}

/** Three accounts of one person: money, savings, and a card. */
function fakeAccounts(asOfMs: number): readonly AccountSummary[] {
  return [
    fakeAccount({ balanceAsOfMs: asOfMs }),
    fakeAccount({
      accountId: 'acc-2',
      name: 'Rainy Day Savings',
      productName: 'High-Yield Savings',
      numberDisplay: '••••3223',
      accountType: 'SAVINGS',
      balance: { amount: '5790.00', currency: 'USD' },
      balanceAsOfMs: asOfMs,
    }),
    fakeAccount({
      accountId: 'acc-3',
      name: 'Visa Platinum',
      productName: null,
      numberDisplay: '••••0091',
      accountType: 'CREDITCARD',
      accountCategory: 'LOC_ACCOUNT',
      balance: { amount: '1204.18', currency: 'USD' },
      balanceSide: 'liability',
      balanceAsOfMs: asOfMs,
    }),
  ];
}

const TERMS = {
  durationType: 'TIME_BOUND',
  durationSaid: null,
  durationDays: 90,
  lookbackDays: 60,
  clusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'],
} as const;

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** The records of a consent that {@link fakeConsent} made. */
function fakeRecords(consentId: string): Readonly<Record<RawRecord, string>> {
  const resources = [{ resourceType: 'ACCOUNT', dataClusters: TERMS.clusters }];
  return {
    consent: pretty({ id: consentId, status: 'ACTIVE', durationType: 'TIME_BOUND', resources }),
    requested: pretty([
      {
        type: 'fdx_v1.0',
        consentRequest: { durationType: 'TIME_BOUND', durationPeriod: 90, lookbackPeriod: 60, resources },
      },
    ]),
    token: pretty({ access_token: '••••••', token_type: 'bearer', expires_in: 900, grant_id: consentId }),
    accounts: pretty({ page: { nextOffset: null }, accounts: [{ accountId: 'acc-1' }] }),
  };
}

function lengthsOf({ consent, requested, token, accounts }: ReturnType<typeof fakeRecords>) {
  return {
    consent: consent.length,
    requested: requested.length,
    token: token.length,
    accounts: accounts.length,
  };
}

/** An active consent of 90 days, granted as asked, unless told otherwise. */
export function fakeConsent(nowMs: number, change: Partial<ConsentDetail> = {}): ConsentDetail {
  const accounts = change.accounts ?? [...fakeAccounts(nowMs - 2 * MINUTE_MS)];
  const grantedAtMs = nowMs - 84 * DAY_MS;
  const consentId = '9585694d-3ae5-8863-4f4f-0eb2c6e7a3d1';
  return {
    connectionId: 'connection-1',
    providerId: SANDBOX.providerId,
    providerName: SANDBOX.name,
    providerHost: SANDBOX.host,
    purpose: 'personal-finance',
    status: 'ACTIVE',
    clusters: [...TERMS.clusters],
    accountCount: accounts.length,
    createdAtMs: grantedAtMs,
    updatedAtMs: grantedAtMs,
    stoppedAtMs: null,
    seenEndedAtMs: null,
    statusSaid: null,
    expiresAtMs: nowMs + 6 * DAY_MS + 3_600_000,
    end: { kind: 'said', atMs: nowMs + 6 * DAY_MS + 3_600_000 },
    readAtMs: nowMs - 2 * MINUTE_MS,
    consentId,
    requested: { ...TERMS, clusters: [...TERMS.clusters] },
    granted: { ...TERMS, clusters: [...TERMS.clusters] },
    grantedBy: 'consent',
    differences: [],
    parties: [{ name: 'Countersign', type: 'DATA_RECIPIENT' }],
    partyCount: 1,
    resources: accounts.map(({ accountId }) => ({
      resourceType: 'ACCOUNT',
      resourceId: accountId,
      clusters: [...TERMS.clusters],
    })),
    accounts,
    money: sumMoney(accounts),
    unreadableAccounts: 0,
    areAccountsCut: false,
    access: 'held',
    agreedAtMs: grantedAtMs - MINUTE_MS,
    disclosed: null,
    withheld: [],
    notRead: null,
    stopRefused: null,
    stopReport: null,
    raw: lengthsOf(fakeRecords(consentId)),
    ...change,
  };
}

/** A term of which less was granted, unless told otherwise. */
export function fakeDifference(
  change: Partial<ConsentDifference> & Pick<ConsentDifference, 'what'>,
): ConsentDifference {
  const nothing = { cluster: null, resourceType: null, share: null, requested: null, granted: null };
  return { ...nothing, direction: 'narrower', ...change };
}

/** A consent of which the person switched one item off at the bank, and of which the bank shortened the time. */
export function narrowedConsent(nowMs: number): ConsentDetail {
  const requested = ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'CUSTOMER_CONTACT'];
  const granted = ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'];
  const cluster = 'CUSTOMER_CONTACT';
  return fakeConsent(nowMs, {
    clusters: granted,
    requested: { ...TERMS, clusters: requested },
    granted: { ...TERMS, durationDays: 30, clusters: granted },
    differences: [
      fakeDifference({ what: 'cluster', cluster, resourceType: 'CUSTOMER', requested: cluster }),
      fakeDifference({ what: 'durationPeriod', requested: '90', granted: '30' }),
    ],
  });
}

/** A consent that the person has stopped. */
export function stoppedConsent(nowMs: number): ConsentDetail {
  return fakeConsent(nowMs, {
    connectionId: 'connection-2',
    purpose: 'income-check',
    status: 'REVOKED',
    access: 'not-held',
    updatedAtMs: nowMs - DAY_MS,
    stoppedAtMs: nowMs - DAY_MS,
    readAtMs: nowMs - 19 * DAY_MS,
    expiresAtMs: nowMs + 6 * DAY_MS,
  });
}
