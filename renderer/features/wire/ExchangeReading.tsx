import type { ReactNode } from 'react';

import type { ExchangeDetail, Trace } from '../../../preload/contract/wire-shapes';
import { useReading } from '../../data/use-reading';
import { Reading } from '../../parts/Reading';

interface ExchangeReadingProps {
  readonly exchangeId: string;
  readonly trace: Trace | null;
  readonly children: (detail: ExchangeDetail) => ReactNode;
}

/** One exchange, from memory or from a saved session. */
export function ExchangeReading({ exchangeId, trace, children }: ExchangeReadingProps) {
  if (trace === null) return <LiveExchange exchangeId={exchangeId}>{children}</LiveExchange>;
  const saved = trace.exchanges.find((exchange) => exchange.exchangeId === exchangeId);
  return saved === undefined ? null : <>{children(saved)}</>;
}

function LiveExchange({ exchangeId, children }: Omit<ExchangeReadingProps, 'trace'>) {
  const exchange = useReading('getExchange', { exchangeId });
  return <Reading state={exchange}>{children}</Reading>;
}
