import type { ExchangeSummary } from '../../../preload/contract/wire-shapes';
import { usePhrases } from '../../ui/words';
import { viewOutcome } from './wire-view';

/** How an exchange ended, as the status that came or the reason why none did. */
export function Outcome({ exchange }: { readonly exchange: ExchangeSummary }) {
  const phrase = usePhrases();
  const { tone, text } = viewOutcome(exchange);
  return <span className={`wire-outcome-${tone}`}>{typeof text === 'string' ? text : phrase(text)}</span>;
}
