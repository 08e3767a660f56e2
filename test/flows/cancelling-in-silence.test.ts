import { describe, expect, it } from 'vitest';

import { type Fault, hostileProvider } from '../helpers/hostile-provider';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import type { Endpoint } from '../helpers/right-provider';

/** Never answers the first question at an endpoint, and answers all later ones. */
function silentOnce(endpoint: Endpoint): Fault {
  let count = 0;
  return {
    answers: {
      [endpoint]: (right: never) => {
        count += 1;
        return count === 1 ? 'silence' : right;
      },
    },
  };
}

describe('a flow that is cancelled while the provider is silent', () => {
  for (const { endpoint, kept } of [
    { endpoint: 'discovery', kept: 0 },
    { endpoint: 'par', kept: 0 },
    { endpoint: 'token', kept: 0 },
    { endpoint: 'consent', kept: 1 },
    { endpoint: 'accounts', kept: 1 },
  ] as const) {
    it(`at ${endpoint} ends at once, leaves nothing half done, and the next one works`, async () => {
      const provider = await hostileProvider(silentOnce(endpoint));
      const recipient = await startRecipient(provider);
      const flow = await recipient.start(TUTORIAL_REQUEST, provider.person);
      await expect.poll(() => provider.asked()).toContain(endpoint);

      recipient.services.flows.cancel(flow.flowId);

      expect(await flow.until('cancelled')).toMatchObject({ failure: { kind: 'flow-cancelled' } });
      expect(recipient.services.connections.list()).toHaveLength(kept);
      const next = await recipient.giveConsent(TUTORIAL_REQUEST, provider.person);
      expect(next).toMatchObject({ phase: 'done', failure: null });
      expect(recipient.services.connections.list()).toHaveLength(kept + 1);
      expect(provider.broken()).toEqual([]);
      await recipient.close();
    });

    it(`at ${endpoint} does not hold up the end of the app`, async () => {
      const provider = await hostileProvider(silentOnce(endpoint));
      const recipient = await startRecipient(provider);
      await recipient.start(TUTORIAL_REQUEST, provider.person);
      await expect.poll(() => provider.asked()).toContain(endpoint);

      await recipient.close(); // would wait for the deadline of the request otherwise, longer than a test may take
    });
  }
});
