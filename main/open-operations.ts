import type { Preferences } from '../preload/contract/app-shapes';
import type { Operation } from '../preload/contract/ipc-contract';
import { compose } from './composition';
import { createHandlers } from './handlers';
import { answer } from './ipc/answer';
import type { ChosenFiles } from './ports/chosen-files';
import type { Clipboard } from './ports/clipboard';
import type { ProxySource, ResolveProxy } from './ports/proxy';
import type { SheetPrinter } from './ports/sheet-printer';
import type { Platform } from './services';
import { openPreferences } from './store/settings-file';
import type { WindowPlace } from './store/window-place';
import { openWindowState } from './store/window-state';

export interface OperationsPlatform extends Omit<Platform, 'proxies'> {
  readonly resolveProxy: ResolveProxy;
  /** Environment variables, which may name a proxy. */
  readonly environment: ProxySource['environment'];
  readonly preferencesPath: string;
  /** The file of the window's place. */
  readonly windowPath: string;
  readonly appVersion: string;
  readonly clipboard: Clipboard;
  readonly files: ChosenFiles;
  readonly printer: SheetPrinter;
  /** Hears the person's choices at start, and each time they change. */
  readonly onPreferences: (preferences: Preferences) => void;
}

/** Everything behind the window's questions, ready to answer. */
export interface OpenedOperations {
  readonly answer: (operation: Operation, input: unknown) => Promise<unknown>;
  /** Hears where the window is, to remember it. */
  readonly moved: (place: WindowPlace) => void;
  readonly close: () => Promise<void>;
}

/** Opens the stores and the vault, and binds the operations to them. */
export async function openOperations(platform: OperationsPlatform): Promise<OpenedOperations> {
  const { appVersion, clipboard, files, printer, onPreferences, changed, reportUnexpected } = platform;
  const nowMs = Date.now();
  const preferences = await openPreferences(platform.preferencesPath, nowMs);
  onPreferences(preferences.get());
  const windowState = await openWindowState({ path: platform.windowPath, nowMs, reportUnexpected });
  const movedAside = [preferences.movedAside, windowState.movedAside];
  const proxies: ProxySource = {
    choice: () => preferences.get().proxy,
    system: platform.resolveProxy,
    environment: platform.environment,
  };
  const services = await compose({ ...platform, proxies });
  const own = { preferences, movedAside, onPreferences, appVersion, clipboard, files, printer, changed };
  const handlers = createHandlers({ services, ...own });
  return {
    answer: (operation, input) => answer(operation, input, handlers, reportUnexpected),
    moved: windowState.moved,
    close: async () => {
      await Promise.all([services.close(), windowState.close()]);
    },
  };
}
