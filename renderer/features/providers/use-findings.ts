import { useQuery } from '@tanstack/react-query';

import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import type { ProviderDraft } from '../../../preload/contract/provider-shapes';
import { readingOptions } from '../../data/use-reading';

type Asked = Pick<ProviderDraft, 'issuer' | 'caPem' | 'authorizationDetailsType'>;

interface KnownFindings {
  /** Null while the provider has not been asked since the start. */
  readonly findings: ProviderFindings | null;
  /** Whether it registers clients by itself; null while nobody knows. */
  readonly registers: boolean | null;
}

/** What a provider said of itself when it was asked last. Asks nothing. */
export function useFindings({ issuer, caPem, authorizationDetailsType }: Asked): KnownFindings {
  const asked = { issuer, caPem, authorizationDetailsType };
  const kept = useQuery({ ...readingOptions('lookUpProvider', asked), enabled: false });
  const findings = kept.data?.value ?? null;
  const row = findings?.capabilities.find(({ name }) => name === 'registration');
  return { findings, registers: row === undefined ? null : row.state === 'offered' };
}
