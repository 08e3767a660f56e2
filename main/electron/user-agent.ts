import { ok } from '../../preload/contract/result';
import type { UserAgent } from '../ports/user-agent';
import type { ProviderProfile } from '../records/provider-profile';
import { type BankWindow, type BankWindowOptions, createBankWindow } from './bank-window';
import { openInBrowser } from './system-browser';

/**
 * Takes the person to their bank: in the system browser, or, for a profile that pins the certificate of
 * the sandbox bank, in a window of its own.
 *
 * @param onClosed brings the main window to the front again
 * @see RFC 8252 section 4.1
 */
export function userAgent(onClosed: () => void): UserAgent {
  // Two windows: the end of a flow must not close the page on which the person is stopping something,
  // nor that page take the place of the flow's.
  let ofFlow: BankWindow | null = null;
  let ofSite: BankWindow | null = null;
  return {
    open: async (profile, page) => {
      const options = bankWindowOptions(profile);
      if (options === null) return openInBrowser(page);
      ofFlow ??= createBankWindow(options);
      ofFlow.open(page);
      return ok(null);
    },
    openSite: async (profile, page) => {
      const options = bankWindowOptions(profile);
      if (options === null) return openInBrowser(page);
      ofSite?.close();
      ofSite = createBankWindow(options);
      ofSite.open(page);
      return ok(null);
    },
    close: () => {
      ofFlow?.close();
      ofFlow = null;
      onClosed();
    },
  };
}

/** Null for a bank that belongs in the person's own browser. */
function bankWindowOptions(profile: ProviderProfile): BankWindowOptions | null {
  const { userAgent: kind, pinnedCertificateSha256: certificateSha256, name: bankName } = profile;
  return kind === 'system-browser' || certificateSha256 === null ? null : { bankName, certificateSha256 };
}
