import { z } from 'zod';

import { authorizationDetails } from '../../preload/contract/authorization-details';
import { disclosure, failedAttempt, stopReport } from '../../preload/contract/consent-shapes';
import { PURPOSE_IDS } from '../../preload/contract/purposes';

const epochMs = z.int().min(0);

/**
 * What is kept of one consent grant, apart from its tokens. The provider's answers are kept as the
 * text that was received, so that what is shown can always be derived again from what was sent.
 */
export const connectionRecord = z.strictObject({
  connectionId: z.string().min(1).max(128),
  providerId: z.string().min(1).max(128),
  providerName: z.string().min(1).max(120),
  purpose: z.enum(PURPOSE_IDS),
  /** When the person agreed in the review step. */
  agreedAtMs: epochMs,
  requested: authorizationDetails,
  /** The scopes that were asked for, space-delimited; null in a file from before they were kept. */
  requestedScope: z.string().nullable().default(null),
  /** The provider's id of the consent; null where its token answer named none, so that it can't be asked for it. */
  consentId: z.string().min(1).max(256).nullable(),
  /** The token answer with `•••` for its secrets. */
  maskedToken: z.record(z.string(), z.unknown()),
  /** The consent as received; null until it has been read once. */
  consentText: z.string().nullable(),
  /** The accounts as received, the first page where there are several; null until they have been read once. */
  accountsText: z.string().nullable(),
  /** Further pages of the accounts, as received; none in a file from before they were read. */
  moreAccountsTexts: z.array(z.string()).default([]),
  /** The provider's list of accounts was longer than is kept; what is here is its beginning. */
  areAccountsCut: z.boolean().default(false),
  /**
   * When what is kept was read from the provider, all of it: a reading that failed half-way does not make old accounts
   * new. When the tokens came, if nothing was ever read.
   */
  readAtMs: epochMs,
  /** When the person stopped it from here; null while they have not. */
  stoppedAtMs: epochMs.nullable(),
  /**
   * That and when it was seen from here to have ended at the provider. The provider no longer shows such a
   * consent, so its own text still has it active. Null while that was not seen.
   */
  seenEnded: z
    .strictObject({ how: z.enum(['expired', 'revoked', 'gone']), atMs: epochMs })
    .nullable()
    .default(null), // records of before this was kept have none
  /** Why the last reading failed, and when; null once one has succeeded. */
  notRead: failedAttempt.nullable().default(null),
  /** Why the last stop failed, and when; null while none did. Such a consent may be forgotten unstopped. */
  stopRefused: failedAttempt.nullable().default(null),
  /** What the provider confirmed when the person stopped it; null while they have not, or did before it was kept. */
  stopReport: stopReport.nullable().default(null),
  /** What the person read when they agreed, word for word; null in records of before this was kept. */
  disclosed: disclosure.nullable().default(null),
});

export type ConnectionRecord = z.infer<typeof connectionRecord>;
