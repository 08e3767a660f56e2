import { join } from 'node:path';

import type { Topic } from '../preload/contract/ipc-contract';
import { APP_ORIGIN, registerAppScheme, serveAppPages } from './electron/app-scheme';
import { dataProcess } from './electron/data-process';
import { noticeTo, serveIpc } from './electron/ipc-server';
import { systemKeychain } from './electron/keychain';
import * as lifecycle from './electron/lifecycle';
import { lockDown } from './electron/lock-down';
import { logFile } from './electron/log-file';
import { sandboxProcess } from './electron/sandbox-process';
import { onPlaced, openWindow, showWindow } from './electron/window';
import { createDeepLinks } from './links/deep-links';
import { createComebacks } from './ports/comeback';
import { firstPicture } from './store/first-picture';

let mainWindow: ReturnType<typeof openWindow> | null = null;
const changed = (topic: Topic) => noticeTo(mainWindow, topic);
const showMain = () => (mainWindow === null ? undefined : showWindow(mainWindow));
const links = createDeepLinks();
const comebacks = createComebacks();
const fromOutside = (texts: readonly string[]) => {
  links.take(texts);
  showMain();
};

lockDown();
registerAppScheme();
if (lifecycle.isOnlyInstance(fromOutside)) {
  const where = lifecycle.folders(join(import.meta.dirname, '..'));
  lifecycle.onReady(() => start(where), logFile(where.logFile));
}

async function start(where: lifecycle.Folders): Promise<void> {
  let pageIsOnItsWay: () => void = () => undefined;
  const pageServed = new Promise<void>((resolve) => {
    pageIsOnItsWay = resolve;
  });
  serveAppPages(join(where.built, 'renderer'), pageIsOnItsWay);
  const { theme, place } = firstPicture(where);
  lifecycle.applyTheme({ theme });
  const developmentUrl = lifecycle.developmentUrl();
  const window = openWindow({
    preload: join(where.built, 'preload', 'index.cjs'),
    startUrl: developmentUrl ?? `${APP_ORIGIN}/index.html`,
    place,
  });
  mainWindow = window;
  window.on('focus', () => comebacks.tell({ kind: 'focus' }));

  // Main has one thread, and the page comes first. What answers it is loaded while the page starts;
  // its first question waits for that.
  const bank = sandboxProcess(join(where.built, 'sandbox', 'index.js'), where.bank);
  const operations = (developmentUrl === null ? pageServed : Promise.resolve()).then(() =>
    openOperations(where, bank.start),
  );
  serveIpc({
    window,
    appOrigin: developmentUrl === null ? APP_ORIGIN : new URL(developmentUrl).origin,
    answer: async (operation, input) => (await operations).answer(operation, input),
  });
  onPlaced(window, (now) => void operations.then(({ moved }) => moved(now)));
  lifecycle.onQuit(async () => {
    pageIsOnItsWay(); // a window that was closed before its page came must not be waited for
    await operations.then(({ close }) => close());
    bank.stop();
  });
  await operations;
}

async function openOperations(
  where: lifecycle.Folders,
  startBank: ReturnType<typeof sandboxProcess>['start'],
) {
  const operations = await import('./open-operations');
  return operations.openOperations({
    dataFolder: where.data,
    keychain: systemKeychain(),
    startBank,
    data: dataProcess(join(where.built, 'data', 'index.js')),
    links,
    claimLinks: lifecycle.claimLinks,
    changed,
    reportUnexpected: logFile(where.logFile),
    appVersion: lifecycle.appVersion(),
    clipboard: lifecycle.systemClipboard,
    lateEdges: async () =>
      (await import('./electron/late-edges')).lateEdges({
        mainWindow: () => mainWindow,
        showMain,
        onSiteClosed: (providerId) => comebacks.tell({ kind: 'site-closed', providerId }),
      }),
    onResume: lifecycle.systemResume(),
    resolveProxy: lifecycle.systemProxy(),
    environment: process.env,
    onComeback: comebacks.onComeback,
    preferencesPath: where.preferences,
    windowPath: where.window,
    onPreferences: lifecycle.applyTheme,
  });
}
