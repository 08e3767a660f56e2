import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import { useOpenSandbox } from '../../data/use-open-sandbox';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../ui/FailureNotice';
import { PageHeader } from '../../ui/PageHeader';
import { ThemeChoice } from '../../ui/ThemeChoice';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords } from '../../ui/words';
import './welcome.css';

/** The first page: what this is, and the one door into it. */
export function WelcomePage({ onOpened }: { readonly onOpened: (provider: ProviderSummary) => void }) {
  const say = useWords();
  return (
    <div className="welcome">
      <PageHeader title={say('app.name')} windowTitle={say('app.nav.welcome')} lead={say('welcome.lead')} />
      <SandboxDoor onOpened={onOpened} />
      <footer className="welcome-footer">
        <p>{say('welcome.promise')}</p>
        <ThemeChoice />
      </footer>
    </div>
  );
}

function SandboxDoor({ onOpened }: { readonly onOpened: (provider: ProviderSummary) => void }) {
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
