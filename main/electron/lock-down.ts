import { app, session, type Session, type WebContents } from 'electron';

/** Web contents that may go somewhere by themselves: the bank window's, which has rules of its own. */
const guests = new WeakSet<WebContents>();

/**
 * Closes every door the app does not use. Call once, before `app.whenReady()`.
 *
 * Each rule below is one item of the Electron security checklist
 * (https://www.electronjs.org/docs/latest/tutorial/security). Rules apply to all web contents,
 * including any that a later change or a bug may create.
 */
export function lockDown(): void {
  // Item 4. Chromium refuses its sandbox to root, who is met in containers and has to say --no-sandbox;
  // enableSandbox() would take that switch away again.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

  // No page of this app is further away than this computer: real banks open in the system browser, and the
  // calls to them are made by Node. So Chromium need not find any other host, for whatever reason it may want one: a spelling
  // dictionary, say, which it fetches for each session in spite of `spellcheck: false`.
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  );

  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents); // item 13
    contents.setWindowOpenHandler(() => ({ action: 'deny' })); // items 14 and 15
    contents.on('will-attach-webview', (event) => event.preventDefault()); // item 12
  });
  // Chromium refuses a certificate that it does not like, and nothing here listens to
  // `certificate-error` to let it through; the bank window's session pins its own.
  app.on('select-client-certificate', (event) => event.preventDefault());

  void app.whenReady().then(() => refusePermissions(session.defaultSession)); // item 5
}

/** Lets these contents navigate by the rule that their own window sets. */
export function allowOwnNavigationRule(contents: WebContents): void {
  guests.add(contents);
}

/** Refuses every permission of a session: request, check and device. */
export function refusePermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
}

function refuseNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!guests.has(contents)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!guests.has(contents)) event.preventDefault();
  });
}
