import type { ProviderFindings } from '../../../preload/contract/provider-shapes';
import { useWords, Words } from '../../ui/words';
import { CapabilityTable, CapabilityVerdict } from './CapabilityCard';

interface FindingsSectionProps {
  readonly findings: ProviderFindings;
  readonly mayLackIssuer: boolean;
}

/** What a provider's metadata says, and at which address it says so. */
export function FindingsSection({ findings, mayLackIssuer }: FindingsSectionProps) {
  const say = useWords();
  return (
    <section className="provider-section" aria-labelledby="provider-found">
      <h2 id="provider-found">{say('providers.found')}</h2>
      <p className="muted">
        <Words
          id="providers.found.at"
          values={{ url: <span className="mono">{findings.metadataUrl}</span> }}
        />
      </p>
      <CapabilityVerdict capabilities={findings.capabilities} mayLackIssuer={mayLackIssuer} />
      <details className="provider-details">
        <summary>{say('providers.found.all')}</summary>
        <dl className="provider-facts">
          {findings.endpoints.map(({ name, url }) => (
            <div key={name}>
              <dt className="mono">{name}</dt>
              <dd className="mono">{url}</dd>
            </div>
          ))}
        </dl>
        <CapabilityTable capabilities={findings.capabilities} />
      </details>
    </section>
  );
}
