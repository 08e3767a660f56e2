import { useEffect, useRef } from 'react';

import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import { useReading } from '../../data/use-reading';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../ui/Notice';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { type Phrase, Phrased, useWords } from '../../ui/words';
import { CredentialItem } from './CredentialItem';
import { CredentialDialogs } from './CredentialDialogs';
import './credentials.css';
import { type Credentials, useCredentials } from './use-credentials';

/** The keys of this installation: what they are, who knows them, and what can be done with them. */
export function CredentialsPage({ onSettings }: { readonly onSettings: () => void }) {
  const say = useWords();
  const list = useReading('listCredentials', {});
  const keys = useCredentials();
  const isEmpty = list.phase === 'loaded' && list.value.length === 0;
  return (
    <div className="page">
      <PageHeader
        title={say('keys.title')}
        lead={say('keys.lead')}
        actions={isEmpty || list.phase !== 'loaded' ? undefined : <MakeOrImport keys={keys} />}
      />
      <KeptInMemory onSettings={onSettings} />
      {keys.news === null ? null : <News phrase={keys.news} />}
      {list.phase === 'failed' && list.failure.kind === 'vault-locked' ? (
        <FailureNotice failure={list.failure} actions={<SettingsButton onPress={onSettings} />} />
      ) : (
        <Reading state={list}>{(credentials) => <KeyList credentials={credentials} keys={keys} />}</Reading>
      )}
      <CredentialDialogs keys={keys} />
    </div>
  );
}

function KeyList({
  credentials,
  keys,
}: {
  readonly credentials: readonly CredentialSummary[];
  readonly keys: Credentials;
}) {
  const say = useWords();
  if (credentials.length === 0)
    return (
      <EmptyState title={say('keys.empty')} action={<MakeOrImport keys={keys} />}>
        {say('keys.empty.about')}
      </EmptyState>
    );
  return (
    <ul className="key-list">
      {credentials.map((credential) => (
        <li key={credential.credentialId}>
          <CredentialItem credential={credential} all={credentials} onOpen={keys.open} />
        </li>
      ))}
    </ul>
  );
}

function MakeOrImport({ keys }: { readonly keys: Credentials }) {
  const say = useWords();
  return (
    <div className="key-actions">
      <Button onPress={() => keys.open({ kind: 'import' })}>{say('keys.import')}</Button>
      <Button variant="primary" onPress={() => keys.open({ kind: 'make' })}>
        {say('keys.make')}
      </Button>
    </div>
  );
}

/** What was done. It takes the focus, because the button that did it may be gone with its key. */
function News({ phrase }: { readonly phrase: Phrase }) {
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => news.current?.focus(), [phrase]);
  return (
    <div ref={news} tabIndex={-1} className="key-news">
      <Notice kind="success" title={<Phrased phrase={phrase} />} />
    </div>
  );
}

function SettingsButton({ onPress }: { readonly onPress: () => void }) {
  const say = useWords();
  return <Button onPress={onPress}>{say('keys.settings')}</Button>;
}

function KeptInMemory({ onSettings }: { readonly onSettings: () => void }) {
  const say = useWords();
  const start = useReading('getStartState', {});
  if (start.phase !== 'loaded') return null;
  const { kind, backend } = start.value.secrets;
  if (kind !== 'memory' && !(kind === 'lost' && backend === null)) return null;
  return (
    <Notice
      kind="warn"
      title={say('keys.memory')}
      announce="still"
      actions={<SettingsButton onPress={onSettings} />}
    >
      <p>{say('keys.memory.about')}</p>
    </Notice>
  );
}
