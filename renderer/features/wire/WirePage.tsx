import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailureNotice } from '../../parts/FailureNotice';
import { Instant } from '../../ui/Instant';
import { LinkButton } from '../../ui/LinkButton';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { Status } from '../../ui/Status';
import { useWords, Words } from '../../ui/words';
import { useWire, type Wire, type WireOrigin, type WireWays } from './use-wire';
import './wire.css';
import { WireBody } from './WireBody';

interface WirePageProps extends WireOrigin, WireWays {
  readonly onWelcome: () => void;
}

/** Everything that went over the wire in this session, or in one that was saved. */
export function WirePage({ onWelcome, onFlow, onConsent, ...origin }: WirePageProps) {
  const say = useWords();
  const wire = useWire(origin);
  const { trace, exchanges, failure } = wire;
  const ways = { onFlow, onConsent };
  const saved = trace === null ? wire.files.saved : null;
  return (
    // Another session has other exchanges: what was open in this one is not open there.
    <div key={trace?.fileName ?? ''} className="page wire-page">
      <PageHeader
        title={trace === null ? say('wire.title') : say('wire.trace.title', { file: trace.fileName })}
        lead={<Lead wire={wire} />}
        {...(trace === null && hasOrigin(origin)
          ? { eyebrow: <BackToOrigin origin={origin} ways={ways} /> }
          : {})}
        actions={<WireActions wire={wire} />}
      />
      {failure === null ? null : <FailureNotice failure={failure} />}
      {wire.files.failure === null ? null : <FailureNotice failure={wire.files.failure} />}
      <Status className={saved === null ? 'visually-hidden' : 'wire-news'}>
        {saved === null ? '' : say('wire.saved', { file: saved.fileName, count: saved.count })}
      </Status>
      {exchanges === null && failure === null ? <Loading /> : null}
      {exchanges === null || wire.totalCount === 0 ? null : (
        <WireBody wire={wire} origin={origin} ways={ways} />
      )}
      {exchanges !== null && wire.totalCount === 0 ? <NothingYet onWelcome={onWelcome} /> : null}
    </div>
  );
}

function hasOrigin({ flowId, connectionId }: WireOrigin): boolean {
  return flowId !== null || connectionId !== null;
}

function BackToOrigin({ origin, ways }: { readonly origin: WireOrigin; readonly ways: WireWays }) {
  const say = useWords();
  const { flowId, connectionId } = origin;
  if (connectionId !== null)
    return <LinkButton onPress={() => ways.onConsent(connectionId)}>{say('wire.to-consent')}</LinkButton>;
  return flowId === null ? null : (
    <LinkButton onPress={() => ways.onFlow(flowId)}>{say('wire.to-flow')}</LinkButton>
  );
}

function Lead({ wire: { trace } }: { readonly wire: Wire }) {
  const say = useWords();
  if (trace === null) return <>{say('wire.lead')}</>;
  return (
    <Words
      id="wire.trace.lead"
      values={{ when: <Instant key="when" atMs={trace.savedAtMs} style="day-time" /> }}
    />
  );
}

function WireActions({ wire }: { readonly wire: Wire }) {
  const say = useWords();
  const { files, trace } = wire;
  const exchanges = wire.exchanges ?? [];
  if (trace !== null) return <Button onPress={wire.closeTrace}>{say('wire.trace.close')}</Button>;
  return (
    <>
      <Button variant="quiet" onPress={files.openTrace}>
        {say('wire.trace.open')}
      </Button>
      {exchanges.length === 0 ? null : (
        <>
          <Button onPress={() => files.saveTrace(exchanges)}>{say('wire.trace')}</Button>
          <Button onPress={() => files.saveHar(exchanges)}>{say('wire.har')}</Button>
        </>
      )}
    </>
  );
}

function NothingYet({ onWelcome }: { readonly onWelcome: () => void }) {
  const say = useWords();
  return (
    <EmptyState
      title={say('wire.empty')}
      action={<Button onPress={onWelcome}>{say('wire.empty.action')}</Button>}
    >
      {say('wire.empty.about')}
    </EmptyState>
  );
}
