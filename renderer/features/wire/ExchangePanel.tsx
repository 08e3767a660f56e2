import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import type { ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { useAction } from '../../data/use-action';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../ui/FailureNotice';
import { Status } from '../../ui/Status';
import { useWords } from '../../ui/words';
import './exchange-panel.css';
import { ExchangeReading } from './ExchangeReading';
import { ExchangeTabs } from './ExchangeTabs';
import { Outcome } from './Outcome';
import { pathOf } from './wire-view';

interface ExchangePanelProps {
  readonly summary: ExchangeSummary;
  /** Those that it can be compared with. */
  readonly exchanges: readonly ExchangeSummary[];
  /** The saved session that it is from; null for this one. */
  readonly trace: Trace | null;
}

/** One exchange: what it was, and everything in it. */
export function ExchangePanel({ summary, exchanges, trace }: ExchangePanelProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { exchangeId, step, method, host } = summary;
  return (
    <section className="wire-panel" aria-labelledby="wire-panel-title">
      <header className="wire-panel-header">
        <div className="wire-panel-words">
          <h2 id="wire-panel-title" ref={heading} tabIndex={-1}>
            {say(`wire.step.${step}`)} <Outcome exchange={summary} />
          </h2>
          <p className="mono wire-address">
            {method} {host}
            {pathOf(summary)}
          </p>
        </div>
        {trace === null ? <CopyAsCurl exchangeId={exchangeId} /> : null}
      </header>
      <ExchangeReading exchangeId={exchangeId} trace={trace}>
        {(detail) => <ExchangeTabs detail={detail} exchanges={exchanges} trace={trace} />}
      </ExchangeReading>
    </section>
  );
}

function CopyAsCurl({ exchangeId }: { readonly exchangeId: string }) {
  const say = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = useAction<unknown>(() => setIsCopied(true));
  return (
    <div className="wire-curl">
      <Button
        icon={<Copy size={16} aria-hidden />}
        onPress={() => copy.start(() => window.bridge.copyExchangeAsCurl({ exchangeId }))}
      >
        {say('wire.curl')}
      </Button>
      <Status className="muted">{isCopied ? say('wire.curl.done') : ''}</Status>
      {copy.state.phase === 'failed' ? <FailureNotice failure={copy.state.failure} /> : null}
    </div>
  );
}
