import type { Failure } from '../../../preload/contract/failure';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';
import { whatToOffer } from './flow-view';

interface FlowEndProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
  readonly onChange: () => void;
  /** The way to the consent that was granted and could not be read; null where there is none. */
  readonly onConsent: (() => void) | null;
}

/** Why the flow ended without a consent or without having read it, and the ways on. */
export function FlowEnd({ failure, onAgain, onChange, onConsent }: FlowEndProps) {
  const say = useWords();
  // The same request once more would lead to a second grant beside the one that is there.
  if (onConsent !== null) {
    return (
      <FailureNotice
        failure={failure}
        actions={
          <Button variant="primary" onPress={onConsent}>
            {say('flow.consent')}
          </Button>
        }
      >
        <p>{say('flow.kept')}</p>
      </FailureNotice>
    );
  }
  const first = whatToOffer(failure);
  return (
    <FailureNotice
      failure={failure}
      actions={
        <>
          <Button variant={first === 'change' ? 'primary' : 'secondary'} onPress={onChange}>
            {say('flow.change')}
          </Button>
          <Button variant={first === 'again' ? 'primary' : 'secondary'} onPress={onAgain}>
            {say('flow.again')}
          </Button>
        </>
      }
    />
  );
}
