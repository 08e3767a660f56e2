import type { SecretsState } from '../../../preload/contract/app-shapes';
import { FailureNotice } from '../../parts/FailureNotice';
import { Reading } from '../../parts/Reading';
import { Notice } from '../../ui/Notice';
import { StatusBadge } from '../../ui/StatusBadge';
import { useFocusWhen } from '../../ui/use-focus-when';
import { Phrased, useWords, Words } from '../../ui/words';
import { SetPassphraseForm, UnlockForm } from './PassphraseForms';
import { StartAfresh } from './StartAfresh';
import { viewSecrets } from './secrets-view';
import { type Secrets, useSecrets } from './use-secrets';

const DONE = {
  set: 'settings.passphrase.done',
  unlocked: 'settings.unlock.done',
  afresh: 'settings.afresh.done',
} as const;

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
  const place = useFocusWhen(done !== null); // the form that had it is gone
  return (
    <>
      <StatusBadge tone={tone}>
        <Phrased phrase={title} />
      </StatusBadge>
      <p>
        <Phrased phrase={about} />
      </p>
      {done === null ? null : (
        <div ref={place} tabIndex={-1} className="settings-news">
          <Notice kind="success" title={<Words id={DONE[done]} />} />
        </div>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {form === 'set' ? <SetPassphraseForm secrets={secrets} /> : null}
      {form === 'unlock' ? (
        <>
          <UnlockForm secrets={secrets} />
          <StartAfresh secrets={secrets} />
        </>
      ) : null}
    </>
  );
}
