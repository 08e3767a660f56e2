import { useQuery } from '@tanstack/react-query';

import type { ProviderSummary } from '../../preload/contract/app-shapes';
import { readingOptions } from '../data/use-reading';

/** A bank as the window knows it; null until that is known. */
export function useProvider(providerId: string | null): ProviderSummary | null {
  const { data } = useQuery({
    ...readingOptions('getProvider', { providerId: providerId ?? '' }),
    enabled: providerId !== null,
  });
  return data?.value ?? null;
}
