import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../../ui/words';
import { isOver } from './consent-view';
import type { ConsentActions } from './use-consent-actions';

interface DialogProps {
  readonly detail: ConsentDetail;
  readonly actions: ConsentActions;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks once before the sharing ends, with everything that follows from it. */
export function StopDialog({ detail, actions, isOpen, onClose }: DialogProps) {
  const say = useWords();
  const provider = detail.providerName;
  const { stopState } = actions;
  const isStopping = stopState.phase === 'running';
  return (
    <Dialog
      role="alertdialog"
      title={say('consents.stop.title')}
      isOpen={isOpen}
      {...(isStopping ? {} : { onClose })}
      actions={
        <>
          <Button isDisabled={isStopping} onPress={onClose}>
            {say('consents.stop.cancel')}
          </Button>
          <Button variant="danger" isPending={isStopping} onPress={actions.stop}>
            {say('consents.stop')}
          </Button>
        </>
      }
    >
      <p>{say('consents.stop.lose', { provider })}</p>
      <p>{say('consents.stop.keep')}</p>
      <p>{say('consents.stop.final')}</p>
      {stopState.phase === 'failed' ? <FailureNotice failure={stopState.failure} /> : null}
    </Dialog>
  );
}

/** Asks once before a consent that has ended, or that could not be stopped, leaves this computer. */
export function ForgetDialog({ detail, actions, isOpen, onClose }: DialogProps) {
  const say = useWords();
  const { forgetState } = actions;
  const isUnstopped = !isOver(detail) && detail.access === 'held';
  return (
    <Dialog
      role="alertdialog"
      title={say('consents.forget.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('consents.forget.cancel')}</Button>
          <Button variant="danger" isPending={forgetState.phase === 'running'} onPress={actions.forget}>
            {say('consents.forget')}
          </Button>
        </>
      }
    >
      <p>
        {say(isUnstopped ? 'consents.forget.unstopped' : 'consents.forget.about', {
          provider: detail.providerName,
        })}
      </p>
      {forgetState.phase === 'failed' ? <FailureNotice failure={forgetState.failure} /> : null}
    </Dialog>
  );
}
