import type { ProviderSummary } from '../../../preload/contract/app-shapes';
import type { Home } from '../../../preload/contract/consent-shapes';
import { useOpenSandbox } from '../../data/use-open-sandbox';
import { useReading, useReadings } from '../../data/use-reading';
import { AccountList } from '../../parts/AccountList';
import { Button } from '../../ui/Button';
import { ConsentStatusBadge } from '../../parts/ConsentStatusBadge';
import { FailureNotice } from '../../parts/FailureNotice';
import { Instant } from '../../ui/Instant';
import { LinkButton } from '../../ui/LinkButton';
import { MoneyTotals } from '../../parts/MoneyTotals';
import { PageHeader } from '../../ui/PageHeader';
import { Reading } from '../../parts/Reading';
import { WaitingLine } from '../../ui/WaitingLine';
import { useWords, Words } from '../../ui/words';
import './home.css';

interface HomePageProps {
  readonly onOpened: (provider: ProviderSummary) => void;
  readonly onConsent: (connectionId: string) => void;
  readonly onProviders: () => void;
}

/** Welcome, once there is something to come home to: the money first, by consent, and a smaller door. */
export function HomePage({ onOpened, onConsent, onProviders }: HomePageProps) {
  const say = useWords();
  const home = useReading('getHome', {});
  return (
    <div className="page">
      <PageHeader title={say('home.title')} isSandbox={useHasMadeUpMoney()} />
      <Reading state={home}>{(view) => <HomeMoney view={view} onConsent={onConsent} />}</Reading>
      <SandboxDoor onOpened={onOpened} onProviders={onProviders} />
    </div>
  );
}

interface HomeMoneyProps {
  readonly view: Home;
  readonly onConsent: (connectionId: string) => void;
}

function HomeMoney({ view, onConsent }: HomeMoneyProps) {
  return (
    <>
      <MoneyTotals sums={view.money} />
      {view.consents.map((consent) => (
        <HomeConsent key={consent.connectionId} consent={consent} onOpen={onConsent} />
      ))}
    </>
  );
}

interface HomeConsentProps {
  readonly consent: Home['consents'][number];
  readonly onOpen: (connectionId: string) => void;
}

function HomeConsent({ consent, onOpen }: HomeConsentProps) {
  const say = useWords();
  const { connectionId, providerName, purpose, status, readAtMs, accounts, ownCount } = consent;
  const headingId = `home-${connectionId}`;
  return (
    <section className="home-consent" aria-labelledby={headingId}>
      <div className="home-consent-head">
        <h2 id={headingId}>
          <bdi>{providerName}</bdi> <span className="home-purpose">{say(`purpose.${purpose}`)}</span>
        </h2>
        <ConsentStatusBadge status={status} />
        <span className="muted">
          {readAtMs === null ? (
            say('consents.read.never')
          ) : (
            <Words id="home.read" values={{ when: <Instant atMs={readAtMs} style="relative" /> }} />
          )}
        </span>
        <span className="home-open">
          <LinkButton onPress={() => onOpen(connectionId)}>{say('home.open-consent')}</LinkButton>
        </span>
      </div>
      {accounts.length === 0 ? (
        <p className="muted">{say(whyNoAccounts(consent))}</p>
      ) : (
        <AccountList
          connectionId={connectionId}
          accounts={accounts}
          total={ownCount}
          ownOnly
          label={say('consents.accounts')}
        />
      )}
    </section>
  );
}

function whyNoAccounts({ accountCount }: Home['consents'][number]) {
  if (accountCount === null) return 'consents.accounts.unread';
  return accountCount === 0 ? 'home.no-accounts' : 'home.shown-above';
}

function SandboxDoor({ onOpened, onProviders }: Omit<HomePageProps, 'onConsent'>) {
  const say = useWords();
  const { state, open } = useOpenSandbox(onOpened);
  return (
    <section className="home-door" aria-labelledby="home-door">
      <h2 id="home-door">{say('home.again.title')}</h2>
      <p className="muted">{say('home.again.about')}</p>
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      <div className="home-start">
        <Button isPending={state.phase === 'running'} onPress={open}>
          {say('welcome.sandbox.button')}
        </Button>
        <Button variant="quiet" onPress={onProviders}>
          {say('providers.door.button')}
        </Button>
        {state.phase === 'running' ? <WaitingLine>{say('welcome.sandbox.opening')}</WaitingLine> : null}
      </div>
    </section>
  );
}

/** Whether some of the money at home is made up, because it comes from the sandbox bank. */
function useHasMadeUpMoney(): boolean {
  const list = useReading('listConsents', {});
  const ids = list.phase === 'loaded' ? list.value.map(({ providerId }) => providerId) : [];
  const providers = useReadings(
    'getProvider',
    [...new Set(ids)].map((providerId) => ({ providerId })),
  );
  return providers.some((provider) => provider.phase === 'loaded' && provider.value.isSandbox);
}
