import { useIntl } from 'react-intl';

import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FailureNotice } from '../../ui/FailureNotice';
import { namesOf, titleOf } from '../../ui/key-words';
import { useWords } from '../../ui/words';
import { ImportSheet } from './ImportSheet';
import { KeySetSheet } from './KeySetSheet';
import { MakeSheet, ReplaceSheet } from './MakeSheet';
import type { Credentials } from './use-credentials';

/** The sheet that is open, if one is. */
export function CredentialSheets({ keys }: { readonly keys: Credentials }) {
  const { sheet } = keys;
  switch (sheet?.kind) {
    case undefined:
      return null;
    case 'make':
      return <MakeSheet keys={keys} />;
    case 'import':
      return <ImportSheet onClose={keys.close} onImported={keys.imported} />;
    case 'set':
      return <KeySetSheet credential={sheet.credential} onClose={keys.close} />;
    case 'replace':
      return <ReplaceSheet credential={sheet.credential} keys={keys} />;
    case 'switch':
      return <SwitchSheet credential={sheet.credential} oldUsers={sheet.oldUsers} keys={keys} />;
    case 'delete':
      return sheet.credential.usedBy.length === 0 ? (
        <DeleteSheet credential={sheet.credential} keys={keys} />
      ) : (
        <InUseSheet credential={sheet.credential} keys={keys} />
      );
  }
}

interface SheetProps {
  readonly credential: CredentialSummary;
  readonly keys: Credentials;
}

/** Asks once before a key is gone for good. */
function DeleteSheet({ credential, keys }: SheetProps) {
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
function InUseSheet({ credential: { usedBy }, keys }: SheetProps) {
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
function SwitchSheet({
  credential,
  oldUsers,
  keys,
}: SheetProps & { readonly oldUsers: CredentialSummary['usedBy'] }) {
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
