import type { ConsentStatus } from '../../preload/contract/consent-shapes';
import { viewConsentStatus } from './consent-status';
import { StatusBadge } from './StatusBadge';
import { Phrased } from './words';

/** The status of a consent, as the provider last said it. */
export function ConsentStatusBadge({ status }: { readonly status: ConsentStatus }) {
  const { tone, word } = viewConsentStatus(status);
  return (
    <StatusBadge tone={tone}>
      <Phrased phrase={word} />
    </StatusBadge>
  );
}
