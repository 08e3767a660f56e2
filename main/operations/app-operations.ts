import type { Preferences } from '../../preload/contract/app-shapes';
import type { Operations } from '../../preload/contract/ipc-contract';
import { ok } from '../../preload/contract/result';
import type { Clipboard } from '../ports/clipboard';
import { movedAsideNotices } from '../store/moved-aside-notices';
import type { MovedAside, SettingsFile } from '../store/document';
import type { Stores } from '../stores';

/** The operations that wait for the stores alone. */
export type AppOperation = 'getStartState' | 'setPreferences' | 'dismissNotice' | 'copyText';

/** What the operations on the app itself need. */
export interface AppOperationsDeps {
  readonly services: Stores;
  readonly appVersion: string;
  readonly preferences: SettingsFile<Preferences>;
  /** The files of the window's own settings that could not be read; null stands for one that could. */
  readonly movedAside: ReadonlyArray<MovedAside | null>;
  readonly onPreferences: (preferences: Preferences) => void;
  readonly clipboard: Clipboard;
}

/** The operations on the app itself: what it starts with, preferences, notices, the clipboard. */
export function appOperations(context: AppOperationsDeps): Pick<Operations, AppOperation> {
  const { services, preferences } = context;
  const { vault, connections } = services;
  let notices = [...services.notices, ...movedAsideNotices(context.movedAside)];
  return {
    getStartState: async () =>
      ok({
        appVersion: context.appVersion,
        preferences: preferences.get(),
        secrets: vault.state(),
        hasUnsavedSecrets: vault.hasUnsaved(),
        notices,
        consentCount: connections.list().length,
      }),
    setPreferences: async (chosen) => {
      const saved = await preferences.update(() => chosen);
      if (saved.ok) context.onPreferences(saved.value);
      return saved;
    },
    dismissNotice: async ({ noticeId }) => {
      notices = notices.filter((notice) => notice.noticeId !== noticeId);
      if (vault.state().kind === 'lost') vault.acknowledgeLoss();
      const { rememberWarning } = await import('../credentials/credential-view');
      await rememberWarning(services.credentialDeps, noticeId);
      return ok({});
    },
    copyText: async ({ text }) => {
      context.clipboard.write(text);
      return ok({});
    },
  };
}
