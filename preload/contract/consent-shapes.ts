import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';
import { DURATION_TYPES } from './consent-vocabulary';
import { failureShape } from './failure-shape';
import { PURPOSE_IDS } from './purposes';
import { FEW_ROWS, MAX_ROWS } from './row-limits';

/**
 * What the provider says the consent is; anything it says beyond the three of FDX is OTHER and not active. UNREAD: it
 * was granted and has never been read, so nobody here knows more of it. UNKNOWN: it was read, and does not say.
 */
const consentStatus = z.enum(['ACTIVE', 'EXPIRED', 'REVOKED', 'OTHER', 'UNREAD', 'UNKNOWN']);

/** When a consent ends, and who says so. `atMs`: epoch milliseconds, UTC. */
const consentEnd = z.discriminatedUnion('kind', [
  /** The provider named the moment. */
  z.strictObject({ kind: z.literal('said'), atMs: epochMs }),
  /** It follows from when the consent was made and how long it lasts. */
  z.strictObject({ kind: z.literal('derived'), atMs: epochMs }),
  /** It has none: it lasts until somebody stops it. */
  z.strictObject({ kind: z.literal('open') }),
  /** The provider wrote something that is no moment, such as a date alone. */
  z.strictObject({ kind: z.literal('unreadable'), said: foreignText(40).nullable() }),
  z.strictObject({ kind: z.literal('unsaid') }),
]);

/** Exact decimal in `currency`, for example "-12.30". A string, because doubles lose cents. */
const money = z.strictObject({
  amount: z
    .string()
    .max(2000)
    .regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().regex(/^[A-Z]{3}$/), // ISO 4217
});

/** Whether the balance is the person's money or a debt. Other: it could not be told. */
const balanceSide = z.enum(['asset', 'liability', 'other']);

/** A balance that came and can't be shown as money. */
const unshownBalance = z.strictObject({
  /** `amount`: it is no number. `currency`: the provider's name for it is no ISO 4217 code. `error`: in its place. */
  why: z.enum(['amount', 'no-currency', 'currency', 'error']),
  /** The exact decimal, where it could be read. */
  amount: money.shape.amount.nullable(),
  /** The provider's own text: the amount, the currency or the error. */
  said: foreignText(200).nullable(),
});

export const accountSummary = z.strictObject({
  accountId: foreignText(256),
  /** The person's own name for it, else the product's. */
  name: foreignText(200),
  productName: foreignText(200).nullable(),
  /** Masked, for example "••••4821". */
  numberDisplay: foreignText(40).nullable(),
  /** FDX `accountType`, an open list, for example "CHECKING". */
  accountType: foreignText(64).nullable(),
  accountCategory: foreignText(64).nullable(),
  status: foreignText(64).nullable(),
  /** Null where none came, or what came is in `unshownBalance`. */
  balance: money.nullable(),
  unshownBalance: unshownBalance.nullable(),
  balanceSide,
  /** When the balance was true: epoch milliseconds, UTC. Null where the provider did not say it. */
  balanceAsOfMs: epochMs.nullable(),
  /** What the provider wrote there, where it is no moment, such as a date alone. */
  balanceAsOfSaid: foreignText(40).nullable(),
});

/** What is had and owed in one currency; null where no account says so. */
const moneyTotal = z.strictObject({
  currency: money.shape.currency,
  has: money.nullable(),
  owes: money.nullable(),
});

/** The sums of some accounts, all of them counted. */
const moneySums = z.strictObject({
  totals: z.array(moneyTotal),
  /** How many accounts have a balance that is in no sum, because its currency, amount or side is not known. */
  leftOut: z.int().min(0),
});

/**
 * One term that is not known to be as it was asked for. Values are as on the wire. `unsaid`: the provider left it open,
 * so nobody knows whether it is the same.
 */
const consentDifference = z.strictObject({
  what: z.enum(['durationType', 'durationPeriod', 'lookbackPeriod', 'cluster', 'expirationTime', 'scope']),
  /** For `what: 'cluster'`, its name, and the type of the resources that it is of, where one was named. */
  cluster: z.string().max(64).nullable(),
  resourceType: z.string().max(64).nullable(),
  /** For a cluster that some resources of the type have: how many of how many. */
  share: z.strictObject({ granted: z.int().min(1), total: z.int().min(2) }).nullable(),
  requested: z.string().max(128).nullable(),
  granted: z.string().max(128).nullable(),
  direction: z.enum(['narrower', 'wider', 'different', 'unsaid']),
});

const terms = z.strictObject({
  durationType: z.enum(DURATION_TYPES).nullable(),
  /** The provider's own kind of duration, where it is none of FDX's. */
  durationSaid: foreignText(64).nullable(),
  durationDays: z.int().nullable(),
  lookbackDays: z.int().nullable(),
  /** Cluster names in reading order; unknown ones are opaque. */
  clusters: z.array(z.string().max(64)),
});

export const consentSummary = z.strictObject({
  connectionId: id,
  providerId: id,
  providerName: foreignText(120),
  purpose: z.enum(PURPOSE_IDS),
  status: consentStatus,
  clusters: z.array(z.string().max(64)),
  /** How many accounts came; null while none have been read. */
  accountCount: z.int().min(0).nullable(),
  createdAtMs: epochMs.nullable(),
  /** The moment of `end`; null where there is none, or none that is known. */
  expiresAtMs: epochMs.nullable(),
  end: consentEnd,
  /** When Countersign last read what is shown of it from the provider; null when it never did. */
  readAtMs: epochMs.nullable(),
});

/** What a person read before they agreed: question and answers, word for word. */
export const disclosure = z
  .array(
    z.strictObject({
      question: z.string().max(200),
      answers: z.array(z.string().max(1000)).max(60),
      isList: z.boolean(),
    }),
  )
  .max(20);

