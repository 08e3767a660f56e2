import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';

import { allowOwnNavigationRule, refusePermissions } from './lock-down';
import { WEB_PREFERENCES } from './window';

export interface BankWindow {
  /** Shows the page in the window that is open, or in a new one. */
  readonly open: (page: URL) => void;
  readonly close: () => void;
}

export interface BankWindowOptions {
  readonly bankName: string;
  /** SHA-256 of the bank's certificate, lower-case hex. No other certificate is accepted. */
  readonly certificateSha256: string;
}

/**
 * A window for the sandbox bank's pages: it forgets everything when it closes, has no bridge, trusts one
 * certificate, and goes nowhere but to the bank and back to the loopback listener. Real banks are
 * opened in the system browser instead.
 *
 * @see RFC 8252 section 8.12 (why nobody else's bank is shown here)
 */
export function createBankWindow(options: BankWindowOptions): BankWindow {
  let window: BrowserWindow | null = null;
  return {
    open: (page) => {
      if (window === null || window.isDestroyed()) window = newWindow(page, options);
      void window.loadURL(page.href);
      window.show();
      window.focus();
    },
    close: () => {
      if (window !== null && !window.isDestroyed()) window.close();
      window = null;
    },
  };
}

function newWindow(page: URL, { bankName, certificateSha256 }: BankWindowOptions): BrowserWindow {
  const ownSession = session.fromPartition(`bank-${randomUUID()}`); // without `persist:`: memory only
  refusePermissions(ownSession);
  pinCertificate(ownSession, page.hostname, certificateSha256);
  const window = new BrowserWindow({
    width: 720,
    height: 780,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, session: ownSession },
  });
  // The address in the title bar, where the page cannot write.
  const fingerprint = certificateSha256.slice(0, 8).toUpperCase();
  window.setTitle(`${page.origin} \u2014 ${bankName}, certificate ${fingerprint}\u2026`);
  window.on('page-title-updated', (event) => event.preventDefault());
  keepInside(window, page.origin);
  return window;
}

function pinCertificate(target: Session, hostname: string, certificateSha256: string): void {
  const pinned = `sha256/${Buffer.from(certificateSha256, 'hex').toString('base64')}`;
  target.setCertificateVerifyProc((request, decide) => {
    // 0 accepts, -2 refuses.
    decide(request.hostname === hostname && request.certificate.fingerprint === pinned ? 0 : -2);
  });
}

function keepInside(window: BrowserWindow, bankOrigin: string): void {
  const { webContents } = window;
  allowOwnNavigationRule(webContents);
  const isAllowed = (url: string) =>
    URL.canParse(url) &&
    (new URL(url).origin === bankOrigin || /^http:\/\/127\.0\.0\.1:\d+$/.test(new URL(url).origin));
  webContents.on('will-frame-navigate', (event) => {
    if (!isAllowed(event.url)) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => {
    if (!isAllowed(event.url)) event.preventDefault();
  });
}
