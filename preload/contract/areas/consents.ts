import { z } from 'zod';

import { done, id, nothing } from '../basic-shapes';
import { consentDetail, consentSummary } from '../consent-shapes';

/** The consents that were given. */
export const consentsContract = {
  listConsents: { input: nothing, output: z.array(consentSummary) },
  getConsent: { input: z.strictObject({ connectionId: id }), output: consentDetail },
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
