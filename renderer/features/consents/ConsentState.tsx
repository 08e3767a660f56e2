import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { ConsentStatusBadge } from '../../parts/ConsentStatusBadge';
import { Instant } from '../../ui/Instant';
import { Words } from '../../ui/words';

/** The status with what a person asks next: until when, and how fresh is this. */
export function ConsentState({ detail }: { readonly detail: ConsentDetail }) {
  const { status, statusSaid, expiresAtMs, readAtMs } = detail;
  return (
    <span className="consent-state">
      <ConsentStatusBadge status={status} />
      {status !== 'OTHER' || statusSaid === null ? null : (
        <span>
          <Words id="consents.status.said" values={{ status: statusSaid }} />
        </span>
      )}
      {status !== 'ACTIVE' || expiresAtMs === null ? null : (
        <span>
          <Words
            id="consents.detail.ends-when"
            values={{ when: <Instant atMs={expiresAtMs} style="relative" /> }}
          />
        </span>
      )}
      {readAtMs === null ? null : (
        <span>
          <Words
            id="consents.detail.read-when"
            values={{ when: <Instant atMs={readAtMs} style="relative" /> }}
          />
        </span>
      )}
    </span>
  );
}
