import { useRef, useState } from 'react';

import { useWords } from '../../ui/words';
import { ExchangePanel } from './ExchangePanel';
import { ExchangeTable } from './ExchangeTable';
import type { ExchangePart } from './ExchangeTabs';
import { WireFilters } from './WireFilters';
import { useOpenExchange } from './use-open-exchange';
import type { Wire, WireOrigin, WireWays } from './use-wire';

interface WireBodyProps {
  readonly wire: Wire;
  readonly origin: WireOrigin;
  readonly ways: WireWays;
}

/** The list of exchanges, and beside it the one that is open. */
export function WireBody({ wire, origin, ways }: WireBodyProps) {
  const say = useWords();
  const exchanges = wire.exchanges ?? [];
  const list = useRef<HTMLDivElement>(null);
  const opening = useOpenExchange(list, exchanges, origin);
  // The same part for each exchange, so that bodies, for example, can be read one after the other.
  const [part, setPart] = useState<ExchangePart>('fields');
  const { opened } = opening;
  const open = exchanges.find(({ exchangeId }) => exchangeId === opened?.exchangeId);
  return (
    <>
      <WireFilters wire={wire} origin={origin} />
      <div className={open === undefined ? 'wire-split' : 'wire-split wire-split-open'}>
        <div className="wire-list" ref={list}>
          {exchanges.length === 0 ? (
            <p className="muted">{say('wire.none')}</p>
          ) : (
            <ExchangeTable exchanges={exchanges} opening={opening} />
          )}
        </div>
        {open === undefined || opened === null ? null : (
          <ExchangePanel
            summary={open}
            opened={opened}
            opening={opening}
            wire={wire}
            ways={ways}
            part={part}
            onPart={setPart}
          />
        )}
      </div>
    </>
  );
}
