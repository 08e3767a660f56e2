import { describe, expect, it } from 'vitest';

import { oddFault } from '../helpers/odd-provider';
import { onScreen } from '../helpers/on-screen';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { withClient } from '../helpers/screen-case';

const SEEDS = Array.from({ length: Number(process.env['SEEDS'] ?? 120) }, (_, index) => index + 1);

describe('a provider that does something odd, chosen by a seed', () => {
  it.each(SEEDS)(
    '[S39][S40] number %i gets an answer in words, and finds no bug and no rule broken',
    async (seed) => {
      const bugs: unknown[] = [];
      await withClient(
        oddFault(seed),
        async ({ provider, recipient, window }) => {
          const running = await recipient.start(TUTORIAL_REQUEST, provider.person);
          const waited = running.until('done', 'failed');
          const flow = await Promise.race([waited, running.until('at-provider').then(() => waited)]);

          expect(bugs).toEqual([]);
          expect(provider.broken()).toEqual([]);
          expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
          if (flow.failure !== null) expect(onScreen(flow.failure).what).not.toBe('');
          for (const { connectionId } of recipient.services.connections.list()) {
            await window.get('getConsent', { connectionId });
            await window.send('readConsentAgain', { connectionId });
            await window.send('revokeConsent', { connectionId });
          }
          expect(bugs).toEqual([]);
          expect(provider.broken()).toEqual([]);
        },
        {
          browserWaitMs: 500,
          reportUnexpected: (cause) => {
            bugs.push(cause);
            return 'reported';
          },
        },
      );
    },
  );
});
