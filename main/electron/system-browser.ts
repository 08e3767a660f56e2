import { shell } from 'electron';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { browserLink } from '../security/external-links';

/** Opens a page in the person's own browser. The only place that does. @see RFC 8252 section 4.1 */
export async function openInBrowser(page: URL): Promise<Result<null, Failure>> {
  const link = browserLink(page);
  if (link === null) return fail({ kind: 'browser-not-opened' });
  try {
    await shell.openExternal(link);
    return ok(null);
  } catch {
    return fail({ kind: 'browser-not-opened' }); // the system's reason would only repeat the address
  }
}
