import type { ConsentStatus } from '../../preload/contract/consent-shapes';
import { StatusBadge } from '../ui/StatusBadge';
import { Phrased } from '../ui/words';
import { viewConsentStatus } from './consent-status';

/** The status of a consent, as the provider last said it. */
export function ConsentStatusBadge({ status }: { readonly status: ConsentStatus }) {
  const { tone, word } = viewConsentStatus(status);
  return (
    <StatusBadge tone={tone}>
      <Phrased phrase={word} />
    </StatusBadge>
  );
}
