import { z } from 'zod';

import { providerSummary } from '../app-shapes';
import { done, fileName, id, nothing } from '../basic-shapes';
import { issuerAddress } from '../issuer-address';
import { providerFindings } from '../provider-offer';
import { keyChoice, providerDetail, providerDraft } from '../provider-shapes';

/** Provider profiles, and the sandbox bank as one of them. */
export const providersContract = {
  /** Starts the sandbox bank if it is not running, and registers this installation there. */
  openSandbox: { input: nothing, output: providerSummary },
  getProvider: { input: z.strictObject({ providerId: id }), output: providerSummary },
  /** Opens the bank's own page, on which the person sees what they share, and stops it there. */
  openBankSite: { input: z.strictObject({ providerId: id }), output: done },
  /** The providers that the person added, in the order of their names. */
  listProviders: { input: nothing, output: z.array(providerSummary) },
  getProviderDetail: { input: z.strictObject({ providerId: id }), output: providerDetail },
  /** Reads what a provider says of itself at its well-known addresses. Sends nothing but that question. */
  lookUpProvider: {
    input: providerDraft.pick({ caPem: true, authorizationDetailsType: true }).extend({
      issuer: z
        .string()
        .max(700)
        .refine((typed) => issuerAddress(typed) !== null),
    }),
    output: providerFindings,
  },
  /** Keeps a provider, a new one where the id is null, with the key that the person chose for it. */
  saveProvider: {
    input: z.strictObject({
      providerId: id.nullable(),
      draft: providerDraft,
      key: keyChoice,
      /** The person says that the provider knows this client as the draft has it. */
      isKnownThere: z.boolean().optional(),
    }),
    output: providerSummary,
  },
  /** Keeps a copy under another name, with the same key and the same client id. */
  duplicateProvider: {
    input: z.strictObject({ providerId: id, name: providerDraft.shape.name }),
    output: providerSummary,
  },
  /** Registers this installation where the provider has a registration endpoint. @see RFC 7591 section 3 */
  registerProvider: {
    input: z.strictObject({
      providerId: id,
      /** Lets a client register where not everybody may; used once and not kept. @see RFC 7591 section 3 */
      initialAccessToken: z
        .string()
        .max(4096)
        .regex(/^[A-Za-z0-9\-._~+/]+=*$/)
        .optional(),
    }),
    output: providerDetail,
  },
  /** Lets the person save the registration pack as a sheet for the provider's people. */
  saveRegistrationPdf: {
    input: z.strictObject({ providerId: id, suggestedName: fileName }),
    output: z.strictObject({ isSaved: z.boolean() }),
  },
  /** Lets the person print the same sheet in the system's own dialog. */
  printRegistrationPack: {
    input: z.strictObject({ providerId: id }),
    output: z.strictObject({ isPrinted: z.boolean() }),
  },
  /** Deletes a provider, with its consents, their tokens and the key that was made for it on this computer. */
  deleteProvider: { input: z.strictObject({ providerId: id }), output: done },
  /** Lets the person pick a text file. */
  pickTextFile: { input: nothing, output: z.strictObject({ text: z.string().max(1_000_000).nullable() }) },
  /** Lets the person save a text under a name of their choice. */
  saveTextFile: {
    input: z.strictObject({
      suggestedName: fileName,
      text: z.string().max(2_000_000),
    }),
    output: z.strictObject({ isSaved: z.boolean() }),
  },
} as const;
