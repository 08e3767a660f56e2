import { shell } from 'electron';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { UserAgent } from '../ports/user-agent';
import type { ProviderProfile } from '../records/provider-profile';
import { browserLink } from '../security/addresses';
import { type BankWindow, type BankWindowOptions, createBankWindow } from './bank-window';

/**
 * Takes the person to their bank: in the system browser, or, for a profile that pins the certificate of
 * the sandbox bank, in a window of its own.
 *
 * @param onClosed brings the main window to the front again
 * @param onSiteClosed hears when the window with a bank's own page was closed
 * @see RFC 8252 section 4.1
 */
export function userAgent(onClosed: () => void, onSiteClosed: (providerId: string) => void): UserAgent {
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
      ofSite = createBankWindow({ ...options, onClosed: () => onSiteClosed(profile.providerId) });
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

/** Opens a page in the person's own browser. The only place that does. @see RFC 8252 section 4.1 */
async function openInBrowser(page: URL): Promise<Result<null, Failure>> {
  const link = browserLink(page);
  if (link === null) return fail({ kind: 'browser-not-opened' });
  try {
    await shell.openExternal(link);
    return ok(null);
  } catch {
    return fail({ kind: 'browser-not-opened' }); // the system's reason would only repeat the address
  }
}
