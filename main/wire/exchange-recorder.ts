import { AsyncLocalStorage } from 'node:async_hooks';

import type { Exchange, SeenExchange, WireScope } from './exchange';

/** The most that is kept: exchanges, and bytes of bodies and headers together. */
const MAX_EXCHANGES = 500;
const MAX_BYTES = 32_000_000;

const NO_SCOPE: WireScope = { flowId: null, connectionId: null, providerId: null };

/** What the transport needs of the recorder. */
export interface WireObserver {
  /** An exchange begins, on behalf of whatever is under way; the function takes what was seen of it. */
  readonly begin: () => (seen: SeenExchange) => void;
}

/** Remembers what went over the wire in this session, in memory alone. */
export interface ExchangeRecorder extends WireObserver {
  /** Whatever the act exchanges is kept under this scope. */
  readonly during: <Value>(scope: Partial<WireScope>, act: () => Value) => Value;
  /** A flow has become a connection: its exchanges belong to both. */
  readonly joinFlow: (flowId: string, connectionId: string) => void;
  /** Oldest first. */
  readonly list: () => readonly Exchange[];
  readonly get: (exchangeId: string) => Exchange | null;
  /** How many were let go to make room. */
  readonly droppedCount: () => number;
}

export interface RecorderOptions {
  readonly newId: () => string;
  /** Called when the list has changed. */
  readonly onChange: () => void;
  readonly maxExchanges?: number;
  readonly maxBytes?: number;
}

/**
 * Makes the recorder. The scope travels with the asynchronous call (AsyncLocalStorage) and not as an
 * argument: it would else pass through every protocol rule, none of which has any use for it, and a
 * rule that forgot to hand it on would lose the exchange from the flow's list.
 */
export function createExchangeRecorder(options: RecorderOptions): ExchangeRecorder {
  const { newId, onChange } = options;
  const scopes = new AsyncLocalStorage<WireScope>();
  const connectionOfFlow = new Map<string, string>();
  const kept = boundedList(options);
  let begun = 0;

  return {
    begin: () => {
      const scope = scopes.getStore() ?? NO_SCOPE;
      const order = begun;
      begun += 1;
      return (seen) => {
        const connectionId = scope.connectionId ?? connectionOfFlow.get(scope.flowId ?? '') ?? null;
        kept.add({ ...seen, ...scope, connectionId, exchangeId: newId() }, order);
        onChange();
      };
    },
    during: (scope, act) => scopes.run({ ...(scopes.getStore() ?? NO_SCOPE), ...scope }, act),
    joinFlow: (flowId, connectionId) => {
      connectionOfFlow.set(flowId, connectionId);
      kept.change((exchange) => (exchange.flowId === flowId ? { ...exchange, connectionId } : exchange));
      onChange();
    },
    list: kept.list,
    get: (exchangeId) => kept.list().find((exchange) => exchange.exchangeId === exchangeId) ?? null,
    droppedCount: kept.droppedCount,
  };
}

/** Exchanges in the order in which they began, as many as there is room for. */
function boundedList({ maxExchanges = MAX_EXCHANGES, maxBytes = MAX_BYTES }: RecorderOptions) {
  let entries: ReadonlyArray<{ readonly order: number; readonly exchange: Exchange }> = [];
  let keptBytes = 0;
  let droppedCount = 0;
  return {
    // By its beginning: a slow answer does not move behind a later request.
    add: (exchange: Exchange, order: number): void => {
      const after = entries.findLastIndex((entry) => entry.order < order);
      entries = entries.toSpliced(after + 1, 0, { order, exchange });
      keptBytes += bytesOf(exchange);
      while (entries.length > maxExchanges || (keptBytes > maxBytes && entries.length > 1)) {
        const [oldest, ...rest] = entries;
        keptBytes -= oldest === undefined ? 0 : bytesOf(oldest.exchange);
        entries = rest;
        droppedCount += 1;
      }
    },
    change: (to: (exchange: Exchange) => Exchange): void => {
      entries = entries.map(({ order, exchange }) => ({ order, exchange: to(exchange) }));
    },
    list: (): readonly Exchange[] => entries.map(({ exchange }) => exchange),
    droppedCount: (): number => droppedCount,
  };
}

function bytesOf({ url, sent, received }: Exchange): number {
  return url.length + sent.headBytes + sent.body.length + (received?.body.length ?? 0) + 1000;
}
