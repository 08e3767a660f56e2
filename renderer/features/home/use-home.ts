import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { type ReadingState, useReading, useReadings } from '../../data/use-reading';

/** Whether some of the money at home is made up, because it comes from the sandbox bank. */
export function useHasMadeUpMoney(): boolean {
  const list = useReading('listConsents', {});
  const ids = list.phase === 'loaded' ? list.value.map(({ providerId }) => providerId) : [];
  const providers = useReadings(
    'getProvider',
    [...new Set(ids)].map((providerId) => ({ providerId })),
  );
  return providers.some((provider) => provider.phase === 'loaded' && provider.value.isSandbox);
}

/** Every consent with its accounts. One that cannot be read is left out here; its own page says why. */
export function useHome(): ReadingState<readonly ConsentDetail[]> {
  const list = useReading('listConsents', {});
  const consents = list.phase === 'loaded' ? list.value : [];
  const details = useReadings(
    'getConsent',
    consents.map(({ connectionId }) => ({ connectionId })),
  );
  if (list.phase !== 'loaded') return list;
  if (details.some(({ phase }) => phase === 'loading')) return { phase: 'loading' };
  return {
    phase: 'loaded',
    value: details.flatMap((detail) => (detail.phase === 'loaded' ? [detail.value] : [])),
  };
}
