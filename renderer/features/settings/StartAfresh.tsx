import { useState } from 'react';

import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LinkButton } from '../../ui/LinkButton';
import { useWords } from '../../ui/words';
import type { Secrets } from './use-secrets';

const WHAT_HAPPENS = ['aside', 'consents', 'connect'] as const;

/** The way on for whoever has forgotten the passphrase; asks once, with everything that follows. */
export function StartAfresh({ secrets }: { readonly secrets: Secrets }) {
  const say = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const confirm = () => {
    close();
    secrets.startAfresh();
  };

  return (
    <>
      <LinkButton onPress={() => setIsAsking(true)}>{say('settings.afresh')}</LinkButton>
      <Dialog
        role="alertdialog"
        title={say('settings.afresh.title')}
        isOpen={isAsking}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{say('settings.afresh.cancel')}</Button>
            <Button variant="danger" onPress={confirm}>
              {say('settings.afresh.confirm')}
            </Button>
          </>
        }
      >
        {WHAT_HAPPENS.map((what) => (
          <p key={what}>{say(`settings.afresh.${what}`)}</p>
        ))}
      </Dialog>
    </>
  );
}
