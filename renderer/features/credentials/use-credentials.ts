import { useState } from 'react';

import type { CredentialSummary, NewKeyKind } from '../../../preload/contract/credential-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import type { Phrase } from '../../ui/words';

/** A dialog over the page, and the key that it is about. */
export type CredentialDialog =
  | { readonly kind: 'make' }
  | { readonly kind: 'import' }
  | { readonly kind: 'set' | 'delete' | 'replace'; readonly credential: CredentialSummary }
  | {
      readonly kind: 'switch';
      readonly credential: CredentialSummary;
      /** Who knows this installation by the key that is replaced. */
      readonly oldUsers: CredentialSummary['usedBy'];
    };

/** What a person can do with the keys. */
export function useCredentials() {
  const [dialog, setDialog] = useState<CredentialDialog | null>(null);
  const [news, setNews] = useState<Phrase | null>(null);
  const finish = (done: Phrase) => {
    setDialog(null);
    setNews(done);
  };
  const make = useAction<CredentialSummary>(({ name }) => finish({ id: 'keys.done.made', values: { name } }));
  const replace = useAction<CredentialSummary>(() => finish({ id: 'keys.done.replaced' }));
  const change = useAction<unknown>(() => finish({ id: 'keys.done.switched' }));
  // A provider that took the key meanwhile: the list shows it by then, and the dialog says why it stays.
  const remove = useAction<Output<'deleteCredential'>>(({ usedBy }) => {
    if (usedBy.length === 0) finish({ id: 'keys.done.deleted' });
  });

  return {
    dialog,
    news,
    open: (next: CredentialDialog) => {
      for (const action of [make, replace, change, remove]) action.reset();
      setNews(null);
      setDialog(next);
    },
    close: () => setDialog(null),
    imported: (name: string) => finish({ id: 'keys.done.imported', values: { name } }),
    makeState: make.state,
    make: (kind: NewKeyKind, name: string) =>
      make.start(() => window.bridge.createCredential({ kind, name })),
    replaceState: replace.state,
    replace: (credentialId: string, kind: NewKeyKind) =>
      replace.start(() => window.bridge.replaceCredential({ credentialId, kind })),
    switchState: change.state,
    switchTo: (credentialId: string) => change.start(() => window.bridge.switchCredential({ credentialId })),
    deleteState: remove.state,
    delete: (credentialId: string) => remove.start(() => window.bridge.deleteCredential({ credentialId })),
  };
}

export type Credentials = ReturnType<typeof useCredentials>;
