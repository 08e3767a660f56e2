import { useState } from 'react';

import { useAction } from '../../data/use-action';

/** What a person can do to a flow that is under way. */
export function useFlowActions(flowId: string) {
  const [wasReopened, setWasReopened] = useState(false);
  const cancel = useAction<unknown>(() => undefined);
  const reopen = useAction<unknown>(() => setWasReopened(true));
  const failed = [cancel.state, reopen.state].find(({ phase }) => phase === 'failed');

  return {
    wasReopened,
    isBusy: cancel.state.phase === 'running' || reopen.state.phase === 'running',
    failure: failed?.phase === 'failed' ? failed.failure : null,
    cancel: () => cancel.start(() => window.bridge.cancelFlow({ flowId })),
    reopen: () => {
      setWasReopened(false);
      reopen.start(() => window.bridge.reopenBankPage({ flowId }));
    },
  };
}
