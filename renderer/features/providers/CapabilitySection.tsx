import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { readingKey, readingOptions } from '../../data/use-reading';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords } from '../../ui/words';
import { CapabilityTable, CapabilityVerdict } from './CapabilityCard';

/** What a provider offers. Nothing is asked of it before the person says so. */
export function CapabilitySection({ detail: { profile, key } }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const client = useQueryClient();
  const { issuer, caPem, authorizationDetailsType } = profile;
  const needs = { ...profile, signingAlgorithm: key.signingAlgorithm };
  const asked = { issuer, caPem, authorizationDetailsType };
  const kept = useQuery({ ...readingOptions('lookUpProvider', asked), enabled: false });
  const { state, start } = useAction<ProviderFindings>((findings) =>
    client.setQueryData(readingKey('lookUpProvider', asked), { value: findings }),
  );
  const findings = kept.data?.value ?? null;
  return (
    <section className="provider-section" aria-labelledby="provider-card">
      <h2 id="provider-card">{say('providers.card')}</h2>
      <p className="muted">{say('providers.card.about')}</p>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      {findings === null ? null : (
        <>
          <CapabilityVerdict capabilities={findings.capabilities} needs={needs} />
          <CapabilityTable capabilities={findings.capabilities} needs={needs} />
        </>
      )}
      <div className="provider-actions">
        <Button
          isPending={state.phase === 'running'}
          onPress={() => start(() => window.bridge.lookUpProvider(asked))}
        >
          {say(findings === null ? 'providers.card.check' : 'providers.card.check-again')}
        </Button>
        {state.phase === 'running' ? <WaitingLine>{say('providers.card.checking')}</WaitingLine> : null}
      </div>
    </section>
  );
}
