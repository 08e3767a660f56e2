import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import { useOpenSandbox } from '../../data/use-open-sandbox';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { PageHeader } from '../../ui/PageHeader';
import { ThemeChoice } from '../../parts/ThemeChoice';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords } from '../../ui/words';
import './welcome.css';

interface WelcomePageProps {
  readonly onOpened: (provider: ProviderSummary) => void;
  readonly onProviders: () => void;
}

/** The first page: what this is, and the doors into it. */
export function WelcomePage({ onOpened, onProviders }: WelcomePageProps) {
  const say = useWords();
  return (
    <div className="welcome">
      <PageHeader title={say('app.name')} windowTitle={say('app.nav.welcome')} lead={say('welcome.lead')} />
      <SandboxDoor onOpened={onOpened} />
      <ProviderDoor onProviders={onProviders} />
      <footer className="welcome-footer">
        <p>{say('welcome.promise')}</p>
        <ThemeChoice />
      </footer>
    </div>
  );
}

function ProviderDoor({ onProviders }: Pick<WelcomePageProps, 'onProviders'>) {
  const say = useWords();
  return (
    <section className="welcome-other" aria-labelledby="welcome-other">
      <div>
        <h2 id="welcome-other">{say('providers.door.title')}</h2>
        <p className="muted">{say('providers.door.about')}</p>
      </div>
      <Button onPress={onProviders}>{say('providers.door.button')}</Button>
    </section>
  );
}

function SandboxDoor({ onOpened }: Pick<WelcomePageProps, 'onOpened'>) {
  const say = useWords();
  const { state, open } = useOpenSandbox(onOpened);
  const isOpening = state.phase === 'running';
  return (
    <section className="welcome-door" aria-labelledby="welcome-door">
      <h2 id="welcome-door">{say('welcome.sandbox.title')}</h2>
      <p>{say('welcome.sandbox.about')}</p>
      {state.phase === 'failed' ? (
        <FailureNotice
          failure={state.failure}
          actions={<Button onPress={open}>{say('app.try-again')}</Button>}
        />
      ) : (
        <div className="welcome-start">
          <Button variant="primary" size="large" isPending={isOpening} onPress={open}>
            {say('welcome.sandbox.button')}
          </Button>
          {isOpening ? <WaitingLine>{say('welcome.sandbox.opening')}</WaitingLine> : null}
        </div>
      )}
      <p className="muted">{say('welcome.sandbox.next')}</p>
    </section>
  );
}
