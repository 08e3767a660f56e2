import { X509Certificate } from 'node:crypto';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { isCertificate, readPem } from '../security/pem';

/**
 * Checks that the authority of a profile is one or more certificates. TLS would ignore what it cannot read,
 * and the person would only see that no connection can be made. The connections read it in the same way.
 *
 * @see RFC 7468 section 5.1
 */
export function checkAuthority(caPem: string | null): Result<null, Failure> {
  if (caPem === null) return ok(null);
  const blocks = readPem(caPem);
  if (blocks.length === 0 || !blocks.every(isCertificate)) return fail({ kind: 'authority-unreadable' });
  try {
    for (const { der } of blocks) new X509Certificate(der);
    return ok(null);
  } catch {
    return fail({ kind: 'authority-unreadable' }); // the parser's reason is a code of the TLS library
  }
}
