import type { Preferences } from '../preload/contract/app-shapes';
import type { Operation } from '../preload/contract/ipc-contract';
import { compose } from './composition';
import { createHandlers } from './handlers';
import { answer } from './ipc/answer';
import type { ChosenFiles } from './ports/chosen-files';
import type { Clipboard } from './ports/clipboard';
import type { SheetPrinter } from './ports/sheet-printer';
import type { Platform } from './services';
import { openPreferences } from './store/preferences-store';

export interface OperationsPlatform extends Platform {
  readonly preferencesPath: string;
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
  readonly close: () => Promise<void>;
}

/** Opens the stores and the vault, and binds the operations to them. */
export async function openOperations(platform: OperationsPlatform): Promise<OpenedOperations> {
  const preferences = await openPreferences(platform.preferencesPath, Date.now());
  platform.onPreferences(preferences.get());
  const services = await compose(platform);
  const { appVersion, clipboard, files, printer, onPreferences, changed, reportUnexpected } = platform;
  const context = { services, preferences, appVersion, clipboard, files, printer, onPreferences, changed };
  const handlers = createHandlers(context);
  return {
    answer: (operation, input) => answer(operation, input, handlers, reportUnexpected),
    close: services.close,
  };
}
