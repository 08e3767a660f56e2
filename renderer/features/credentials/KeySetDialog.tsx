import { useState } from 'react';

import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import type { Output } from '../../../preload/contract/ipc-contract';
import { useAction } from '../../data/use-action';
import { useReading } from '../../data/use-reading';
import { FailureNotice } from '../../parts/FailureNotice';
import { Reading } from '../../parts/Reading';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { JsonView } from '../../ui/JsonView';
import { Status } from '../../ui/Status';
import { useWords } from '../../ui/words';

interface KeySetDialogProps {
  readonly credential: CredentialSummary;
  readonly onClose: () => void;
}

/** What a provider registers: to be read, copied and saved. */
export function KeySetDialog({ credential, onClose }: KeySetDialogProps) {
  const say = useWords();
  const { credentialId, replaces, replacedBy } = credential;
  const keySet = useReading('getKeySet', { credentialId });
  const [isSaved, setSaved] = useState(false);
  const save = useAction<Output<'saveKeySet'>>((reply) => setSaved(reply.isSaved));
  return (
    <Dialog
      title={say('keys.set')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Status>{isSaved ? say('keys.set.saved') : ''}</Status>
          <Button
            isPending={save.state.phase === 'running'}
            onPress={() => save.start(() => window.bridge.saveKeySet({ credentialId }))}
          >
            {say('keys.set.save')}
          </Button>
          <Button onPress={onClose}>{say('keys.close')}</Button>
        </>
      }
    >
      <p>{say('keys.set.about')}</p>
      {replaces === null && replacedBy === null ? null : <p>{say('keys.set.both')}</p>}
      <div className="key-set">
        <Reading state={keySet}>{({ json }) => <JsonView label={say('keys.set')} text={json} />}</Reading>
      </div>
      {save.state.phase === 'failed' ? <FailureNotice failure={save.state.failure} /> : null}
    </Dialog>
  );
}
