import { useEffect, useState } from 'react';

import type { CredentialSummary, ImportView } from '../../../preload/contract/credential-shapes';
import { runOperation } from '../../data/run-operation';
import { useAction } from '../../data/use-action';

/** One import, from the first file to the kept key. What was added is forgotten with the dialog. */
export function useImport(onImported: (name: string) => void) {
  const [view, setView] = useState<ImportView | null>(null);
  const look = useAction<ImportView>(setView);
  const keep = useAction<CredentialSummary>(({ name }) => onImported(name));
  useEffect(() => () => void runOperation(() => window.bridge.dropImport({})), []);
  const hasCertificate = (view?.certificate ?? null) !== null;
  const failed = [look.state, keep.state].find(({ phase }) => phase === 'failed');

  return {
    view,
    isBusy: look.state.phase === 'running' || keep.state.phase === 'running',
    failure: failed?.phase === 'failed' ? failed.failure : null,
    isReady: hasCertificate && view?.hasKey === true && view.needs === null && view.refusal === null,
    add: (from: 'files' | 'clipboard') => look.start(() => window.bridge.addToImport({ from })),
    open: (passphrase: string) => look.start(() => window.bridge.openImport({ passphrase })),
    keep: () => keep.start(() => window.bridge.keepImport({})),
  };
}

export type Import = ReturnType<typeof useImport>;
