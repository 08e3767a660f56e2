import {
  type ProviderFindings,
  type ProviderNeeds,
  withDetailsType,
} from '../../../preload/contract/provider-offer';
import { Fact, FactList } from '../../ui/FactList';
import { useWords, Words } from '../../ui/words';
import { CapabilityTable, CapabilityVerdict } from './CapabilityCard';

interface FindingsSectionProps {
  readonly findings: ProviderFindings;
  /** What the form wants just now, and the type of consent request in it. */
  readonly needs: ProviderNeeds;
  readonly type: string;
}

/** What a provider's metadata says, and at which address it says so. */
export function FindingsSection({ findings, needs, type }: FindingsSectionProps) {
  const say = useWords();
  const capabilities = withDetailsType(findings, type);
  return (
    <section className="provider-section" aria-labelledby="provider-found">
      <h2 id="provider-found">{say('providers.found')}</h2>
      <p className="muted">
        <Words
          id="providers.found.at"
          values={{ url: <span className="mono">{findings.metadataUrl}</span> }}
        />
      </p>
      <CapabilityVerdict capabilities={capabilities} needs={needs} />
      <details className="provider-details">
        <summary>{say('providers.found.all')}</summary>
        <FactList values="at-end">
          {findings.endpoints.map(({ name, url }) => (
            <Fact key={name} name={<span className="mono">{name}</span>}>
              <span className="mono">{url}</span>
            </Fact>
          ))}
        </FactList>
        <CapabilityTable capabilities={capabilities} needs={needs} />
      </details>
    </section>
  );
}
