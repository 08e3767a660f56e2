import { app, BrowserWindow, nativeTheme, screen } from 'electron';

import { fitInto, placeOn, type Screen, type WindowPlace } from '../store/window-place';

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

const USUAL_SIZE = { width: 1100, height: 760 } as const;
const SMALLEST_SIZE = { width: 480, height: 360 } as const;

export interface MainWindowOptions {
  readonly preload: string;
  readonly startUrl: string;
  /** Where it was when the app ended; null where nothing is remembered. */
  readonly place: WindowPlace | null;
}

/**
 * Opens the main window, at once and in the colour of its paper: what is on it comes as soon as it is there. It opens
 * where it was, and never larger than the screen has room for.
 */
export function openWindow({ preload, startUrl, place }: MainWindowOptions): BrowserWindow {
  const bounds = placeOn(screens(), place, USUAL_SIZE);
  const smallest = fitInto(bounds, SMALLEST_SIZE);
  const window = new BrowserWindow({
    title: 'Countersign',
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    autoHideMenuBar: true,
    backgroundColor: paper(),
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  if (place?.isMaximized === true) window.maximize();
  // The app is its main window: a bank window that is still open goes with it.
  window.on('closed', () => app.quit());
  nativeTheme.on('updated', () => window.isDestroyed() || window.setBackgroundColor(paper()));
  void window.loadURL(startUrl);
  return window;
}

/** Tells where the window is, whenever it was moved, and once more before it closes. */
export function onPlaced(window: BrowserWindow, hear: (place: WindowPlace) => void): void {
  const tell = () =>
    hear({
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      displayId: screen.getDisplayMatching(window.getBounds()).id,
    });
  window.on('resize', tell);
  window.on('move', tell);
  window.on('maximize', tell);
  window.on('unmaximize', tell);
  window.on('close', tell);
}

/** The screens that there are, the primary one first. */
export function screens(): readonly [Screen, ...Screen[]] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
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
