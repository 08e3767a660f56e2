import type { ConsentSummary } from '../../../preload/contract/consent-shapes';
import { useReading } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { ConsentStatusBadge } from '../../parts/ConsentStatusBadge';
import { EmptyState } from '../../ui/EmptyState';
import { Instant } from '../../ui/Instant';
import { LinkButton } from '../../ui/LinkButton';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { Phrased, useWords } from '../../ui/words';
import { viewEnd } from './consent-view';
import './consents.css';

interface ConsentsPageProps {
  readonly onOpen: (connectionId: string) => void;
  readonly onWelcome: () => void;
}

/** Every consent that was given, with the way to each. */
export function ConsentsPage({ onOpen, onWelcome }: ConsentsPageProps) {
  const say = useWords();
  const consents = useReading('listConsents', {});
  return (
    <div className="page">
      <PageHeader title={say('consents.title')} lead={say('consents.lead')} />
      <Reading state={consents}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              title={say('consents.empty')}
              action={
                <Button variant="primary" onPress={onWelcome}>
                  {say('consents.empty.action')}
                </Button>
              }
            >
              {say('consents.empty.about')}
            </EmptyState>
          ) : (
            <ConsentTable consents={list} onOpen={onOpen} />
          )
        }
      </Reading>
    </div>
  );
}

interface ConsentTableProps {
  readonly consents: readonly ConsentSummary[];
  readonly onOpen: (connectionId: string) => void;
}

const COLUMNS = ['bank', 'status', 'ends', 'read', 'accounts'] as const;

function ConsentTable({ consents, onOpen }: ConsentTableProps) {
  const say = useWords();
  return (
    <table className="consent-table" aria-label={say('consents.title')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {say(`consents.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {consents.map((consent) => (
          <ConsentTableRow key={consent.connectionId} consent={consent} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface ConsentTableRowProps {
  readonly consent: ConsentSummary;
  readonly onOpen: (connectionId: string) => void;
}

function ConsentTableRow({ consent, onOpen }: ConsentTableRowProps) {
  const say = useWords();
  const end = viewEnd(consent);
  const purpose = say(`purpose.${consent.purpose}`);
  return (
    <tr>
      <th scope="row">
        <LinkButton
          label={say('consents.open', { provider: consent.providerName, purpose })}
          onPress={() => onOpen(consent.connectionId)}
        >
          <bdi>{consent.providerName}</bdi>
        </LinkButton>
        <span className="consent-purpose">{purpose}</span>
      </th>
      <td>
        <ConsentStatusBadge status={consent.status} />
      </td>
      <td data-column={say('consents.column.ends')}>
        {'atMs' in end ? <Instant atMs={end.atMs} style="relative" /> : <Phrased phrase={end} />}
      </td>
      <td data-column={say('consents.column.read')}>
        {consent.readAtMs === null ? (
          say('consents.read.never')
        ) : (
          <Instant atMs={consent.readAtMs} style="relative" />
        )}
      </td>
      <td data-column={say('consents.column.accounts')} className="consent-count">
        {consent.accountCount ?? say('consents.count.unknown')}
      </td>
    </tr>
  );
}
