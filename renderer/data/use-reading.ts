import {
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';

import type { Failure } from '../../preload/contract/failure';
import type { Input, Output, Reply } from '../../preload/contract/ipc-contract';
import { runOperation } from './run-operation';

/** The operations that read and change nothing. */
export type Reading =
  | 'getStartState'
  | 'getProvider'
  | 'listProviders'
  | 'getProviderDetail'
  | 'lookUpProvider'
  | 'getFlow'
  | 'listConsents'
  | 'getConsent'
  | 'listAccounts'
  | 'readRawText'
  | 'getHome'
  | 'listTransactions'
  | 'sumTransactions'
  | 'getTransactionRecord'
  | 'listReadings'
  | 'listSyncs'
  | 'listExchanges'
  | 'getExchange'
  | 'listCredentials'
  | 'getKeySet';

type Readings = { readonly [Op in Reading]: (input: Input<Op>) => Promise<Reply<Op>> };

/** What the cache keeps; in an object, because the query library takes a bare `undefined` for "nothing yet". */
interface Answer<Op extends Reading> {
  readonly value: Output<Op>;
}

/** Exactly one of these is true at a time, so the screen cannot show a spinner and an error at once. */
export type ReadingState<Value> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly phase: 'loaded'; readonly value: Value };

/** Carries a failure through the query library, which knows thrown errors only. */
class FailedReading extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Under which name the answer to an operation is kept. */
export function readingKey<Op extends Reading>(operation: Op, input: Input<Op>) {
  return [operation, input] as const;
}

/** How the query library reads an operation. */
export function readingOptions<Op extends Reading>(operation: Op, input: Input<Op>) {
  const readings: Readings = window.bridge;
  return queryOptions({
    queryKey: readingKey(operation, input),
    queryFn: async (): Promise<Answer<Op>> => {
      const reply = await runOperation<Output<Op>>(() => readings[operation](input));
      if (!reply.ok) throw new FailedReading(reply.error);
      return { value: reply.value };
    },
  });
}

function toState<Value>(query: UseQueryResult<{ readonly value: Value }>): ReadingState<Value> {
  if (query.data !== undefined) return { phase: 'loaded', value: query.data.value };
  if (query.error === null) return { phase: 'loading' };
  const failure: Failure =
    query.error instanceof FailedReading
      ? query.error.failure
      : { kind: 'unexpected', logReference: 'window' };
  return { phase: 'failed', failure, retry: () => void query.refetch() };
}

/** Reads through the bridge, and again whenever main says that it changed. */
export function useReading<Op extends Reading>(operation: Op, input: Input<Op>): ReadingState<Output<Op>> {
  const query: UseQueryResult<Answer<Op>> = useQuery(readingOptions(operation, input));
  return toState<Output<Op>>(query);
}

/** Reads the same for several inputs at once, in their order. */
export function useReadings<Op extends Reading>(
  operation: Op,
  inputs: readonly Input<Op>[],
): readonly ReadingState<Output<Op>>[] {
  const queries: readonly UseQueryResult<Answer<Op>>[] = useQueries({
    queries: inputs.map((input) => readingOptions(operation, input)),
  });
  return queries.map((query) => toState<Output<Op>>(query));
}

/**
 * Keeps an answer that came with another operation, so that the next page is there at once.
 * It is asked for again when shown: a notice may have come before there was anything to reload.
 */
export function keepReading<Op extends Reading>(
  client: QueryClient,
  operation: Op,
  ...[input, value]: readonly [Input<Op>, Output<Op>]
): void {
  const queryKey = readingKey(operation, input);
  client.setQueryData(queryKey, { value });
  void client.invalidateQueries({ queryKey });
}
