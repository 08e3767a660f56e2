import type { SecretsState } from '../../../preload/contract/app-shapes';
import { FailureNotice } from '../../ui/FailureNotice';
import { Notice } from '../../ui/Notice';
import { Reading } from '../../ui/Reading';
import { StatusBadge } from '../../ui/StatusBadge';
import { Phrased, useWords, Words } from '../../ui/words';
import { viewSecrets } from './secrets-view';
import { SetPassphraseForm, UnlockForm } from './PassphraseForms';
import { useSecrets } from './use-secrets';
import type { Secrets } from './use-secrets';

/** How keys and access are kept on this computer, and how to keep them better. */
export function SecretsSection() {
  const say = useWords();
  const secrets = useSecrets();
  return (
    <section className="settings-section" aria-labelledby="settings-secrets">
      <h2 id="settings-secrets">{say('settings.secrets')}</h2>
      <Reading state={secrets.state}>{(state) => <SecretsOf state={state} secrets={secrets} />}</Reading>
    </section>
  );
}

function SecretsOf({ state, secrets }: { readonly state: SecretsState; readonly secrets: Secrets }) {
  const { tone, title, about, form } = viewSecrets(state);
  const { failure, done } = secrets;
  return (
    <>
      <StatusBadge tone={tone}>
        <Phrased phrase={title} />
      </StatusBadge>
      <p>
        <Phrased phrase={about} />
      </p>
      {done === null ? null : (
        <Notice
          kind="success"
          title={<Words id={done === 'set' ? 'settings.passphrase.done' : 'settings.unlock.done'} />}
        />
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {form === 'set' ? <SetPassphraseForm secrets={secrets} /> : null}
      {form === 'unlock' ? <UnlockForm secrets={secrets} /> : null}
    </>
  );
}
