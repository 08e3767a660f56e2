import type { Failure } from '../../../preload/contract/failure';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';

interface LookUpFailureProps {
  readonly failure: Failure;
  /** Takes the issuer that the metadata names; left out where the address cannot change. */
  readonly onUse?: ((issuer: string) => void) | undefined;
}

/** Why nothing was found at an address; where it has another name, that is one press away. */
export function LookUpFailure({ failure, onUse }: LookUpFailureProps) {
  const say = useWords();
  if (failure.kind !== 'issuer-differs' || onUse === undefined) return <FailureNotice failure={failure} />;
  const { issuer } = failure;
  return (
    <FailureNotice
      failure={failure}
      actions={
        <Button variant="primary" onPress={() => onUse(issuer)}>
          {say('providers.add.use-issuer', { issuer })}
        </Button>
      }
    />
  );
}
