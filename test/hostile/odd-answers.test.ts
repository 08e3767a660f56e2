import { describe, expect, it } from 'vitest';

import type { HostileProvider } from '../helpers/hostile-provider';
import { oddFault } from '../helpers/odd-provider';
import { onScreen } from '../helpers/on-screen';
import { type AtTheBank, TUTORIAL_REQUEST } from '../helpers/recipient';
import { withClient } from '../helpers/screen-case';

const SEEDS = Array.from({ length: 48 }, (_, index) => index + 100);

/** Metadata without aliases has the plain endpoints. @see RFC 8705 section 5 */
const LAWFUL = /^nobody told the client of front/;

/** Somebody who leaves a page that shows an error. */
function wary({ person }: HostileProvider): AtTheBank {
  return async (page) => {
    try {
      return await person(page);
    } catch {
      return null; // the provider does not know the request that it was sent to the page with
    }
  };
}

describe('a provider that does something odd, chosen by a seed', () => {
  it.each(SEEDS)(
    '[S39][S40] number %i gets an answer in words, and finds no bug and no rule broken',
    async (seed) => {
      const bugs: unknown[] = [];
      const broken = (provider: HostileProvider) => provider.broken().filter((rule) => !LAWFUL.test(rule));
      await withClient(
        oddFault(seed),
        async ({ provider, recipient, window }) => {
          const running = await recipient.start(TUTORIAL_REQUEST, wary(provider));
          const flow = await running.until('done', 'failed');

          expect(bugs).toEqual([]);
          expect(broken(provider)).toEqual([]);
          expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
          if (flow.failure !== null) expect(onScreen(flow.failure).what).not.toBe('');
          for (const { connectionId } of recipient.services.connections.list()) {
            await window.get('getConsent', { connectionId });
            await window.send('readConsentAgain', { connectionId });
            await window.send('revokeConsent', { connectionId });
          }
          expect(bugs).toEqual([]);
          expect(broken(provider)).toEqual([]);
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
