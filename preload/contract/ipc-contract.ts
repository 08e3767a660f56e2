import { z } from 'zod';

import { preferences, providerSummary, secretsState, startNotice } from './app-shapes';
import { authorizationDetails } from './authorization-details';
import { consentDetail, consentSummary, foreignText, id } from './consent-shapes';
import { credentialSummary, importView, NEW_KEY_KINDS } from './credential-shapes';
import type { Failure } from './failure';
import { flowView } from './flow-shapes';
import { issuerAddress } from './issuer-address';
import { providerFindings } from './provider-offer';
import { keyChoice, providerDetail, providerDraft } from './provider-shapes';
import { PURPOSE_IDS } from './purposes';
import type { Result } from './result';
import { exchangeChoice, exchangeDetail, exchangeList, savedFile, trace, wireFilter } from './wire-shapes';

/** A name for a file that every system takes, without a folder. */
const fileName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u);

const nothing = z.strictObject({});
const done = z.strictObject({});

/**
 * Everything the window may ask of the main process, one entry per operation.
 *
 * An operation has the same name here, in the preload bridge, in the handler table
 * and in the hook that calls it, so searching for the name finds the whole path.
 * Both directions are strict: an unknown input key is refused, and an unknown output
 * key is a bug that stops the reply, so a token cannot ride along by accident.
 */
