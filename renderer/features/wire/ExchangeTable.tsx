import { Lock } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';

import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import { Instant } from '../../ui/Instant';
import { Phrased, useWords } from '../../ui/words';
import { Outcome } from './Outcome';
import { TimeBar } from './TimeBar';
import { type TimeSpan, viewTimeline } from './timeline-view';
import type { OpenExchange } from './use-open-exchange';
import { useRowKeys } from './use-row-keys';
import { pathOf, viewBytes, viewDuration } from './wire-view';

interface ExchangeTableProps {
  readonly exchanges: readonly ExchangeSummary[];
  readonly opening: OpenExchange;
}

const COLUMNS = ['started', 'step', 'request', 'status', 'size', 'time', 'line'] as const;

/** One line for each exchange, oldest first. */
export function ExchangeTable({ exchanges, opening }: ExchangeTableProps) {
  const say = useWords();
  const openId = opening.opened?.exchangeId ?? null;
  const ids = exchanges.map(({ exchangeId }) => exchangeId);
  const keys = useRowKeys({ ids, openId, onFollow: opening.follow });
  const spans = useMemo(() => viewTimeline(exchanges), [exchanges]);
  return (
    <div className="wire-table-frame">
      <table className="wire-table" aria-label={say('wire.list')} aria-describedby="wire-keys">
        <caption id="wire-keys" className="visually-hidden">
          {say('wire.keys')}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`wire-cell-${column}`}>
                {say(`wire.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onKeyDown={keys.press}>
          {exchanges.map((exchange) => (
            <ExchangeRow
              key={exchange.exchangeId}
              exchange={exchange}
              span={spans.get(exchange.exchangeId) ?? null}
              isOpen={exchange.exchangeId === openId}
              isStop={exchange.exchangeId === keys.stopId}
              onOpen={opening.open}
              onArrive={keys.setAtId}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ExchangeRowProps {
  readonly exchange: ExchangeSummary;
  readonly span: TimeSpan | null;
  readonly isOpen: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly onOpen: (exchangeId: string) => void;
  readonly onArrive: (exchangeId: string) => void;
}

/** Drawn anew only where it changed: with an arrow key two of up to 500 rows do. */
const ExchangeRow = memo(({ span, ...props }: ExchangeRowProps) => {
  const { exchange, isOpen } = props;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const { method, host, kind, durationMs, receivedBytes, startedAtMs } = exchange;
  return (
    <tr ref={row} aria-current={isOpen ? 'true' : undefined}>
      <td className="wire-cell-started mono">
        <Instant atMs={startedAtMs} style="log" />
      </td>
      <th scope="row" className="wire-cell-step">
        <RowButton {...props} />
      </th>
      <td className="wire-cell-request wire-request">
        <span className="wire-method">{method}</span> {pathOf(exchange)}{' '}
        {exchange.isMutualTls ? <MutualTls /> : null} <span className="muted">{host}</span>
      </td>
      <td className="wire-cell-status">
        <Outcome exchange={exchange} />
      </td>
      <td className="wire-cell-size">
        {kind === 'browser' ? null : <Phrased phrase={viewBytes(receivedBytes)} />}
      </td>
      <td className="wire-cell-time">
        {kind === 'browser' ? null : <Phrased phrase={viewDuration(durationMs)} />}
      </td>
      <td className="wire-cell-line">{span === null ? null : <TimeBar span={span} />}</td>
    </tr>
  );
});
ExchangeRow.displayName = 'ExchangeRow';

function RowButton({ exchange, isStop, onOpen, onArrive }: Omit<ExchangeRowProps, 'span'>) {
  const say = useWords();
  const { exchangeId, step, method, host } = exchange;
  const name = say(`wire.step.${step}`);
  return (
    <button
      type="button"
      className="link-button"
      data-exchange={exchangeId}
      tabIndex={isStop ? 0 : -1}
      aria-label={say('wire.open', { step: name, method, host, path: pathOf(exchange) })}
      onClick={() => onOpen(exchangeId)}
      onFocus={() => onArrive(exchangeId)}
    >
      {name}
    </button>
  );
}

function MutualTls() {
  const say = useWords();
  return (
    <span className="wire-mtls">
      <Lock size={12} aria-hidden />
      {say('wire.mtls')}
    </span>
  );
}
