import { useState } from 'react';

import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Status } from '../../ui/Status';

interface SaveFileButtonProps {
  readonly name: string;
  /** What is said once it is saved. */
  readonly done: string;
  readonly suggestedName: string;
  readonly text: string;
}

/** Lets the person save a text where they want. */
export function SaveFileButton({ name, done, suggestedName, text }: SaveFileButtonProps) {
  const [isSaved, setIsSaved] = useState(false);
  const { state, start } = useAction<Output<'saveTextFile'>>((saved) => setIsSaved(saved.isSaved));
  return (
    <>
      <Button
        isPending={state.phase === 'running'}
        onPress={() => start(() => window.bridge.saveTextFile({ suggestedName, text }))}
      >
        {name}
      </Button>
      <Status className="muted">{isSaved ? done : ''}</Status>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </>
  );
}
