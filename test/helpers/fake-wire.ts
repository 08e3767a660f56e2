import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';

type WireOperation =
  | 'listExchanges'
  | 'getExchange'
  | 'revealWireField'
  | 'copyExchangeAsCurl'
  | 'saveHar'
  | 'saveTrace'
  | 'openTrace';

/** A wire over which nothing has gone. */
export function answerWire(): Pick<Operations, WireOperation> {
  const unknown = async () => fail({ kind: 'exchange-unknown' } as const);
  return {
    listExchanges: async () => ok({ exchanges: [], totalCount: 0, droppedCount: 0 }),
    getExchange: unknown,
    revealWireField: unknown,
    copyExchangeAsCurl: unknown,
    saveHar: unknown,
    saveTrace: unknown,
    openTrace: async () => ok({ trace: null }),
  };
}
