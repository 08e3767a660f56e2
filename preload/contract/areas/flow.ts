import { z } from 'zod';

import { authorizationDetails } from '../authorization-details';
import { done, id } from '../basic-shapes';
import { disclosure } from '../consent-shapes';
import { flowView } from '../flow-shapes';
import { PURPOSE_IDS } from '../purposes';

/** From the click on the review step to the consent. */
export const flowContract = {
  /** Sends the consent request and opens the bank page. Only the person's click on the review step calls this. */
  startFlow: {
    input: z.strictObject({
      providerId: id,
      purpose: z.enum(PURPOSE_IDS),
      authorizationDetails,
      /** What the review showed, to be kept as it was shown. */
      disclosed: disclosure.optional(),
    }),
    output: flowView,
  },
  getFlow: { input: z.strictObject({ flowId: id }), output: flowView },
  cancelFlow: { input: z.strictObject({ flowId: id }), output: flowView },
  reopenBankPage: { input: z.strictObject({ flowId: id }), output: done },
  /** Takes the address that the browser could not open, in place of the browser. */
  pasteCallback: {
    input: z.strictObject({ flowId: id, address: z.string().min(1).max(8192) }),
    output: done,
  },
} as const;
