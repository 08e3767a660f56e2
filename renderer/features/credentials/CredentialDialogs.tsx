import { useIntl } from 'react-intl';

import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import { FailureNotice } from '../../parts/FailureNotice';
import { namesOf, titleOf } from '../../parts/key-words';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../../ui/words';
import { ImportDialog } from './ImportDialog';
import { KeySetDialog } from './KeySetDialog';
import { MakeDialog, ReplaceDialog } from './MakeDialog';
import type { Credentials } from './use-credentials';

/** The dialog that is open, if one is. */
export function CredentialDialogs({ keys }: { readonly keys: Credentials }) {
  const { dialog } = keys;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'make':
      return <MakeDialog keys={keys} />;
    case 'import':
      return <ImportDialog onClose={keys.close} onImported={keys.imported} />;
    case 'set':
      return <KeySetDialog credential={dialog.credential} onClose={keys.close} />;
    case 'replace':
      return <ReplaceDialog credential={dialog.credential} keys={keys} />;
    case 'switch':
      return <SwitchDialog credential={dialog.credential} oldUsers={dialog.oldUsers} keys={keys} />;
    case 'delete':
      return dialog.credential.usedBy.length === 0 ? (
        <DeleteDialog credential={dialog.credential} keys={keys} />
      ) : (
        <InUseDialog credential={dialog.credential} keys={keys} />
      );
  }
}

interface DialogProps {
  readonly credential: CredentialSummary;
  readonly keys: Credentials;
}

/** Asks once before a key is gone for good. */
function DeleteDialog({ credential, keys }: DialogProps) {
  const say = useWords();
  const state = keys.deleteState;
  return (
    <Dialog
      role="alertdialog"
      title={say('keys.delete.title')}
      isOpen
      onClose={keys.close}
      actions={
        <>
          <Button onPress={keys.close}>{say('keys.delete.keep')}</Button>
          <Button
            variant="danger"
            isPending={state.phase === 'running'}
            onPress={() => keys.delete(credential.credentialId)}
          >
            {say('keys.delete')}
          </Button>
        </>
      }
    >
      <p>{say('keys.delete.about', { name: titleOf(credential) })}</p>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </Dialog>
  );
}

/** Says who still knows this installation by a key. */
function InUseDialog({ credential: { usedBy }, keys }: DialogProps) {
  const say = useWords();
  const { locale } = useIntl();
  const providers = namesOf(usedBy, locale);
  return (
    <Dialog
      title={say('keys.delete.used')}
      isOpen
      onClose={keys.close}
      actions={<Button onPress={keys.close}>{say('keys.close')}</Button>}
    >
      <p>{say('keys.delete.used.about', { providers, count: usedBy.length })}</p>
    </Dialog>
  );
}

/** Asks once before providers are met with the new key and the old one is gone. */
function SwitchDialog({
  credential,
  oldUsers,
  keys,
}: DialogProps & { readonly oldUsers: CredentialSummary['usedBy'] }) {
  const say = useWords();
  const { locale } = useIntl();
  const state = keys.switchState;
  return (
    <Dialog
      role="alertdialog"
      title={say('keys.switch.title')}
      isOpen
      onClose={keys.close}
      actions={
        <>
          <Button onPress={keys.close}>{say('keys.switch.later')}</Button>
          <Button
            variant="primary"
            isPending={state.phase === 'running'}
            onPress={() => keys.switchTo(credential.credentialId)}
          >
            {say('keys.switch')}
          </Button>
        </>
      }
    >
      <p>{say('keys.switch.about', { count: oldUsers.length, providers: namesOf(oldUsers, locale) })}</p>
      <p>{say('keys.switch.access')}</p>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </Dialog>
  );
}
