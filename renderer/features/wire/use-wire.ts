import { useDeferredValue, useState } from 'react';

import type { Output } from '../../../preload/contract/ipc-contract';
import type { ExchangeSummary, Trace } from '../../../preload/contract/wire-shapes';
import { useAction } from '../../data/use-action';
import { useReading } from '../../data/use-reading';
import { fits } from './wire-view';

/** What the list is narrowed to beside the text that is looked for. */
export type WireExtent = 'all' | 'flow' | 'connection';

/** Whose exchanges the page was opened for. */
export interface WireOrigin {
  readonly flowId: string | null;
  readonly connectionId: string | null;
}

/** The list, what it is narrowed to, and what is saved and opened. */
export function useWire(origin: WireOrigin) {
  const [extent, setExtent] = useState<WireExtent>(extentOf(origin));
  const [search, setSearch] = useState('');
  const [trace, setTrace] = useState<Trace | null>(null);
  const files = useWireFiles(setTrace);
  const list = useExchangeList(origin, extent, useDeferredValue(search));
  const exchanges =
    trace === null ? (list.known?.exchanges ?? []) : trace.exchanges.filter((one) => fits(one, search));

  return {
    extent,
    setExtent,
    search,
    setSearch,
    trace,
    closeTrace: () => setTrace(null),
    files,
    /** Null until the first answer. */
    exchanges: list.known === null && trace === null ? null : exchanges,
    totalCount: trace === null ? (list.known?.totalCount ?? 0) : trace.exchanges.length,
    droppedCount: trace === null ? (list.known?.droppedCount ?? 0) : 0,
    failure: list.failure,
  };
}

export type Wire = ReturnType<typeof useWire>;

function extentOf({ flowId, connectionId }: WireOrigin): WireExtent {
  if (connectionId !== null) return 'connection';
  return flowId === null ? 'all' : 'flow';
}

function useExchangeList({ flowId, connectionId }: WireOrigin, extent: WireExtent, search: string) {
  const [known, setKnown] = useState<Output<'listExchanges'> | null>(null);
  const list = useReading('listExchanges', {
    flowId: extent === 'flow' ? flowId : null,
    connectionId: extent === 'connection' ? connectionId : null,
    providerId: null,
    search,
  });
  // The last answer stays in sight while the next is on its way, so that typing does not make the list flicker.
  if (list.phase === 'loaded' && list.value !== known) setKnown(list.value);
  return { known, failure: list.phase === 'failed' ? list.failure : null };
}

function useWireFiles(onTrace: (trace: Trace) => void) {
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const save = useAction<Output<'saveHar'>>(({ fileName }) => setSavedAs(fileName));
  const open = useAction<Output<'openTrace'>>(({ trace }) => (trace === null ? undefined : onTrace(trace)));
  const failed = [save.state, open.state].find((state) => state.phase === 'failed');
  const idsOf = (exchanges: readonly ExchangeSummary[]) => exchanges.map(({ exchangeId }) => exchangeId);

  return {
    savedAs,
    failure: failed?.phase === 'failed' ? failed.failure : null,
    saveHar: (exchanges: readonly ExchangeSummary[]) => {
      setSavedAs(null);
      save.start(() => window.bridge.saveHar({ exchangeIds: idsOf(exchanges) }));
    },
    saveTrace: (exchanges: readonly ExchangeSummary[]) => {
      setSavedAs(null);
      save.start(() => window.bridge.saveTrace({ exchangeIds: idsOf(exchanges) }));
    },
    openTrace: () => open.start(() => window.bridge.openTrace({})),
  };
}
