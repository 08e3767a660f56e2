import { useEffect, useState } from 'react';

import { runOperation } from '../data/run-operation';
import { type ActionState, useAction } from '../data/use-action';

/** Keys or access that the disk has refused, and the way to try once more. */
export interface UnsavedSecrets {
  /** `saved`: there were some, and they are safe now. */
  readonly state: 'none' | 'unsaved' | 'saved';
  readonly saving: ActionState;
  readonly saveNow: () => void;
  readonly dismiss: () => void;
}

/** Follows whether everything secret is on disk. Without the query library: it is in the first chunk. */
export function useUnsavedSecrets(atStart: boolean): UnsavedSecrets {
  const [state, setState] = useState<UnsavedSecrets['state']>(atStart ? 'unsaved' : 'none');
  const { state: saving, start, reset } = useAction<object>(() => undefined);

  useEffect(
    () =>
      window.bridge.onChanged((topic) => {
        if (topic !== 'secrets') return;
        void runOperation(() => window.bridge.getStartState({})).then((reply) => {
          if (!reply.ok) return;
          const { hasUnsavedSecrets } = reply.value;
          setState((before) => (hasUnsavedSecrets ? 'unsaved' : before === 'none' ? 'none' : 'saved'));
          if (!hasUnsavedSecrets) reset();
        });
      }),
    [reset],
  );

  return {
    state,
    saving,
    saveNow: () => start(() => window.bridge.saveSecrets({})),
    dismiss: () => setState('none'),
  };
}
