import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session, type WebContents, WebContentsView } from 'electron';

import { bankBarQuery } from '../../preload/contract/bank-bar';
import { type CertificatePin, isPinned, mayBankWindowShow } from '../security/bank-window-rules';
import { fitInto } from '../store/window-place';
import { APP_ORIGIN } from './app-scheme';
import { allowOwnNavigationRule, refusePermissions } from './lock-down';
import { screens, WEB_PREFERENCES } from './window';

/** Height of the bar with the bank's address, in CSS pixels. */
const BAR_HEIGHT = 40;

export interface BankWindow {
  /** Shows the page in the window that is open, or in a new one. */
  readonly open: (page: URL) => void;
  readonly close: () => void;
}

export interface BankWindowOptions {
  readonly bankName: string;
  /** SHA-256 of the bank's certificate, lower-case hex. No other certificate is accepted. */
  readonly certificateSha256: string;
  /** Hears when the window was closed, by the person or by us. */
  readonly onClosed?: () => void;
}

/**
 * A window for the sandbox bank's pages: it forgets everything when it closes, has no bridge, trusts one
 * certificate, and goes nowhere but to the bank and back to the loopback listener. A bar above the page,
 * which the page cannot reach, shows its address. Real banks are opened in the system browser instead.
 *
 * @see RFC 8252 section 8.12 (why nobody else's bank is shown here)
 */
export function createBankWindow(options: BankWindowOptions): BankWindow {
  let window: BrowserWindow | null = null;
  return {
    open: (page) => {
      if (window !== null && !window.isDestroyed()) window.destroy();
      window = newWindow(page, options);
    },
    close: () => {
      if (window !== null && !window.isDestroyed()) window.close();
      window = null;
    },
  };
}

function newWindow(page: URL, options: BankWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: options.bankName,
    ...fitInto(screens()[0].workArea, { width: 720, height: 800 }),
    minWidth: 360,
    minHeight: 320,
    autoHideMenuBar: true,
    webPreferences: WEB_PREFERENCES,
  });
  const query = bankBarQuery({ ...options, origin: page.origin });
  void window.loadURL(`${APP_ORIGIN}/bank-bar/bank-bar.html?${query}`);

  const view = bankView(page, options);
  window.contentView.addChildView(view);
  const fit = () => {
    const { width, height } = window.getContentBounds();
    view.setBounds({ x: 0, y: BAR_HEIGHT, width, height: Math.max(0, height - BAR_HEIGHT) });
  };
  fit();
  window.on('resize', fit);
  const contents = view.webContents;
  window.on('focus', () => contents.focus());
  // The view does not go with its window by itself, nor the window with its view.
  window.once('closed', () => contents.isDestroyed() || contents.close());
  window.once('closed', () => options.onClosed?.());
  contents.once('destroyed', () => window.isDestroyed() || window.close());
  void contents.loadURL(page.href);
  contents.focus();
  return window;
}

function bankView(page: URL, { certificateSha256 }: BankWindowOptions): WebContentsView {
  const ownSession = session.fromPartition(`bank-${randomUUID()}`); // without `persist:`: memory only
  refusePermissions(ownSession);
  pinCertificate(ownSession, { hostname: page.hostname, certificateSha256 });
  const view = new WebContentsView({ webPreferences: { ...WEB_PREFERENCES, session: ownSession } });
  keepInside(view.webContents, page.origin);
  return view;
}

function pinCertificate(target: Session, pin: CertificatePin): void {
  // 0 accepts, -2 refuses.
  target.setCertificateVerifyProc((request, decide) => decide(isPinned(request, pin) ? 0 : -2));
}

function keepInside(contents: WebContents, bankOrigin: string): void {
  allowOwnNavigationRule(contents);
  contents.on('will-frame-navigate', (event) => {
    if (!mayBankWindowShow(event.url, bankOrigin)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayBankWindowShow(event.url, bankOrigin)) event.preventDefault();
  });
}
