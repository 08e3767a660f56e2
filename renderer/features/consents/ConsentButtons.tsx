import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';

import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';
import { ForgetDialog, StopDialog } from './ConsentDialogs';
import { viewChoices } from './consent-view';
import type { ConsentActions } from './use-consent-actions';

interface ConsentButtonsProps {
  readonly detail: ConsentDetail;
  readonly actions: ConsentActions;
  /** The way to the bank's own page; null where there is none. */
  readonly siteButton: ReactNode;
}

/** What can be done with the consent now. */
export function ConsentButtons({ detail, actions, siteButton }: ConsentButtonsProps) {
  const say = useWords();
  const { canRead, canStop, canForget } = viewChoices(detail);
  const dialogProps = { detail, actions, onClose: actions.closeDialog };

  return (
    <>
      {canRead ? (
        <Button
          icon={<RefreshCw size={16} aria-hidden />}
          isPending={actions.readState.phase === 'running'}
          onPress={actions.readAgain}
        >
          {say('consents.read-again')}
        </Button>
      ) : null}
      {siteButton}
      {canStop ? (
        <Button variant="danger" onPress={() => actions.openDialog('stop')}>
          {say('consents.stop')}
        </Button>
      ) : null}
      {canForget ? (
        <Button variant="danger" onPress={() => actions.openDialog('forget')}>
          {say('consents.forget')}
        </Button>
      ) : null}
      <StopDialog {...dialogProps} isOpen={actions.dialog === 'stop'} />
      <ForgetDialog {...dialogProps} isOpen={actions.dialog === 'forget'} />
    </>
  );
}
