import { z } from 'zod';

import { epochMs, foreignText, id } from './basic-shapes';
import { DURATION_TYPES } from './consent-vocabulary';
import { failureShape } from './failure-shape';
import { PURPOSE_IDS } from './purposes';

/**
 * What the provider says the consent is; anything it says beyond the three of FDX is OTHER and not active. UNREAD: it
 * was granted and has never been read, so nobody here knows more of it.
 */
const consentStatus = z.enum(['ACTIVE', 'EXPIRED', 'REVOKED', 'OTHER', 'UNREAD']);

/** Exact decimal in `currency`, for example "-12.30". A string, because doubles lose cents. */
const money = z.strictObject({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().regex(/^[A-Z]{3}$/), // ISO 4217
});

/** Whether the balance is the person's money or a debt. Other: it could not be told. */
const balanceSide = z.enum(['asset', 'liability', 'other']);

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
  balance: money.nullable(),
  balanceSide,
  /** When the balance was true: epoch milliseconds, UTC. */
  balanceAsOfMs: epochMs.nullable(),
});

/** Tells how a grant differs from what was asked for. Values are as on the wire. */
const consentDifference = z.strictObject({
  what: z.enum(['durationType', 'durationPeriod', 'lookbackPeriod', 'cluster', 'expirationTime', 'scope']),
  /** For `what: 'cluster'`, its name. */
  cluster: z.string().max(64).nullable(),
  requested: z.string().max(128).nullable(),
  granted: z.string().max(128).nullable(),
  direction: z.enum(['narrower', 'wider', 'different']),
});

const terms = z.strictObject({
  durationType: z.enum(DURATION_TYPES).nullable(),
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
  /** Null while the accounts have never been read. */
  accountCount: z.int().nullable(),
  createdAtMs: epochMs.nullable(),
  expiresAtMs: epochMs.nullable(),
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
  /** When the person stopped it from here; null while they have not. */
  stoppedAtMs: epochMs.nullable(),
  /** When Countersign saw that it had ended at the provider; null while it has not. It ended some time before. */
  seenEndedAtMs: epochMs.nullable(),
  requested: terms,
  granted: terms,
  /** Who said what was granted: the consent itself, the token answer, or nobody, and it is taken to be as asked for. */
  grantedBy: z.enum(['consent', 'token', 'nobody']),
  differences: z.array(consentDifference),
  /** Non-end-user parties as the provider names them. */
  parties: z.array(z.strictObject({ name: foreignText(200), type: foreignText(64).nullable() })),
  resources: z.array(
    z.strictObject({
      resourceType: foreignText(64),
      resourceId: foreignText(256),
      clusters: z.array(z.string().max(64)),
    }),
  ),
  accounts: z.array(accountSummary),
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
  /** Pretty-printed JSON texts, secrets masked. */
  raw: z.strictObject({
    consent: z.string(),
    requested: z.string(),
    token: z.string(),
    accounts: z.string().nullable(),
  }),
});

export type AccountSummary = z.infer<typeof accountSummary>;
export type ConsentStatus = z.infer<typeof consentStatus>;
export type ConsentDifference = z.infer<typeof consentDifference>;
export type ConsentSummary = z.infer<typeof consentSummary>;
export type ConsentDetail = z.infer<typeof consentDetail>;
export type Disclosure = z.infer<typeof disclosure>;
export type StopReport = z.infer<typeof stopReport>;
export type Money = z.infer<typeof money>;
