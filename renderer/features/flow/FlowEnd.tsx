import type { Failure } from '../../../preload/contract/failure';
import type { MessageId } from '../../../preload/contract/messages/catalogue';
import { FailureNotice } from '../../parts/FailureNotice';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/words';
import { type WayOn, whatToOffer } from './flow-end';

interface FlowEndProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
  readonly onChange: () => void;
  /** The way to the consent that was granted and could not be read; null where there is none. */
  readonly onConsent: (() => void) | null;
  /** Opens the provider's page. */
  readonly onProvider: () => void;
  /** Opens what is kept of the provider, to be changed. */
  readonly onProfile: () => void;
  /** The bank that comes with the app has no such pages. */
  readonly isSandbox: boolean;
}

/** Why the flow ended without a consent or without having read it, and the ways on. */
export function FlowEnd(props: FlowEndProps) {
  const { failure, onConsent } = props;
  const say = useWords();
  if (onConsent === null) return <WaysOn {...props} />;
  // The same request once more would lead to a second grant beside the one that is there.
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

function WaysOn({ failure, isSandbox, ...ways }: FlowEndProps) {
  const say = useWords();
  const { onAgain, onChange, onProvider, onProfile } = ways;
  const first = whatToOffer(failure);
  const atProvider = first === 'register' ? onProvider : first === 'profile' ? onProfile : null;
  return (
    <FailureNotice
      failure={failure}
      actions={
        <>
          {atProvider === null || isSandbox ? null : (
            <Button variant="primary" onPress={atProvider}>
              {say(nameOfWay(failure, first))}
            </Button>
          )}
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

function nameOfWay({ kind }: Failure, way: WayOn): MessageId {
  if (kind === 'registration-outdated') return 'flow.register';
  return way === 'profile' ? 'flow.profile' : 'flow.provider';
}
