import { Plus } from 'lucide-react';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import { useReading } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { LinkButton } from '../../ui/LinkButton';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { StatusBadge } from '../../ui/StatusBadge';
import { useWords } from '../../ui/words';
import './providers.css';
import { useDroppedText } from './use-dropped-text';

interface ProvidersPageProps {
  readonly onOpen: (providerId: string) => void;
  readonly onAdd: () => void;
  /** A profile was dropped on the window. */
  readonly onProfile: (text: string) => void;
}

/** Every provider that the person added, with the way to each. */
export function ProvidersPage({ onOpen, onAdd, onProfile }: ProvidersPageProps) {
  const say = useWords();
  const providers = useReading('listProviders', {});
  useDroppedText(onProfile);
  const hasSome = providers.phase === 'loaded' && providers.value.length > 0;
  const add = (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={onAdd}>
      {say('providers.add')}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        title={say('providers.title')}
        lead={say('providers.lead')}
        {...(hasSome ? { actions: add } : {})}
      />
      <Reading state={providers}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={say('providers.empty')} action={add}>
              {say('providers.empty.about')}
            </EmptyState>
          ) : (
            <ProviderTable providers={list} onOpen={onOpen} />
          )
        }
      </Reading>
    </div>
  );
}

interface ProviderTableProps {
  readonly providers: readonly ProviderSummary[];
  readonly onOpen: (providerId: string) => void;
}

function ProviderTable({ providers, onOpen }: ProviderTableProps) {
  const say = useWords();
  return (
    <table className="provider-table" aria-label={say('providers.title')}>
      <thead>
        <tr>
          <th scope="col">{say('providers.column.name')}</th>
          <th scope="col">{say('providers.column.issuer')}</th>
          <th scope="col">{say('providers.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {providers.map(({ providerId, name, issuer, mayLackIssuer, allowances, ...state }) => (
          <tr key={providerId}>
            <th scope="row">
              <LinkButton label={say('providers.open', { name, issuer })} onPress={() => onOpen(providerId)}>
                {name}
              </LinkButton>
            </th>
            <td className="mono">{issuer}</td>
            <td>
              <span className="provider-badges">
                <StateBadge {...state} />
                {mayLackIssuer ? <StatusBadge tone="look">{say('providers.mark.issuer')}</StatusBadge> : null}
                {allowances.map((one) => (
                  <StatusBadge key={one} tone="look">
                    {say(`providers.mark.${one}`)}
                  </StatusBadge>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type State = Pick<ProviderSummary, 'isRegistered' | 'isRegisteredOtherwise'>;

/** Whether a provider can be asked. */
function StateBadge({ isRegistered, isRegisteredOtherwise }: State) {
  const say = useWords();
  if (!isRegistered) return <StatusBadge tone="waiting">{say('providers.state.unregistered')}</StatusBadge>;
  return isRegisteredOtherwise ? (
    <StatusBadge tone="look">{say('providers.state.otherwise')}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{say('providers.state.ready')}</StatusBadge>
  );
}