/**
 * What became of one token of a consent that was stopped. `not-confirmed`: the provider was told and did not say yes;
 * `not-offered`: it has no place to be told at; `none`: there was no such token.
 */
const tokenEnd = z.enum(['revoked', 'not-confirmed', 'not-offered', 'none']);

/** What the provider confirmed when the person stopped a consent, part by part. */
export const stopReport = z.strictObject({
  /** `no-access`: the tokens opened nothing any more, so it could not be told. */
  consent: z.enum(['ended', 'not-named', 'not-offered', 'no-access', 'not-confirmed']),
  refreshToken: tokenEnd,
  accessToken: tokenEnd,
});

/** That something could not be done, why, and when that was. */
export const failedAttempt = z.strictObject({ atMs: epochMs, failure: failureShape });

export const consentDetail = z.strictObject({
  ...consentSummary.shape,
  providerHost: foreignText(255),
  /** The provider's id of the consent; empty where it gave none, and the consent can't be read from it. */
  consentId: foreignText(256),
  updatedAtMs: epochMs.nullable(),
  /** The provider's own word for the status, where it is none of FDX's. */
  statusSaid: foreignText(64).nullable(),
  /** When the person stopped it from here; null while they have not. */
  stoppedAtMs: epochMs.nullable(),
  /** When Countersign saw that it had ended at the provider; null while it has not. It ended some time before. */
  seenEndedAtMs: epochMs.nullable(),
  requested: terms,
  granted: terms,
  /** Who said what was granted: the consent itself, the token answer, its scopes alone, or nobody. */
  grantedBy: z.enum(['consent', 'token', 'scopes', 'nobody']),
  /**
   * Every term that is not known to be the same: what is not in here, the provider said, and it is as asked for.
   * Nothing of the terms where nobody said anything.
   */
  differences: z.array(consentDifference),
  /** Non-end-user parties as the provider names them, the first of them. */
  parties: z
    .array(z.strictObject({ name: foreignText(200), type: foreignText(64).nullable() }))
    .max(MAX_ROWS),
  partyCount: z.int().min(0),
  /** What the provider gave access to, the first of it. */
  resources: z
    .array(
      z.strictObject({
        resourceType: foreignText(64),
        resourceId: foreignText(256),
        clusters: z.array(z.string().max(64)),
      }),
    )
    .max(MAX_ROWS),
  /** The first accounts; {@link accountRows} has the others. */
  accounts: z.array(accountSummary).max(MAX_ROWS),
  money: moneySums,
  /** Entries of the provider's list that name no account and are not shown. */
  unreadableAccounts: z.int().min(0),
  /** Whether tokens for it are held now: without a keychain they end with the app. */
  access: z.enum(['held', 'not-held']),
  /** When the person agreed in the review step: epoch milliseconds, UTC. */
  agreedAtMs: epochMs,
  /** What they read there, as it was shown; null for consents of before it was kept. */
  disclosed: disclosure.nullable(),
  /** Accounts that the same person is known to have here and that this consent does not cover. */
  withheld: z.array(z.strictObject({ name: foreignText(200), numberDisplay: foreignText(40).nullable() })),
  /** Why the last reading failed; null when it did not. */
  notRead: failedAttempt.nullable(),
  /** Why it could not be stopped; it may then be forgotten unstopped. Null when nobody tried in vain. */
  stopRefused: failedAttempt.nullable(),
  /** What the provider confirmed when it was stopped from here; null when it was not. */
  stopReport: stopReport.nullable(),
  /** How long each record is, in characters; null where there is none. */
  raw: z.strictObject({
    consent: z.int().min(0).nullable(),
    requested: z.int().min(0).nullable(),
    token: z.int().min(0).nullable(),
    accounts: z.int().min(0).nullable(),
  }),
  /** The provider's list of accounts was longer than is kept. */
  areAccountsCut: z.boolean(),
});

/** The records of a consent that can be looked at. */
export const rawRecord = z.enum(['consent', 'requested', 'token', 'accounts']);

/** Pretty-printed JSON, secrets and account numbers masked. `isCut`: it goes on after that. */
export const rawText = z.strictObject({ text: z.string(), isCut: z.boolean() });

/** Some of a consent's accounts, in the provider's order. */
export const accountRows = z.strictObject({
  rows: z.array(accountSummary).max(MAX_ROWS),
  total: z.int().min(0),
});

/** All consents by what came with them: active ones first, and the freshest before the older. */
export const home = z.strictObject({
  money: moneySums,
  consents: z.array(
    z.strictObject({
      ...consentSummary.shape,
      /** The first accounts that no consent before it has shown. */
      accounts: z.array(accountSummary).max(FEW_ROWS),
      /** How many there are of those. */
      ownCount: z.int().min(0),
    }),
  ),
});

export type Home = z.infer<typeof home>;
export type AccountSummary = z.infer<typeof accountSummary>;
export type ConsentStatus = z.infer<typeof consentStatus>;
export type ConsentDifference = z.infer<typeof consentDifference>;
export type ConsentSummary = z.infer<typeof consentSummary>;
export type ConsentDetail = z.infer<typeof consentDetail>;
export type Disclosure = z.infer<typeof disclosure>;
export type StopReport = z.infer<typeof stopReport>;
export type Money = z.infer<typeof money>;
export type ConsentEnd = z.infer<typeof consentEnd>;
export type UnshownBalance = z.infer<typeof unshownBalance>;
export type MoneyTotal = z.infer<typeof moneyTotal>;
export type MoneySums = z.infer<typeof moneySums>;
export type RawRecord = z.infer<typeof rawRecord>;
