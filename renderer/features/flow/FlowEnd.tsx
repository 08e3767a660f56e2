import type { Failure } from '../../../preload/contract/failure';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';
import { whatToOffer } from './flow-view';

interface FlowEndProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
  readonly onChange: () => void;
}

/** Why the flow ended without a consent, and the ways on. */
export function FlowEnd({ failure, onAgain, onChange }: FlowEndProps) {
  const say = useWords();
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
