import { z } from 'zod';

import { authorizationDetails } from '../../preload/contract/authorization-details';
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
  /** When the consent was last read from the provider, or the tokens came if it never was. */
  readAtMs: epochMs,
  /** When the person stopped it from here; null while they have not. */
  stoppedAtMs: epochMs.nullable(),
  /**
   * That and when it was seen from here to have ended at the provider. The provider no longer shows such a
   * consent, so its own text still has it active. Null while that was not seen.
   */
  seenEnded: z
    .strictObject({ how: z.enum(['expired', 'revoked']), atMs: epochMs })
    .nullable()
    .default(null), // records of before this was kept have none
});

export type ConnectionRecord = z.infer<typeof connectionRecord>;
