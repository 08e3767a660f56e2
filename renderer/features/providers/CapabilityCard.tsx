import type { Capability } from '../../../preload/contract/provider-shapes';
import { Notice } from '../../ui/Notice';
import { useDepth } from '../../ui/preferences';
import { StatusBadge } from '../../ui/StatusBadge';
import { Phrased, useWords } from '../../ui/words';
import { viewCapability, whatIsLacking } from './capability-view';

interface CapabilityCardProps {
  readonly capabilities: readonly Capability[];
  /** The profile takes answers without an issuer. */
  readonly mayLackIssuer: boolean;
}

/** Whether a provider offers all that is needed; if not, what it lacks. */
export function CapabilityVerdict({ capabilities, mayLackIssuer }: CapabilityCardProps) {
  const say = useWords();
  const lacking = whatIsLacking(capabilities, mayLackIssuer);
  if (lacking.length === 0)
    return <Notice kind="success" title={say('providers.card.can')} announce="still" />;
  return (
    <Notice kind="danger" title={say('providers.card.cannot')} announce="still">
      <ul className="provider-problems">
        {lacking.map((capability) => (
          <li key={capability.name}>
            <Phrased phrase={viewCapability(capability).title} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a provider offers, thing by thing, with what it means where one is missing. */
export function CapabilityTable({ capabilities }: Pick<CapabilityCardProps, 'capabilities'>) {
  const say = useWords();
  return (
    <table className="provider-table capability-table" aria-label={say('providers.card')}>
      <thead>
        <tr>
          <th scope="col">{say('providers.card.column.what')}</th>
          <th scope="col">{say('providers.card.column.state')}</th>
          <th scope="col">{say('providers.card.column.means')}</th>
        </tr>
      </thead>
      <tbody>
        {capabilities.map((capability) => (
          <CapabilityRow key={capability.name} capability={capability} />
        ))}
      </tbody>
    </table>
  );
}

function CapabilityRow({ capability }: { readonly capability: Capability }) {
  const isDeveloper = useDepth() === 'developer';
  const { title, state, tone, meaning, detail } = viewCapability(capability);
  return (
    <tr>
      <th scope="row">
        <Phrased phrase={title} />
        {isDeveloper && detail !== null ? <span className="capability-detail mono">{detail}</span> : null}
      </th>
      <td>
        <StatusBadge tone={tone}>
          <Phrased phrase={state} />
        </StatusBadge>
      </td>
      <td>
        <Phrased phrase={meaning} />
      </td>
    </tr>
  );
}
