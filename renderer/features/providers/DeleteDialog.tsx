import type { ProviderDetail } from '../../../preload/contract/provider-shapes';
import { useAction } from '../../data/use-action';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../../ui/words';

interface DeleteDialogProps {
  readonly detail: ProviderDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a provider is deleted, and says what goes with it. */
export function DeleteDialog({ detail, isOpen, onClose, onDeleted }: DeleteDialogProps) {
  const say = useWords();
  const { providerId, profile, key, consentCount, activeConsentCount } = detail;
  const { state, start } = useAction<object>(onDeleted);
  return (
    <Dialog
      role="alertdialog"
      title={say('providers.delete.title', { name: profile.name })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('providers.delete.keep')}</Button>
          <Button
            variant="danger"
            isPending={state.phase === 'running'}
            onPress={() => start(() => window.bridge.deleteProvider({ providerId }))}
          >
            {say('providers.delete')}
          </Button>
        </>
      }
    >
      <p>{say('providers.delete.consents', { count: consentCount })}</p>
      {activeConsentCount === 0 ? null : (
        <p>{say('providers.delete.active', { count: activeConsentCount })}</p>
      )}
      <p>{say(key.isDeletedToo ? 'providers.delete.key' : 'providers.delete.key-stays')}</p>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
    </Dialog>
  );
}
