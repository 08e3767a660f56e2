import type { Failure } from '../../preload/contract/failure';
import type { Operations } from '../../preload/contract/ipc-contract';
import { ok, type Result } from '../../preload/contract/result';
import type { Services } from '../services';

/** What the operations on the vault need. */
export interface SecretsOperationsDeps {
  readonly services: Pick<Services, 'vault'>;
  readonly changed: (topic: 'consents' | 'secrets') => void;
}

/** The operations on the vault itself: its passphrase, its loss, and what the disk refused of it. */
export function secretsOperations({
  services: { vault },
  changed,
}: SecretsOperationsDeps): Pick<
  Operations,
  'setPassphrase' | 'unlockVault' | 'startVaultAfresh' | 'saveSecrets'
> {
  const stateAfter = (done: Result<null, Failure>) => {
    if (!done.ok) return done;
    changed('secrets');
    changed('consents'); // whether access to them is held goes with the vault
    return ok(vault.state());
  };
  return {
    setPassphrase: async ({ passphrase }) => stateAfter(await vault.setPassphrase(passphrase)),
    unlockVault: async ({ passphrase }) => stateAfter(await vault.unlock(passphrase)),
    startVaultAfresh: async () => stateAfter(await vault.startAfresh()),
    saveSecrets: async () => {
      const saved = await vault.flush();
      return saved.ok ? ok({}) : saved;
    },
  };
}
