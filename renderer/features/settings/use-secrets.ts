import { useState } from 'react';

import type { SecretsState } from '../../../preload/contract/app-shapes';
import type { Failure } from '../../../preload/contract/failure';
import { useAction } from '../../data/use-action';
import { type ReadingState, useReading } from '../../data/use-reading';

export interface Secrets {
  readonly state: ReadingState<SecretsState>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** What was done last, to be said on the page. */
  readonly done: 'set' | 'unlocked' | 'afresh' | null;
  readonly setPassphrase: (passphrase: string) => void;
  readonly unlock: (passphrase: string) => void;
  readonly startAfresh: () => void;
}

/** How secrets are kept, and what the person can do about it. */
export function useSecrets(): Secrets {
  const start = useReading('getStartState', {});
  const [done, setDone] = useState<Secrets['done']>(null);
  // Main answers with the new state and also says that it changed; the reading follows the latter.
  const set = useAction<SecretsState>(() => setDone('set'));
  const unlock = useAction<SecretsState>(() => setDone('unlocked'));
  const afresh = useAction<SecretsState>(() => setDone('afresh'));
  const states = [set.state, unlock.state, afresh.state];
  const failed = states.find(({ phase }) => phase === 'failed');

  return {
    state: start.phase === 'loaded' ? { phase: 'loaded', value: start.value.secrets } : start,
    isBusy: states.some(({ phase }) => phase === 'running'),
    failure: failed?.phase === 'failed' ? failed.failure : null,
    done,
    setPassphrase: (passphrase) => set.start(() => window.bridge.setPassphrase({ passphrase })),
    unlock: (passphrase) => unlock.start(() => window.bridge.unlockVault({ passphrase })),
    startAfresh: () => {
      unlock.reset(); // a passphrase that was wrong does not matter any more
      afresh.start(() => window.bridge.startVaultAfresh({}));
    },
  };
}
