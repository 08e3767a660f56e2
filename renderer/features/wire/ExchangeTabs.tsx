import type { ExchangeDetail, ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { Tabs } from '../../ui/Tabs';
import { useWords } from '../../ui/words';
import { BodyView } from './BodyView';
import { DifferencesView } from './DifferencesView';
import { FieldTable } from './FieldTable';
import { HeadersView } from './HeadersView';
import { TlsView } from './TlsView';

interface ExchangeTabsProps {
  readonly detail: ExchangeDetail;
  readonly exchanges: readonly ExchangeSummary[];
  readonly trace: Trace | null;
}

/** The parts of one exchange, one at a time. */
export function ExchangeTabs({ detail, exchanges, trace }: ExchangeTabsProps) {
  const say = useWords();
  const parts = {
    fields: <FieldTable detail={detail} />,
    headers: <HeadersView detail={detail} />,
    body: <BodyView detail={detail} />,
    tls: <TlsView detail={detail} />,
    compare: <DifferencesView detail={detail} exchanges={exchanges} trace={trace} />,
  };
  const tabs = (['fields', 'headers', 'body', 'tls', 'compare'] as const).map((id) => ({
    id,
    name: say(`wire.tab.${id}`),
    content: parts[id],
  }));
  return <Tabs label={say('wire.tabs')} tabs={tabs} />;
}
