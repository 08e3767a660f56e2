import { z } from 'zod';

import { done, id, nothing } from '../basic-shapes';
import { credentialSummary, importView, NEW_KEY_KINDS } from '../credential-shapes';

/** Keys with their certificates, and the import of those made elsewhere. */
export const credentialsContract = {
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
} as const;
