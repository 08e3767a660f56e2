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
import { useFindings } from './use-findings';

/** How this computer gets known to the provider: by itself, or by a pack that the person hands over. */
export function RegistrationSection({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { profile, redirectUri, registrationPack } = detail;
  const isRegistered = profile.clientId !== '';
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
      <OwnRegistration detail={detail} />
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

/** What a token may hold. @see RFC 6750 section 2.1 */
const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

/** The way to register by one press, where the provider has one. */
function OwnRegistration({ detail }: { readonly detail: ProviderDetail }) {
  const say = useWords();
  const { providerId, profile, registrationPack } = detail;
  const [token, setToken] = useState('');
  const { registers } = useFindings(profile);
  // Used once: it is not kept here either.
  const { state, start } = useAction<ProviderDetail>(() => setToken(''));
  const initialAccessToken = token.trim();
  const isWrong = initialAccessToken !== '' && !TOKEN.test(initialAccessToken);
  if (registers === false) return <p>{say('providers.registration.none')}</p>;
  const register = () =>
    start(() =>
      window.bridge.registerProvider({
        providerId,
        ...(initialAccessToken === '' ? {} : { initialAccessToken }),
      }),
    );
  const isFirst = profile.clientId === '';
  return (
    <>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <TokenField token={token} onToken={setToken} isWrong={isWrong} />
      <div className="provider-actions">
        <Button
          variant={isFirst && registers === true ? 'primary' : 'secondary'}
          isPending={state.phase === 'running'}
          isDisabled={registrationPack === null || isWrong}
          onPress={register}
        >
          {say(isFirst ? 'providers.registration.now' : 'providers.registration.again')}
        </Button>
      </div>
    </>
  );
}

interface TokenFieldProps {
  readonly token: string;
  readonly onToken: (token: string) => void;
  readonly isWrong: boolean;
}

/** For a provider that does not register just anybody. @see RFC 7591 section 3 */
function TokenField({ token, onToken, isWrong }: TokenFieldProps) {
  const say = useWords();
  return (
    <details className="provider-details">
      <summary>{say('providers.registration.token.ask')}</summary>
      <TextField
        label={say('providers.registration.token')}
        description={say('providers.registration.token.about')}
        type="password"
        value={token}
        onChange={onToken}
        error={isWrong ? say('providers.registration.token.wrong') : null}
      />
    </details>
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
