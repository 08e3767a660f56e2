import { type FormEvent, useState } from 'react';

import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Fact, FactList } from '../../ui/FactList';
import { JsonView } from '../../ui/JsonView';
import { Notice } from '../../ui/Notice';
import { Status } from '../../ui/Status';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import { SaveFileButton } from './SaveFileButton';
import { fileNameOf } from './provider-form';

/** How this computer gets known to the provider: by itself, or by a pack that the person hands over. */
export function RegistrationSection({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { providerId, profile, redirectUri, registrationPack } = detail;
  const isRegistered = profile.clientId !== '';
  const registration = useAction<ProviderDetail>(() => undefined);
  const { state } = registration;
  return (
    <section className="provider-section" aria-labelledby="provider-registration">
      <h2 id="provider-registration">{say('providers.registration')}</h2>
      {isRegistered ? (
        <Notice kind="success" title={say('providers.registration.done', { clientId: profile.clientId })} />
      ) : null}
      <p>{say('providers.registration.about')}</p>
      <FactList values="at-end">
        <Fact name={say('providers.registration.redirect')}>
          <span className="mono">{redirectUri}</span>
        </Fact>
      </FactList>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <div className="provider-actions">
        <Button
          variant={isRegistered ? 'secondary' : 'primary'}
          isPending={state.phase === 'running'}
          isDisabled={registrationPack === null}
          onPress={() => registration.start(() => window.bridge.registerProvider({ providerId }))}
        >
          {say('providers.registration.now')}
        </Button>
      </div>
      {isRegistered ? null : <ClientIdForm detail={detail} />}
      {registrationPack === null ? null : (
        <>
          <DialogActions detail={detail} />
          <PackDetails name={profile.name} pack={registrationPack} />
        </>
      )}
    </section>
  );
}

function ClientIdForm({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { providerId, profile } = detail;
  const [clientId, setClientId] = useState('');
  const { state, start } = useAction<ProviderSummary>(() => undefined);
  const trimmed = clientId.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed === '') return;
    const draft = { ...profile, clientId: trimmed };
    start(() => window.bridge.saveProvider({ providerId, draft, key: { kind: 'keep' } }));
  };
  return (
    <form className="provider-client" onSubmit={submit} noValidate>
      <TextField
        label={say('providers.field.clientId')}
        isMono
        value={clientId}
        onChange={setClientId}
        error={trimmed.length > 512 ? say('providers.problem.too-long', { most: 512 }) : null}
      />
      <Button type="submit" isPending={state.phase === 'running'} isDisabled={trimmed.length > 512}>
        {say('providers.registration.client.save')}
      </Button>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </form>
  );
}

/** The pack as a sheet of paper, for people. */
function DialogActions({ detail: { providerId, profile } }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const [done, setDone] = useState<'saved' | 'printed' | null>(null);
  const pdf = useAction<Output<'saveRegistrationPdf'>>(({ isSaved }) => setDone(isSaved ? 'saved' : null));
  const paper = useAction<Output<'printRegistrationPack'>>(({ isPrinted }) =>
    setDone(isPrinted ? 'printed' : null),
  );
  const suggestedName = fileNameOf(profile.name, 'registration', 'pdf');
  const failed = [pdf.state, paper.state].find(({ phase }) => phase === 'failed');
  return (
    <>
      <p>{say('providers.registration.sheet.about')}</p>
      <div className="provider-actions">
        <Button
          isPending={pdf.state.phase === 'running'}
          onPress={() => pdf.start(() => window.bridge.saveRegistrationPdf({ providerId, suggestedName }))}
        >
          {say('providers.registration.pdf')}
        </Button>
        <Button
          isPending={paper.state.phase === 'running'}
          onPress={() => paper.start(() => window.bridge.printRegistrationPack({ providerId }))}
        >
          {say('providers.registration.print')}
        </Button>
        <Status className="muted">{done === null ? '' : say(`providers.registration.${done}`)}</Status>
      </div>
      {failed?.phase === 'failed' ? <FailureNotice failure={failed.failure} /> : null}
    </>
  );
}

function PackDetails({ name, pack }: { readonly name: string; readonly pack: string }) {
  const say = useWords();
  return (
    <details className="provider-details">
      <summary>{say('providers.registration.pack')}</summary>
      <JsonView label={say('providers.registration.pack')} text={pack} />
      <SaveFileButton
        name={say('providers.registration.save')}
        done={say('providers.registration.saved')}
        suggestedName={fileNameOf(name, 'registration')}
        text={pack}
      />
    </details>
  );
}
