import { useQueryClient } from '@tanstack/react-query';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { ProviderFindings } from '../../../preload/contract/provider-offer';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { readingKey } from '../../data/use-reading';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords } from '../../ui/words';
import { CapabilityTable, CapabilityVerdict } from './CapabilityCard';
import { LookUpFailure } from './LookUpFailure';
import { useFindings } from './use-findings';

/** Asks a provider what it offers, and takes the issuer that it names where the person says so. */
function useOffer({ providerId, profile }: ProviderDetail) {
  const client = useQueryClient();
  const { issuer, caPem, authorizationDetailsType } = profile;
  const asked = { issuer, caPem, authorizationDetailsType };
  const { findings } = useFindings(profile);
  const { state, start } = useAction<ProviderFindings>((findings) =>
    client.setQueryData(readingKey('lookUpProvider', { ...asked, issuer: findings.issuer }), {
      value: findings,
    }),
  );
  const check = (at: string) => start(() => window.bridge.lookUpProvider({ ...asked, issuer: at }));
  const change = useAction<ProviderSummary>((saved) => check(saved.issuer));
  const use = (named: string) => {
    const draft = { ...profile, issuer: named };
    change.start(() => window.bridge.saveProvider({ providerId, draft, key: { kind: 'keep' } }));
  };
  return { findings, state, changing: change.state, check, use };
}

interface CapabilitySectionProps {
  readonly detail: ProviderDetail;
  /** Leads to the form. */
  readonly onChange: () => void;
}

/** What a provider offers. Nothing is asked of it before the person says so. */
export function CapabilitySection({ detail, onChange }: CapabilitySectionProps) {
  const say = useWords();
  const { profile, key, consentCount } = detail;
  const needs = { ...profile, signingAlgorithm: key.signingAlgorithm };
  const { findings, state, changing, check, use } = useOffer(detail);
  return (
    <section className="provider-section" aria-labelledby="provider-card">
      <h2 id="provider-card">{say('providers.card')}</h2>
      <p className="muted">{say('providers.card.about')}</p>
      {state.phase === 'failed' ? (
        // Consents hang on the address that they were given at.
        <LookUpFailure failure={state.failure} onUse={consentCount === 0 ? use : undefined} />
      ) : null}
      {changing.phase === 'failed' ? <FailureNotice failure={changing.failure} /> : null}
      {findings === null ? null : (
        <>
          <CapabilityVerdict capabilities={findings.capabilities} needs={needs} onChange={onChange} />
          <CapabilityTable capabilities={findings.capabilities} needs={needs} />
        </>
      )}
      <div className="provider-actions">
        <Button isPending={state.phase === 'running'} onPress={() => check(profile.issuer)}>
          {say(findings === null ? 'providers.card.check' : 'providers.card.check-again')}
        </Button>
        {state.phase === 'running' ? <WaitingLine>{say('providers.card.checking')}</WaitingLine> : null}
      </div>
    </section>
  );
}
