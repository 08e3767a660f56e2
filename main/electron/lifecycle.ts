import { join } from 'node:path';
import { app, clipboard, nativeTheme, powerMonitor, session } from 'electron';

import type { Preferences } from '../../preload/contract/app-shapes';
import { PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import type { Clipboard } from '../ports/clipboard';
import type { ResolveProxy } from '../ports/proxy';
import { createResumeSource, type OnResume } from '../ports/resume';

export interface Folders {
  /** The app's own folder. */
  readonly data: string;
  readonly preferences: string;
  /** The file of the main window's place. */
  readonly window: string;
  /** The sandbox bank's own folder; the app never looks into it. */
  readonly bank: string;
  /** Where the built files are. */
  readonly built: string;
  readonly logFile: string;
}

/** Where things are. @param built the folder that holds `main`, `preload`, `renderer` and `sandbox` */
export function folders(built: string): Folders {
  const userData = app.getPath('userData');
  return {
    data: join(userData, 'countersign'),
    preferences: join(userData, 'countersign', 'preferences.json'),
    window: join(userData, 'countersign', 'window.json'),
    bank: join(userData, 'sandbox-bank'),
    built,
    logFile: join(userData, 'logs', 'countersign.log'),
  };
}

/**
 * Whether this is the only Countersign of this person; a second one hands over to the first and ends. What this one was
 * itself started with is never looked at.
 *
 * @param onOutside hears what comes in later: all arguments of a second start, or a link where the system has its own
 *   way of handing one over
 */
export function isOnlyInstance(onOutside: (texts: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, argv) => onOutside(argv));
  // macOS alone, and there also for the link that started the app
  app.on('open-url', (event, link) => {
    event.preventDefault();
    onOutside([link]);
  });
  return true;
}

/** What stands before the link in the command that Windows keeps: after it, nothing is taken for a switch of Chromium. */
const BEFORE_LINK = ['--'];

/**
 * Says whether the system hands links of our scheme to this app. On Windows, where no installer does it, a packaged app
 * says so itself, for this user alone. On macOS and Linux its package says it, and a build that is not packaged has no
 * business to take links away from one that is.
 *
 * @see RFC 8252 section 7.1
 */
export function claimLinks(): boolean {
  const handler = [PRIVATE_USE_SCHEME, process.execPath, BEFORE_LINK] as const;
  if (process.platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient(...handler);
  return app.isDefaultProtocolClient(...handler);
}

/** Runs the start once Electron is ready. Never awaited at top level: a packaged ESM main would hang. */
export function onReady(start: () => Promise<void>, onFailure: (cause: unknown) => void): void {
  void app
    .whenReady()
    .then(start)
    .catch((cause: unknown) => {
      onFailure(cause);
      app.exit(1);
    });
}

/** Ends the app with its last window, once what is under way has been ended. */
export function onQuit(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  // Electron quits on these by itself, until a library listens to them as well and ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/** The theme that the window's style sheets see. */
export function applyTheme({ theme }: Pick<Preferences, 'theme'>): void {
  nativeTheme.themeSource = theme;
}

/**
 * Asks the system, by way of Chromium, which proxy leads to an address. To be called after Electron is ready.
 *
 * Chromium reads the system's settings and runs a PAC script. It fetches one only from this computer, because
 * `lock-down.ts` lets it find no other; where it cannot fetch one, it says DIRECT (ADR 0018).
 *
 * @see https://www.electronjs.org/docs/latest/api/session#sesresolveproxyurl
 */
export function systemProxy(): ResolveProxy {
  return (url) => session.defaultSession.resolveProxy(url);
}

/** The system's clipboard. Later Electron answers with promises. */
export const systemClipboard: Clipboard = {
  write: (text) => void clipboard.writeText(text),
  read: async () => clipboard.readText(),
};

/** The version in package.json. */
export function appVersion(): string {
  return app.getVersion();
}

/** Address of the development server; null in a package and in a built checkout. */
export function developmentUrl(): string | null {
  return app.isPackaged ? null : (process.env['VITE_DEV_SERVER_URL'] ?? null);
}

/** Hears from the system that it has woken up. To be called once, after Electron is ready. */
export function systemResume(): OnResume {
  const { onResume, wake } = createResumeSource();
  powerMonitor.on('resume', wake);
  return onResume;
}
