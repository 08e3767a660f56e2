import { type FormEvent, useState } from 'react';

import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';

interface PasteRescueProps {
  readonly flowId: string;
  /** Whether there is no other way, as far as Countersign knows. */
  readonly isNeeded: boolean;
}

/** Takes the answer from the person where the browser could not bring it. @see RFC 8252 section 7 */
export function PasteRescue({ flowId, isNeeded }: PasteRescueProps) {
  const say = useWords();
  const [address, setAddress] = useState('');
  const { state, start } = useAction<object>(() => setAddress(''));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = address.trim();
    if (text !== '') start(() => window.bridge.pasteCallback({ flowId, address: text.slice(0, 8192) }));
  };
  return (
    <details className="flow-paste" open={isNeeded}>
      <summary>{say('flow.paste')}</summary>
      <form onSubmit={submit} noValidate>
        <TextField
          label={say('flow.paste.address')}
          description={say('flow.paste.about')}
          isMono
          value={address}
          onChange={setAddress}
        />
        {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
        <Button type="submit" isPending={state.phase === 'running'}>
          {say('flow.paste.use')}
        </Button>
      </form>
    </details>
  );
}
