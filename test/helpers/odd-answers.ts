import { expect, it } from 'vitest';

import type { HostileProvider } from './hostile-provider';
import { oddFault } from './odd-provider';
import { onScreen } from './on-screen';
import { type AtTheBank, TUTORIAL_REQUEST } from './recipient';
import { withClient } from './screen-case';

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

/**
 * A test for each number: a provider answers oddly in a way that the number chooses, while a person connects, reads and
 * stops. Nothing of it may be a bug of ours, break a rule, or leave the screen without words.
 *
 * @param count how many numbers, from `first` on
 */
export function runOddAnswers(first: number, count: number): void {
  it.each(Array.from({ length: count }, (_, index) => first + index))(
    'number %i gets an answer in words, and finds no bug and no rule broken',
    checkOddAnswer,
  );
}

async function checkOddAnswer(seed: number): Promise<void> {
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
}