export const ipcContract = {
  /** What the window needs to draw its first picture. */
  getStartState: {
    input: nothing,
    output: z.strictObject({
      appVersion: z.string(),
      preferences,
      secrets: secretsState,
      /** Whether keys or access are held that the disk has refused: they are lost if the app ends now. */
      hasUnsavedSecrets: z.boolean(),
      /** What happened at start that the person should know: files moved aside, a flow that was cut off. */
      notices: z.array(startNotice),
      consentCount: z.int(),
    }),
  },
  setPreferences: { input: preferences, output: preferences },
  /** The person has read a start notice. */
  dismissNotice: { input: z.strictObject({ noticeId: id }), output: done },

  /** Chooses a passphrase that seals what the keychain would have sealed. At least 8 characters. */
  setPassphrase: { input: z.strictObject({ passphrase: z.string().min(8).max(1024) }), output: secretsState },
  unlockVault: { input: z.strictObject({ passphrase: z.string().min(1).max(1024) }), output: secretsState },
  /** For a forgotten passphrase: keeps the locked file under another name, and begins with no keys and no access. */
  startVaultAfresh: { input: nothing, output: secretsState },

  /** Tries once more to save what the disk has refused. */
  saveSecrets: { input: nothing, output: done },

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
    input: z.strictObject({ providerId: id.nullable(), draft: providerDraft, key: keyChoice }),
    output: providerSummary,
  },
  /** Keeps a copy under another name, with the same key and the same client id. */
  duplicateProvider: {
    input: z.strictObject({ providerId: id, name: providerDraft.shape.name }),
    output: providerSummary,
  },
  /** Registers this installation where the provider has a registration endpoint. @see RFC 7591 section 3 */
  registerProvider: { input: z.strictObject({ providerId: id }), output: providerDetail },
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

  /** Sends the consent request and opens the bank page. Only the person's click on the review step calls this. */
  startFlow: {
    input: z.strictObject({ providerId: id, purpose: z.enum(PURPOSE_IDS), authorizationDetails }),
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

  listConsents: { input: nothing, output: z.array(consentSummary) },
  getConsent: { input: z.strictObject({ connectionId: id }), output: consentDetail },
  /** Reads the consent and the accounts again from the provider. */
  readConsentAgain: { input: z.strictObject({ connectionId: id }), output: consentDetail },
  /** Ends the consent: FDX revocation, then RFC 7009, then the tokens here. */
  revokeConsent: {
    input: z.strictObject({ connectionId: id }),
    output: z.strictObject({
      /** Whether the provider itself said that the consent has ended. */
      confirmedByProvider: z.boolean(),
      detail: consentDetail,
    }),
  },
  /** Forgets a consent that has ended, or whose access is not held any more, on this computer only. */
  forgetConsent: { input: z.strictObject({ connectionId: id }), output: done },
  /** Puts text that the person asked to copy on the clipboard. */
  copyText: { input: z.strictObject({ text: foreignText(2_000_000) }), output: done },

  /** What went over the wire in this session, secrets masked. */
  listExchanges: { input: wireFilter, output: exchangeList },
  getExchange: { input: z.strictObject({ exchangeId: id }), output: exchangeDetail },
  /** The true value of one field of one exchange. Private keys have none. */
  revealWireField: {
    input: z.strictObject({ exchangeId: id, fieldId: foreignText(600) }),
    output: z.strictObject({ value: foreignText(4_000_000) }),
  },
  copyExchangeAsCurl: { input: z.strictObject({ exchangeId: id }), output: done },
  /** Asks where to, and writes the exchanges as HAR 1.2. */
  saveHar: { input: exchangeChoice, output: savedFile },
  saveTrace: { input: exchangeChoice, output: savedFile },
  /** Asks for a trace that was saved here or elsewhere. Nothing of it is kept; null when the person chose none. */
  openTrace: { input: nothing, output: z.strictObject({ trace: trace.nullable() }) },

  listCredentials: { input: nothing, output: z.array(credentialSummary) },
  /** Makes a key pair with its certificate. RSA 4096 may take some seconds. */
  createCredential: {
    input: z.strictObject({ kind: z.enum(NEW_KEY_KINDS), name: z.string().trim().min(1).max(64) }),
    output: credentialSummary,
  },
  /** Deletes a credential, unless a provider profile uses it. */
  deleteCredential: {
    input: z.strictObject({ credentialId: id }),
    output: z.strictObject({ usedBy: credentialSummary.shape.usedBy }),
  },
  /** The public JWKS to register: the credential, and the one that is to replace it. */
  getKeySet: {
    input: z.strictObject({ credentialId: id }),
    output: z.strictObject({ json: z.string().max(200_000) }),
  },
  saveKeySet: {
    input: z.strictObject({ credentialId: id }),
    output: z.strictObject({ isSaved: z.boolean() }),
  },
  /** Makes a credential beside the old one; both are in the JWKS until the switch. */
  replaceCredential: {
    input: z.strictObject({ credentialId: id, kind: z.enum(NEW_KEY_KINDS) }),
    output: credentialSummary,
  },
  /** Lets every provider profile of the old credential use the new one, and deletes the old one. */
  switchCredential: { input: z.strictObject({ credentialId: id }), output: done },
  /** Adds files that the person picks, or what is on the clipboard, to the import. Main reads both: no key passes the window. */
  addToImport: { input: z.strictObject({ from: z.enum(['files', 'clipboard']) }), output: importView },
  openImport: { input: z.strictObject({ passphrase: z.string().max(1024) }), output: importView },
  keepImport: { input: nothing, output: credentialSummary },
  dropImport: { input: nothing, output: done },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Operation = keyof typeof ipcContract;
export type Input<Op extends Operation> = z.infer<(typeof ipcContract)[Op]['input']>;
export type Output<Op extends Operation> = z.infer<(typeof ipcContract)[Op]['output']>;
export type Reply<Op extends Operation> = Result<Output<Op>, Failure>;

/** What main implements and what the preload forwards: one function per operation. */
export type Operations = { readonly [Op in Operation]: (input: Input<Op>) => Promise<Reply<Op>> };

/** What may have changed. A notice carries no data: the window asks again. */
export const TOPICS = ['flow', 'consents', 'secrets', 'wire', 'providers', 'credentials'] as const;
export type Topic = (typeof TOPICS)[number];

/** What the preload exposes as `window.bridge`, and what a test fakes. */
export type Bridge = Operations & {
  /** Calls the listener whenever something of a topic changed; returns how to stop that. */
  readonly onChanged: (listener: (topic: Topic) => void) => () => void;
};
