import type { Preferences } from '../preload/contract/app-shapes';
import type { Operation, Operations } from '../preload/contract/ipc-contract';
import { OPERATIONS } from '../preload/contract/operations';
import type { LateEdges } from './electron/late-edges';
import { answer } from './ipc/answer';
import { type AppOperation, appOperations } from './operations/app-operations';
import type { Clipboard } from './ports/clipboard';
import type { OnComeback } from './ports/comeback';
import type { ProxySource, ResolveProxy } from './ports/proxy';
import { onTheClock, type Schedule } from './ports/schedule';
import type { Platform } from './services';
import type { SettingsFile } from './store/document';
import { openPreferences } from './store/settings-file';
import type { WindowPlace } from './store/window-place';
import { openWindowState } from './store/window-state';
import { openStores, type Stores } from './stores';

export interface OperationsPlatform extends Omit<Platform, keyof LateEdges | 'proxies'> {
  readonly resolveProxy: ResolveProxy;
  /** Environment variables, which may name a proxy. */
  readonly environment: ProxySource['environment'];
  readonly preferencesPath: string;
  /** The file of the window's place. */
  readonly windowPath: string;
  readonly appVersion: string;
  readonly clipboard: Clipboard;
  /** Hears when the person comes back to the window. */
  readonly onComeback: OnComeback;
  /** Loads what is used only after a click. */
  readonly lateEdges: () => Promise<LateEdges>;
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

/** How long after its first answer main leaves the machine to the window, in milliseconds. */
const FIRST_PICTURE_MS = 500;

/**
 * Opens the stores, with which the window's first question is answered. Everything else - flows, connections, OAuth and
 * the operations over them - is loaded and composed after the first picture, or at the first question that needs it.
 */
export async function openOperations(
  platform: OperationsPlatform,
  schedule: Schedule = onTheClock,
): Promise<OpenedOperations> {
  const { appVersion, clipboard, onPreferences, reportUnexpected } = platform;
  const nowMs = Date.now();
  const preferences = await openPreferences(platform.preferencesPath, nowMs);
  onPreferences(preferences.get());
  const windowState = await openWindowState({ path: platform.windowPath, nowMs, reportUnexpected });
  const movedAside = [preferences.movedAside, windowState.movedAside];
  const stores = await openStores(platform);
  const own = { onPreferences, appVersion, clipboard };
  const appHandlers = appOperations({ services: stores, preferences, movedAside, ...own });

  let composing: Promise<Composed> | null = null;
  const composed = () =>
    (composing ??= composeRest({ ...platform, proxies: proxiesOf(platform, preferences) }, stores));
  const handlers = { ...lateHandlers(composed), ...appHandlers };
  let callOff: (() => void) | null = null;
  return {
    answer: async (operation, input) => {
      const reply = await answer(operation, input, handlers, reportUnexpected);
      callOff ??= schedule(() => void composed().catch(reportUnexpected), FIRST_PICTURE_MS);
      return reply;
    },
    moved: windowState.moved,
    close: async () => {
      callOff?.();
      const closed = composing === null ? stores.close() : composing.then(({ close }) => close());
      await Promise.all([closed, windowState.close()]);
    },
  };
}

interface Composed {
  readonly handlers: Omit<Operations, AppOperation>;
  readonly close: () => Promise<void>;
}

function proxiesOf(platform: OperationsPlatform, preferences: SettingsFile<Preferences>): ProxySource {
  const { resolveProxy: system, environment } = platform;
  return { choice: () => preferences.get().proxy, system, environment };
}

/** The services with the operations over them, and what looks after consents by itself when the person comes back. */
async function composeRest(
  platform: OperationsPlatform & Pick<Platform, 'proxies'>,
  stores: Stores,
): Promise<Composed> {
  const [{ compose }, { createHandlers }, { lookWhenBack }, edges] = await Promise.all([
    import('./composition'),
    import('./handlers'),
    import('./connections/look-again'),
    platform.lateEdges(),
  ]);
  let hasBankStarted = false;
  const startBank = () => {
    hasBankStarted = true;
    return platform.startBank();
  };
  const services = compose({ ...platform, ...edges, startBank }, stores);
  const { changed, reportUnexpected } = platform;
  // Nobody who only comes back to the window wants the sandbox bank to be started for it.
  const isThere = (providerId: string) =>
    services.profiles.get(providerId)?.origin !== 'app' || hasBankStarted;
  const looking = { ...services, tokens: services.vault.tokens, changed, isThere, reportUnexpected };
  const stopLooking = lookWhenBack(platform.onComeback, looking);
  return {
    handlers: createHandlers({ ...platform, ...edges, services }),
    close: () => {
      stopLooking();
      return services.close();
    },
  };
}

/** Handlers that wait for what they call. */
function lateHandlers(composed: () => Promise<Composed>): Operations {
  const late = async (operation: Operation, input: never) => {
    const { handlers } = await composed();
    return handlers[operation as keyof typeof handlers](input);
  };
  return Object.fromEntries(
    OPERATIONS.map((operation) => [operation, (input: never) => late(operation, input)]),
  ) as unknown as Operations;
}
