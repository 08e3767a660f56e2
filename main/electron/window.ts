import { app, BrowserWindow, nativeTheme } from 'electron';

/** Fixed by design; an end-to-end test reads them back from the running window. */
export const WEB_PREFERENCES = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false, // account names must not reach a remote dictionary
});

/** The paper colours of the two themes, so that no white flash comes before the page. */
const PAPER = { light: '#FBFAF7', dark: '#14171A' } as const;

/** Opens the main window, at once and in the colour of its paper: what is on it comes as soon as it is there. */
export function openWindow(preload: string, startUrl: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Countersign',
    width: 1100,
    height: 760,
    minWidth: 480,
    minHeight: 360,
    autoHideMenuBar: true,
    backgroundColor: paper(),
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  // The app is its main window: a bank window that is still open goes with it.
  window.on('closed', () => app.quit());
  nativeTheme.on('updated', () => window.isDestroyed() || window.setBackgroundColor(paper()));
  void window.loadURL(startUrl);
  return window;
}

/** How long a page of ours may take to be complete, in milliseconds. */
const PAGE_TIMEOUT_MS = 20_000;

/**
 * Opens a page of ours out of sight, with no bridge, to be printed. Whoever opens it destroys it.
 *
 * @returns once the page has set its title, by which it says that it is complete
 * @throws Error when it never does, which is our own bug
 */
export async function openHiddenPage(url: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({ show: false, webPreferences: WEB_PREFERENCES });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('a page of ours was never complete')), PAGE_TIMEOUT_MS);
      window.webContents.on('page-title-updated', (_event, _title, isSetByPage) => {
        if (!isSetByPage) return; // Chromium names a page after its address first
        clearTimeout(timer);
        resolve();
      });
      window.loadURL(url).catch(reject);
    });
    return window;
  } catch (cause) {
    window.destroy();
    throw cause;
  }
}

/** Brings a window to the front, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}
