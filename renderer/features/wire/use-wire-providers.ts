import { useReading, useReadings } from '../../data/use-reading';

/** A provider that there are exchanges with. */
export interface WireProvider {
  readonly providerId: string;
  readonly name: string;
}

const ALL = { flowId: null, connectionId: null, providerId: null, search: '' };

/** The providers that something went to in this session, by name; one that was deleted since is left out. */
export function useWireProviders(): readonly WireProvider[] {
  const list = useReading('listExchanges', ALL);
  const exchanges = list.phase === 'loaded' ? list.value.exchanges : [];
  const ids = [...new Set(exchanges.flatMap(({ providerId }) => providerId ?? []))];
  const providers = useReadings(
    'getProvider',
    ids.map((providerId) => ({ providerId })),
  );
  return providers.flatMap((provider) =>
    provider.phase === 'loaded' ? [{ providerId: provider.value.providerId, name: provider.value.name }] : [],
  );
}
