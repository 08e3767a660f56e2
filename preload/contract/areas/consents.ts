import { z } from 'zod';

import { done, id, nothing } from '../basic-shapes';
import { accountRows, consentDetail, consentSummary, home, rawRecord, rawText } from '../consent-shapes';

/** The consents that were given. */
export const consentsContract = {
  listConsents: { input: nothing, output: z.array(consentSummary) },
  getConsent: { input: z.strictObject({ connectionId: id }), output: consentDetail },
  /** More accounts of a consent, from a place on. `ownOnly`: those that Home shows with no consent before it. */
  listAccounts: {
    input: z.strictObject({ connectionId: id, at: z.int().min(0).max(10_000_000), ownOnly: z.boolean() }),
    output: accountRows,
  },
  /** The text of one record. */
  readRawText: { input: z.strictObject({ connectionId: id, record: rawRecord }), output: rawText },
  /** The money of all consents, each account counted once. */
  getHome: { input: nothing, output: home },
  /** Reads the consent and the accounts again from the provider. */
  readConsentAgain: { input: z.strictObject({ connectionId: id }), output: consentDetail },
  /** Ends the consent: FDX revocation, then RFC 7009 for both tokens, then the tokens here. */
  revokeConsent: {
    input: z.strictObject({ connectionId: id }),
    output: z.strictObject({
      /** Whether the provider itself said that the consent has ended. */
      confirmedByProvider: z.boolean(),
      detail: consentDetail,
    }),
  },
  /**
   * Forgets a consent on this computer only: one that has ended, whose access is not held any more, or that the
   * provider would not let be stopped.
   */
  forgetConsent: { input: z.strictObject({ connectionId: id }), output: done },
} as const;
