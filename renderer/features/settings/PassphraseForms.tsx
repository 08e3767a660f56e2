import { type FormEvent, useState } from 'react';

import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import { missingCharacters } from './secrets-view';
import type { Secrets } from './use-secrets';

interface FormProps {
  readonly secrets: Secrets;
}

/** Chooses a passphrase; typed twice, because nobody can recover it. */
export function SetPassphraseForm({ secrets }: FormProps) {
  const say = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const missing = missingCharacters(passphrase);
  const differs = passphrase !== repeated;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (missing === 0 && !differs) secrets.setPassphrase(passphrase);
  };

  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <TextField
        label={say('settings.passphrase')}
        description={say('settings.passphrase.about')}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
        error={wasTried && missing > 0 ? say('settings.passphrase.short', { count: missing }) : null}
      />
      <TextField
        label={say('settings.passphrase.repeat')}
        type="password"
        autoComplete="new-password"
        value={repeated}
        onChange={setRepeated}
        error={wasTried && missing === 0 && differs ? say('settings.passphrase.differs') : null}
      />
      <Button type="submit" variant="primary" isPending={secrets.isBusy}>
        {say('settings.passphrase.set')}
      </Button>
    </form>
  );
}

/** Opens what a passphrase has sealed. */
export function UnlockForm({ secrets }: FormProps) {
  const say = useWords();
  const [passphrase, setPassphrase] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') secrets.unlock(passphrase);
  };

  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <TextField
        label={say('settings.passphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button type="submit" variant="primary" isPending={secrets.isBusy}>
        {say('settings.unlock')}
      </Button>
    </form>
  );
}
