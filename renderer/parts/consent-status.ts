import type { ConsentStatus } from '../../preload/contract/consent-shapes';
import type { BadgeTone } from '../ui/StatusBadge';
import type { Phrase } from '../ui/words';

const TONES = {
  ACTIVE: 'good',
  EXPIRED: 'over',
  REVOKED: 'stopped',
  OTHER: 'look',
} as const satisfies Record<ConsentStatus, BadgeTone>;

/** The status of a consent as a word and a tone. */
export function viewConsentStatus(status: ConsentStatus): {
  readonly tone: BadgeTone;
  readonly word: Phrase;
} {
  return { tone: TONES[status], word: { id: `consents.status.${status}` } };
}
