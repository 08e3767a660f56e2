import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { isListening } from '../helpers/listening';
import { type Countersign, test } from './countersign';

/** The loopback port that the app's redirect waits on, as the main process sees its own listeners. */
async function listeningPorts(countersign: Countersign): Promise<readonly number[]> {
  return countersign.app.evaluate(() => {
    const handles = (process as unknown as { _getActiveHandles: () => unknown[] })._getActiveHandles();
    return handles.flatMap((handle) => {
      const server = handle as { listening?: boolean; address?: () => { port?: number } | string | null };
      const address = server.listening === true ? server.address?.() : null;
      return typeof address === 'object' && address?.port !== undefined ? [address.port] : [];
    });
  });
}

test('cancelling while the bank page is open closes it, leaves no listener, and the next consent works', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  const bank = await countersign.goToBank();
  await countersign.signIn(bank);
  const [port = 0] = await listeningPorts(countersign);
  expect(await isListening(port)).toBe(true);

  const closed = bank.waitForEvent('close');
  await countersign.button('Cancel').click();
  await closed;
  await expect(countersign.heading('Cancelled')).toBeVisible();
  await expect.poll(() => isListening(port)).toBe(false);
  expect(await listeningPorts(countersign)).toEqual([]);

  await countersign.goTo('Welcome');
  await countersign.giveConsent();
  await expect(countersign.window.getByText('$3,322.10')).toBeVisible();
});

test('the bank page can be closed by accident and opened again', async ({ countersign }) => {
  await countersign.openBuilder();
  const first = await countersign.goToBank();
  await first.close();

  const again = await countersign.bankAfter(() => countersign.button('Open the bank page again').click());
  await countersign.signIn(again);
  await countersign.leaveBank(again, 'Share');
  await expect(countersign.window.getByText('$3,322.10')).toBeVisible();
});

test('an app that is killed in mid-flow starts cleanly, with no half consent, and the next one works', async ({
  countersign,
}) => {
  await countersign.openBuilder();
  await countersign.goToBank();
  const [port = 0] = await listeningPorts(countersign);

  await countersign.kill();
  expect(await isListening(port)).toBe(false);
  const files = await readdir(join(countersign.profileFolder, 'countersign'));
  expect(files.filter((name) => /consents|flow|\.tmp$/.test(name))).toEqual([]);

  await countersign.start();
  await expect(countersign.button('Try the sandbox bank')).toBeVisible();
  await countersign.giveConsent();
  await expect(countersign.window.getByText('$3,322.10')).toBeVisible();
});
