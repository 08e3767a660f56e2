import { useState } from 'react';

import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailureNotice } from '../../ui/FailureNotice';
import { Instant } from '../../ui/Instant';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { Status } from '../../ui/Status';
import { useWords, Words } from '../../ui/words';
import { ExchangePanel } from './ExchangePanel';
import { ExchangeTable } from './ExchangeTable';
import { useWire } from './use-wire';
import type { Wire, WireOrigin } from './use-wire';
import './wire.css';
import { WireFilters } from './WireFilters';

interface WirePageProps extends WireOrigin {
  readonly onWelcome: () => void;
}

/** Everything that went over the wire in this session, or in one that was saved. */
export function WirePage({ onWelcome, ...origin }: WirePageProps) {
  const say = useWords();
  const wire = useWire(origin);
  const { trace, exchanges, failure } = wire;
  return (
    <div className="page wire-page">
      <PageHeader
        key={trace?.fileName ?? 'live'}
        title={trace === null ? say('wire.title') : say('wire.trace.title', { file: trace.fileName })}
        lead={
          trace === null ? (
            say('wire.lead')
          ) : (
            <Words
              id="wire.trace.lead"
              values={{ when: <Instant key="when" atMs={trace.savedAtMs} style="day-time" /> }}
            />
          )
        }
        actions={<WireActions wire={wire} />}
      />
      {failure === null ? null : <FailureNotice failure={failure} />}
      {wire.files.failure === null ? null : <FailureNotice failure={wire.files.failure} />}
      <Status className={wire.files.savedAs === null ? 'visually-hidden' : 'wire-news'}>
        {wire.files.savedAs === null ? '' : say('wire.saved', { file: wire.files.savedAs })}
      </Status>
      {exchanges === null && failure === null ? <Loading /> : null}
      {exchanges === null ? null : <WireBody wire={wire} origin={origin} onWelcome={onWelcome} />}
    </div>
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

interface WireBodyProps {
  readonly wire: Wire;
  readonly origin: WireOrigin;
  readonly onWelcome: () => void;
}

function WireBody({ wire, origin, onWelcome }: WireBodyProps) {
  const say = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const exchanges = wire.exchanges ?? [];
  if (wire.totalCount === 0)
    return (
      <EmptyState
        title={say('wire.empty')}
        action={<Button onPress={onWelcome}>{say('wire.empty.action')}</Button>}
      >
        {say('wire.empty.about')}
      </EmptyState>
    );
  const open = exchanges.find(({ exchangeId }) => exchangeId === openId);
  return (
    <>
      <div className="wire-list">
        <WireFilters wire={wire} origin={origin} />
        {exchanges.length === 0 ? (
          <p className="muted">{say('wire.none')}</p>
        ) : (
          <ExchangeTable exchanges={exchanges} openId={openId} onOpen={setOpenId} />
        )}
      </div>
      {open === undefined ? null : (
        <ExchangePanel key={open.exchangeId} summary={open} exchanges={exchanges} trace={wire.trace} />
      )}
    </>
  );
}
