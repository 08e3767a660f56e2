import { ok } from '../../preload/contract/result';
import type { UserAgent } from '../flows/run-flow';
import { createBankWindow } from './bank-window';
import type { BankWindow } from './bank-window';
import { openInBrowser } from './system-browser';

/**
 * Takes the person to their bank: in the system browser, or, for a profile that pins the certificate of
 * the sandbox bank, in a window of its own.
 *
 * @param onClosed brings the main window to the front again
 * @see RFC 8252 section 4.1
 */
export function userAgent(onClosed: () => void): UserAgent {
  let bank: BankWindow | null = null;
  return {
    open: async (profile, page) => {
      const { userAgent: kind, pinnedCertificateSha256, name } = profile;
      if (kind === 'system-browser' || pinnedCertificateSha256 === null) return openInBrowser(page);
      bank ??= createBankWindow({ bankName: name, certificateSha256: pinnedCertificateSha256 });
      bank.open(page);
      return ok(null);
    },
    close: () => {
      bank?.close();
      bank = null;
      onClosed();
    },
  };
}
