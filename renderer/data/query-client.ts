import { QueryClient } from '@tanstack/react-query';

import type { Operation, Topic } from '../../preload/contract/ipc-contract';

/** What to ask again when main says that something of a topic changed. */
const OPERATIONS_OF_TOPIC = {
  flow: ['getFlow'],
  // A provider's page says how many consents go with it, and whether its key can be used.
  consents: ['listConsents', 'getConsent', 'listAccounts', 'readRawText', 'getHome', 'getProviderDetail'],
  money: ['listTransactions', 'sumTransactions', 'listReadings', 'listSyncs'],
  secrets: ['getStartState', 'getProviderDetail', 'listCredentials'],
  wire: ['listExchanges', 'getExchange'],
  // A provider may have got a new key with it; which providers use a key is in the list of keys.
  providers: ['listProviders', 'getProviderDetail', 'getProvider', 'listCredentials'],
  credentials: ['listCredentials', 'getKeySet', 'getProviderDetail'],
} as const satisfies Record<Topic, readonly Operation[]>;

/** Makes the cache of what main answered. Main says when to ask again, so nothing is asked again by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // the bridge is not the network; without one, everything stored still shows
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** Asks again for what a topic touches. */
export function reloadTopic(client: QueryClient, topic: Topic): void {
  for (const operation of OPERATIONS_OF_TOPIC[topic])
    void client.invalidateQueries({ queryKey: [operation] });
}
