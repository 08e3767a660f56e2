import { useDeferredValue, useMemo, useState } from 'react';

import type { Output } from '../../../preload/contract/ipc-contract';
import type { Trace, WireStep } from '../../../preload/contract/wire-shapes';
import { useReading } from '../../data/use-reading';
import { useWireFiles } from './use-wire-files';
import { fits, isOfKind, type WireKind } from './wire-view';

/** Whose exchanges the list is narrowed to; a provider by its id. */
export type WireExtent = 'all' | 'flow' | 'connection' | `provider:${string}`;

/** Whose exchanges the page was opened for, and which of them is wanted. */
export interface WireOrigin {
  readonly flowId: string | null;
  readonly connectionId: string | null;
  /** Opens the last exchange of the first of these steps that there is one of; empty for none. */
  readonly steps: readonly WireStep[];
}

/** Where the wire leads: to what its exchanges were for. */
export interface WireWays {
  readonly onFlow: (flowId: string) => void;
  readonly onConsent: (connectionId: string) => void;
}

/** The list, what it is narrowed to, and what is saved and opened. */
export function useWire(origin: WireOrigin) {
  const [extent, setExtent] = useState<WireExtent>(extentOf(origin));
  const [kind, setKind] = useState<WireKind>('every');
  const [search, setSearch] = useState('');
  const [trace, setTrace] = useState<Trace | null>(null);
  // What was looked for here need not be there.
  const showSession = (session: Trace | null) => {
    setTrace(session);
    setSearch('');
    setKind('every');
  };
  const files = useWireFiles(showSession);
  const wanted = useDeferredValue(search);
  const list = useExchangeList(origin, extent, wanted);
  // The same list each time it is the same: it is long, and drawing it takes its time.
  const known = list.known?.exchanges;
  const exchanges = useMemo(() => {
    const found = trace === null ? (known ?? null) : trace.exchanges.filter((one) => fits(one, wanted));
    return found === null ? null : found.filter((one) => isOfKind(one, kind));
  }, [trace, known, wanted, kind]);

  return {
    extent,
    setExtent,
    kind,
    setKind,
    search,
    setSearch,
    trace,
    closeTrace: () => showSession(null),
    files,
    /** Null until the first answer. */
    exchanges,
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
    providerId: extent.startsWith('provider:') ? extent.slice('provider:'.length) : null,
    search,
  });
  // The last answer stays in sight while the next is on its way, so that typing does not make the list flicker.
  if (list.phase === 'loaded' && list.value !== known) setKnown(list.value);
  return { known, failure: list.phase === 'failed' ? list.failure : null };
}
