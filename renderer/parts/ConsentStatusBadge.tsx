import type { ConsentStatus } from '../../preload/contract/consent-shapes';
import { type BadgeTone, StatusBadge } from '../ui/StatusBadge';
import { Words } from '../ui/words';

const TONES = {
  ACTIVE: 'good',
  EXPIRED: 'over',
  REVOKED: 'stopped',
  OTHER: 'look',
  UNREAD: 'look',
  UNKNOWN: 'look',
} as const satisfies Record<ConsentStatus, BadgeTone>;

/** The status of a consent, as the provider last said it. */
export function ConsentStatusBadge({ status }: { readonly status: ConsentStatus }) {
  return (
    <StatusBadge tone={TONES[status]}>
      <Words id={`consents.status.${status}`} />
    </StatusBadge>
  );
}
