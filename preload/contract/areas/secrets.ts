import { z } from 'zod';

import { secretsState } from '../app-shapes';
import { done, nothing } from '../basic-shapes';

/** How keys and access are kept on this computer. */
export const secretsContract = {
  /** Chooses a passphrase that seals what the keychain would have sealed. At least 8 characters. */
  setPassphrase: { input: z.strictObject({ passphrase: z.string().min(8).max(1024) }), output: secretsState },
  unlockVault: { input: z.strictObject({ passphrase: z.string().min(1).max(1024) }), output: secretsState },
  /** For a forgotten passphrase: keeps the locked file under another name, and begins with no keys and no access. */
  startVaultAfresh: { input: nothing, output: secretsState },
  /** Tries once more to save what the disk has refused. */
  saveSecrets: { input: nothing, output: done },
} as const;
