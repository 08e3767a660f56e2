import type { ExchangeDetail } from '../../../preload/contract/wire-shapes';
import { Tabs } from '../../ui/Tabs';
import { useWords } from '../../ui/words';
import { BodyView } from './BodyView';
import { DifferencesView } from './DifferencesView';
import { FieldTable } from './FieldTable';
import { HeadersView } from './HeadersView';
import { TlsView } from './TlsView';
import type { Wire } from './use-wire';
import { hitsOf } from './wire-view';

const PARTS = ['fields', 'headers', 'body', 'tls', 'compare'] as const;
/** A part of an exchange. */
export type ExchangePart = (typeof PARTS)[number];

interface ExchangeTabsProps {
  readonly detail: ExchangeDetail;
  readonly wire: Wire;
  readonly part: ExchangePart;
  readonly onPart: (part: ExchangePart) => void;
}

/** The parts of one exchange, one at a time; where something is looked for, with how often each has it. */
export function ExchangeTabs({ detail, wire, part, onPart }: ExchangeTabsProps) {
  const say = useWords();
  const { exchanges, trace, search } = wire;
  const hits = { ...hitsOf(detail, search), tls: 0, compare: 0 };
  const contents = {
    fields: <FieldTable detail={detail} />,
    headers: <HeadersView detail={detail} />,
    body: <BodyView detail={detail} />,
    tls: <TlsView detail={detail} />,
    compare: <DifferencesView detail={detail} exchanges={exchanges ?? []} trace={trace} />,
  };
  const tabs = PARTS.map((id) => {
    const name = say(`wire.tab.${id}`);
    return {
      id,
      name: hits[id] === 0 ? name : say('wire.tab.hits', { name, count: hits[id] }),
      content: contents[id],
    };
  });
  return <Tabs label={say('wire.tabs')} tabs={tabs} selected={part} onSelect={onPart} />;
}
