import {
  type Capability,
  concerns,
  isByChoice,
  type ProviderNeeds,
  whatIsLacking,
} from '../../../preload/contract/provider-offer';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { StatusBadge } from '../../ui/StatusBadge';
import { useDepth } from '../../ui/preferences';
import { Phrased, useWords } from '../../ui/words';
import { fixOf, viewCapability } from './capability-view';

interface CapabilityCardProps {
  readonly capabilities: readonly Capability[];
  /** What the profile wants, by which it is judged. */
  readonly needs: ProviderNeeds;
}

interface VerdictProps extends CapabilityCardProps {
  /** Leads to the form, where it is not on the same page. */
  readonly onChange?: () => void;
}

/** Whether a provider offers all that is needed; if not, what it lacks. */
export function CapabilityVerdict({ capabilities, needs, onChange }: VerdictProps) {
  const say = useWords();
  const lacking = whatIsLacking(capabilities, needs);
  if (lacking.length === 0)
    return <Notice kind="success" title={say('providers.card.can')} announce="still" />;
  const isChosen = lacking.every((one) => isByChoice(one));
  return (
    <Notice
      kind={isChosen ? 'warn' : 'danger'}
      title={say(isChosen ? 'providers.card.cannot.chosen' : 'providers.card.cannot')}
      announce="still"
      {...(isChosen && onChange !== undefined
        ? { actions: <Button onPress={onChange}>{say('providers.edit')}</Button> }
        : {})}
    >
      <ul className="provider-problems">
        {lacking.map((capability) => (
          <li key={capability.name}>
            <Phrased phrase={viewCapability(capability, needs).title} />
            {isByChoice(capability) ? <> {say(fixOf(capability))}</> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a provider offers, thing by thing, with what it means where one is missing. */
export function CapabilityTable({ capabilities, needs }: CapabilityCardProps) {
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
        {capabilities
          .filter((capability) => concerns(capability, needs))
          .map((capability) => (
            <CapabilityRow key={capability.name} capability={capability} needs={needs} />
          ))}
      </tbody>
    </table>
  );
}

interface CapabilityRowProps {
  readonly capability: Capability;
  readonly needs: ProviderNeeds;
}

function CapabilityRow({ capability, needs }: CapabilityRowProps) {
  const isDeveloper = useDepth() === 'developer';
  const { title, state, tone, meaning, standard, detail } = viewCapability(capability, needs);
  return (
    <tr>
      <th scope="row">
        <Phrased phrase={title} />
        {isDeveloper ? <span className="capability-detail">{standard}</span> : null}
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
