import { type FormEvent, useState } from 'react';

import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { Phrased, useWords } from '../../ui/words';
import type { ProfileProblem } from './profile-problems';
import { type ReadProfile, readProfileText } from './profile-text';

interface ProfileStartProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onProfile: (profile: ReadProfile) => void;
}

/** Begins with a profile that somebody wrote: pasted, picked as a file, or dropped on the window. */
export function ProfileStart({ text, onText, onProfile }: ProfileStartProps) {
  const say = useWords();
  const [problems, setProblems] = useState<readonly ProfileProblem[]>([]);
  const change = (changed: string) => {
    setProblems([]);
    onText(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readProfileText(text);
    if (read.ok) onProfile(read);
    else setProblems(read.problems);
  };

  return (
    <form className="provider-form" onSubmit={submit} noValidate>
      <TextField
        label={say('providers.profile-text')}
        description={say('providers.profile-text.about')}
        isMono
        rows={12}
        value={text}
        onChange={change}
      />
      {problems.length === 0 ? null : <ProblemList problems={problems} />}
      <div className="provider-actions">
        <Button type="submit" variant="primary">
          {say('providers.profile-text.use')}
        </Button>
        <OpenFileButton onText={change} />
      </div>
    </form>
  );
}

function OpenFileButton({ onText }: { readonly onText: (text: string) => void }) {
  const say = useWords();
  const { state, start } = useAction<Output<'pickTextFile'>>(({ text }) => {
    if (text !== null) onText(text);
  });
  return (
    <>
      <Button
        isPending={state.phase === 'running'}
        onPress={() => start(() => window.bridge.pickTextFile({}))}
      >
        {say('providers.profile-text.open')}
      </Button>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </>
  );
}

function ProblemList({ problems }: { readonly problems: readonly ProfileProblem[] }) {
  const say = useWords();
  return (
    <Notice kind="danger" title={say('providers.profile-text.wrong', { count: problems.length })}>
      <ul className="provider-problems">
        {problems.map(({ member, message }) => (
          <li key={`${member} ${message.id}`}>
            {member === '' ? null : <strong className="mono">{member}</strong>} <Phrased phrase={message} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
