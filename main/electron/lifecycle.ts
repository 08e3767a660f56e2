import { join } from 'node:path';
import { app, clipboard, nativeTheme } from 'electron';

import type { Preferences } from '../../preload/contract/app-shapes';
import type { Clipboard } from '../operations/app-operations';

export interface Folders {
  /** The app's own folder. */
  readonly data: string;
  readonly preferences: string;
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
    bank: join(userData, 'sandbox-bank'),
    built,
    logFile: join(userData, 'logs', 'countersign.log'),
  };
}

/** Whether this is the only Countersign of this person; a second one hands over to the first and ends. */
export function isOnlyInstance(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  // What the second one was started with is ignored: no argument starts anything.
  app.on('second-instance', onSecond);
  return true;
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
