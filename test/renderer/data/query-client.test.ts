import { describe, expect, it } from 'vitest';

import { type Topic, TOPICS } from '../../../preload/contract/ipc-contract';
import { createQueryClient, reloadTopic } from '../../../renderer/data/query-client';
import type { Reading } from '../../../renderer/data/use-reading';

/** What makes an answer old. A reading that is missing here does not compile. */
const RELOADED_BY: Readonly<
  Record<Reading, { readonly topics: readonly Topic[]; readonly because: string }>
> = {
  getStartState: { topics: ['secrets'], because: 'it says how secrets are kept' },
  getFlow: { topics: ['flow'], because: 'it is the flow' },
  listConsents: { topics: ['consents'], because: 'it lists them' },
  getConsent: { topics: ['consents'], because: 'it is one, with whether it can still be read' },
  listAccounts: { topics: ['consents'], because: 'it is more of one' },
  readRawText: { topics: ['consents'], because: 'it is the text of one, as it was read last' },
  getHome: { topics: ['consents'], because: 'it adds up the money of all' },
  listTransactions: { topics: ['money'], because: 'rows come in page by page' },
  sumTransactions: { topics: ['money'], because: 'it adds those rows up' },
  getTransactionRecord: { topics: [], because: 'a record that changes gets another number' },
  listReadings: { topics: ['money'], because: 'it says how far they have come' },
  listSyncs: { topics: ['money'], because: 'it says what is being read' },
  listExchanges: { topics: ['wire'], because: 'it lists them' },
  getExchange: { topics: ['wire'], because: 'its answer may come after its request' },
  getProvider: { topics: ['providers'], because: 'it is one' },
  listProviders: { topics: ['providers'], because: 'it lists them' },
  getProviderDetail: {
    topics: ['consents', 'secrets', 'providers', 'credentials'],
    because: 'it counts the consents there, and says whether the key can be used',
  },
  lookUpProvider: { topics: [], because: 'nothing is kept of it: a person asks again' },
  listCredentials: {
    topics: ['secrets', 'providers', 'credentials'],
    because: 'it says whether a key is held, and which providers use it',
  },
  getKeySet: { topics: ['credentials'], because: 'a new key stands beside the old one in it' },
};

/** The topics after which main is asked again for the answers of an operation that are held, whatever their input. */
function topicsThatReload(operation: string): readonly Topic[] {
  return TOPICS.filter((topic) => {
    const client = createQueryClient();
    const queryKey = [operation, { id: 'of-one' }];
    client.setQueryData(queryKey, { value: 'an answer' });
    reloadTopic(client, topic);
    return client.getQueryState(queryKey)?.isInvalidated;
  });
}

describe('an answer that the window holds', () => {
  for (const [operation, { topics, because }] of Object.entries(RELOADED_BY)) {
    const after = topics.length === 0 ? 'no notice' : `news of ${topics.join(', ')}`;
    it(`to ${operation} is asked for again after ${after}: ${because}`, () => {
      expect(topicsThatReload(operation)).toEqual(topics);
    });
  }
});
