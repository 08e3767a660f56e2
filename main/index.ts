import { join } from 'node:path';

import type { Operations, Topic } from '../preload/contract/ipc-contract';
import type { Services } from './composition';
import { APP_ORIGIN, registerAppScheme, serveAppPages } from './electron/app-scheme';
import { noticeTo, serveIpc } from './electron/ipc-server';
import { systemKeychain } from './electron/keychain';
import {
  appVersion,
  applyTheme,
  copyText,
  developmentUrl,
  folders,
  isOnlyInstance,
  onQuit,
  onReady,
} from './electron/lifecycle';
import type { Folders } from './electron/lifecycle';
import { lockDown } from './electron/lock-down';
import { logFile } from './electron/log-file';
import { sandboxProcess } from './electron/sandbox-process';
import { userAgent } from './electron/user-agent';
import { openWindow, showWindow } from './electron/window';
import type { MainWindow } from './electron/window';
import type { ReportUnexpected } from './ipc/answer';
import { deferredOperations } from './ipc/deferred-operations';
import { openPreferences } from './store/preferences-store';

let mainWindow: MainWindow | null = null;
const changed = (topic: Topic) => noticeTo(mainWindow, topic);
const showMain = () => (mainWindow === null ? undefined : showWindow(mainWindow));

lockDown();
registerAppScheme();
if (isOnlyInstance(showMain)) {
  const where = folders(join(import.meta.dirname, '..'));
  const report = logFile(where.logFile);
  onReady(() => start(where, report), report);
}

async function start(where: Folders, report: ReportUnexpected): Promise<void> {
  const preferences = await openPreferences(join(where.data, 'preferences.json'), Date.now());
  applyTheme(preferences.get());
  serveAppPages(join(where.built, 'renderer'));
  const page = developmentUrl();
  const window = openWindow(join(where.built, 'preload', 'index.cjs'), page ?? `${APP_ORIGIN}/index.html`);
  mainWindow = window;

  // The window loads while the rest is read and opened.
  const bank = sandboxProcess(join(where.built, 'sandbox', 'index.js'), where.bank);
  const services = openServices(where, bank, report);
  const handlers = services.then(async (ready): Promise<Operations> => {
    const { createHandlers } = await import('./handlers');
    const context = { services: ready, appVersion: appVersion(), preferences, copyText, changed };
    return createHandlers({ ...context, onPreferences: applyTheme });
  });
  // Said once here; every question of the window is then answered with a reference to it.
  handlers.catch(report);
  const appOrigin = page === null ? APP_ORIGIN : new URL(page).origin;
  serveIpc({ handlers: deferredOperations(handlers), window, appOrigin, reportUnexpected: report });
  onQuit(async () => {
    await services.then((ready) => ready.close()).catch(report);
    bank.stop();
  });
}

async function openServices(
  where: Folders,
  bank: ReturnType<typeof sandboxProcess>,
  reportUnexpected: ReportUnexpected,
): Promise<Services> {
  const { compose } = await import('./composition');
  return compose({
    dataFolder: where.data,
    keychain: systemKeychain(),
    startBank: bank.start,
    userAgent: userAgent(showMain),
    changed,
    reportUnexpected,
  });
}
