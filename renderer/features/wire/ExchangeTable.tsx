import { Lock } from 'lucide-react';

import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import { LinkButton } from '../../ui/LinkButton';
import { Phrased, useWords } from '../../ui/words';
import { Outcome } from './Outcome';
import { pathOf, viewBytes } from './wire-view';

interface ExchangeTableProps {
  readonly exchanges: readonly ExchangeSummary[];
  readonly openId: string | null;
  readonly onOpen: (exchangeId: string) => void;
}

const COLUMNS = ['step', 'request', 'status', 'size', 'time'] as const;

/** One line for each exchange, oldest first. */
export function ExchangeTable({ exchanges, openId, onOpen }: ExchangeTableProps) {
  const say = useWords();
  return (
    <div className="wire-table-frame">
      <table className="wire-table" aria-label={say('wire.list')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`wire.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exchanges.map((exchange) => (
            <ExchangeRow
              key={exchange.exchangeId}
              exchange={exchange}
              isOpen={exchange.exchangeId === openId}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ExchangeRowProps {
  readonly exchange: ExchangeSummary;
  readonly isOpen: boolean;
  readonly onOpen: (exchangeId: string) => void;
}

function ExchangeRow({ exchange, isOpen, onOpen }: ExchangeRowProps) {
  const say = useWords();
  const { exchangeId, step, method, host, kind, durationMs, receivedBytes } = exchange;
  const path = pathOf(exchange);
  const name = say(`wire.step.${step}`);
  return (
    <tr aria-current={isOpen ? 'true' : undefined}>
      <th scope="row">
        <LinkButton
          label={say('wire.open', { step: name, method, host, path })}
          onPress={() => onOpen(exchangeId)}
        >
          {name}
        </LinkButton>
      </th>
      <td className="wire-request">
        <span className="wire-method">{method}</span> <span className="muted">{host}</span>
        {path}
        {exchange.isMutualTls ? (
          <span className="wire-mtls">
            <Lock size={12} aria-hidden />
            {say('wire.mtls')}
          </span>
        ) : null}
      </td>
      <td>
        <Outcome exchange={exchange} />
      </td>
      <td className="wire-number">
        {kind === 'browser' ? null : <Phrased phrase={viewBytes(receivedBytes)} />}
      </td>
      <td className="wire-number">
        {kind === 'browser' ? null : say('wire.milliseconds', { count: durationMs })}
      </td>
    </tr>
  );
}
