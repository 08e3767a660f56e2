import { useQuery } from '@tanstack/react-query';

import { readingOptions } from '../data/use-reading';

/** Whether a bank is the one that comes with the app; false until that is known. */
export function useProviderIsSandbox(providerId: string | null): boolean {
  const { data } = useQuery({
    ...readingOptions('getProvider', { providerId: providerId ?? '' }),
    enabled: providerId !== null,
  });
  return data?.value.isSandbox ?? false;
}
