import { useState } from 'react';

import type { Output } from '../../../preload/contract/ipc-contract';
import type { ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { useAction } from '../../data/use-action';

/** What was saved last. */
export interface SavedFile {
  readonly fileName: string;
  readonly count: number;
}

/** Saves exchanges, and opens what was saved. @param onTrace called with what the person chose to open */
export function useWireFiles(onTrace: (trace: Trace) => void) {
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const save = useAction<SavedFile | null>(setSaved);
  const open = useAction<Output<'openTrace'>>(({ trace }) => (trace === null ? undefined : onTrace(trace)));
  const failed = [save.state, open.state].find((state) => state.phase === 'failed');

  const start = (operation: 'saveHar' | 'saveTrace', exchanges: readonly ExchangeSummary[]) => {
    setSaved(null);
    const exchangeIds = exchanges.map(({ exchangeId }) => exchangeId);
    save.start(async () => {
      const reply = await window.bridge[operation]({ exchangeIds });
      if (!reply.ok) return reply;
      const { fileName } = reply.value;
      return { ok: true, value: fileName === null ? null : { fileName, count: exchangeIds.length } };
    });
  };

  return {
    saved,
    failure: failed?.phase === 'failed' ? failed.failure : null,
    saveHar: (exchanges: readonly ExchangeSummary[]) => start('saveHar', exchanges),
    saveTrace: (exchanges: readonly ExchangeSummary[]) => start('saveTrace', exchanges),
    openTrace: () => open.start(() => window.bridge.openTrace({})),
  };
}
