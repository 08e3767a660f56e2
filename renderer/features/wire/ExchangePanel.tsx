import { ChevronDown, ChevronUp, Copy, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import { useAction } from '../../data/use-action';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { Status } from '../../ui/Status';
import { useWords } from '../../ui/words';
import './exchange-panel.css';
import { ExchangeFacts } from './ExchangeFacts';
import { ExchangeReading } from './ExchangeReading';
import { type ExchangePart, ExchangeTabs } from './ExchangeTabs';
import { Outcome } from './Outcome';
import { useHighlight } from './use-highlight';
import type { Opened, OpenExchange } from './use-open-exchange';
import type { Wire, WireWays } from './use-wire';

interface ExchangePanelProps {
  readonly summary: ExchangeSummary;
  readonly opened: Opened;
  readonly opening: OpenExchange;
  readonly wire: Wire;
  readonly ways: WireWays;
  readonly part: ExchangePart;
  readonly onPart: (part: ExchangePart) => void;
}

/** One exchange: what it was, and everything in it. */
export function ExchangePanel({ summary, opened, opening, wire, ways, part, onPart }: ExchangePanelProps) {
  const say = useWords();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened.takesFocus) heading.current?.focus();
  }, [opened]);
  useHighlight(panel, wire.search);
  const { exchangeId, step } = summary;
  const { trace } = wire;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) opening.close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={panel} className="wire-panel" aria-labelledby="wire-panel-title" onKeyDown={press}>
      <header className="wire-panel-header">
        <h2 id="wire-panel-title" ref={heading} tabIndex={-1}>
          {say(`wire.step.${step}`)} <Outcome exchange={summary} />
        </h2>
        <PanelButtons opening={opening} />
      </header>
      <ExchangeFacts summary={summary} ways={trace === null ? ways : null}>
        {trace === null ? <CopyAsCurl key={exchangeId} exchangeId={exchangeId} /> : null}
      </ExchangeFacts>
      <ExchangeReading key={exchangeId} exchangeId={exchangeId} trace={trace}>
        {(detail) => <ExchangeTabs detail={detail} wire={wire} part={part} onPart={onPart} />}
      </ExchangeReading>
    </section>
  );
}

function PanelButtons({ opening }: { readonly opening: OpenExchange }) {
  const say = useWords();
  const { previousId, nextId, follow, close } = opening;
  const step = (exchangeId: string | null) => (exchangeId === null ? undefined : follow(exchangeId));
  return (
    <div className="wire-panel-buttons">
      <Button
        variant="quiet"
        isPending={previousId === null}
        icon={<ChevronUp size={16} aria-hidden />}
        onPress={() => step(previousId)}
      >
        {say('wire.previous')}
      </Button>
      <Button
        variant="quiet"
        isPending={nextId === null}
        icon={<ChevronDown size={16} aria-hidden />}
        onPress={() => step(nextId)}
      >
        {say('wire.next')}
      </Button>
      <Button variant="quiet" icon={<X size={16} aria-hidden />} onPress={close}>
        {say('wire.close')}
      </Button>
    </div>
  );
}

function CopyAsCurl({ exchangeId }: { readonly exchangeId: string }) {
  const say = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = useAction<unknown>(() => setIsCopied(true));
  return (
    <>
      <Button
        icon={<Copy size={16} aria-hidden />}
        onPress={() => copy.start(() => window.bridge.copyExchangeAsCurl({ exchangeId }))}
      >
        {say('wire.curl')}
      </Button>
      <Status className="muted">{isCopied ? say('wire.curl.done') : ''}</Status>
      {copy.state.phase === 'failed' ? <FailureNotice failure={copy.state.failure} /> : null}
    </>
  );
}
