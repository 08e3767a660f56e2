import type { Preferences } from '../preload/contract/app-shapes';
import type { Operation } from '../preload/contract/ipc-contract';
import { compose } from './composition';
import { lookWhenBack } from './connections/look-again';
import { createHandlers } from './handlers';
import { answer } from './ipc/answer';
import type { ChosenFiles } from './ports/chosen-files';
import type { Clipboard } from './ports/clipboard';
import type { OnComeback } from './ports/comeback';
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
  /** Hears when the person comes back to the window. */
  readonly onComeback: OnComeback;
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
  const { services, stopLooking } = await openServices(platform, proxies);
  const own = { preferences, movedAside, onPreferences, appVersion, clipboard, files, printer, changed };
  const handlers = createHandlers({ services, ...own });
  return {
    answer: (operation, input) => answer(operation, input, handlers, reportUnexpected),
    moved: windowState.moved,
    close: async () => {
      stopLooking();
      await Promise.all([services.close(), windowState.close()]);
    },
  };
}

/** The services, with what looks after consents by itself when the person comes back. */
async function openServices(platform: OperationsPlatform, proxies: ProxySource) {
  let hasBankStarted = false;
  const startBank = () => {
    hasBankStarted = true;
    return platform.startBank();
  };
  const services = await compose({ ...platform, startBank, proxies });
  const { changed, reportUnexpected } = platform;
  // Nobody who only comes back to the window wants the sandbox bank to be started for it.
  const isThere = (providerId: string) =>
    services.profiles.get(providerId)?.origin !== 'app' || hasBankStarted;
  const looking = { ...services, tokens: services.vault.tokens, changed, isThere, reportUnexpected };
  return { services, stopLooking: lookWhenBack(platform.onComeback, looking) };
}
