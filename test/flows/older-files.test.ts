import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

import { windowOf } from '../helpers/operations';
import { sharing } from '../helpers/person';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { sandboxBank } from '../helpers/sandbox-bank';

/** Takes members out of every entry of a file, as if it had been written before there were any. */
async function without(path: string, list: string, member: string): Promise<void> {
  const file = JSON.parse(await readFile(path, 'utf8')) as Record<string, Record<string, unknown>[]>;
  for (const entry of file[list] ?? []) delete entry[member];
  await writeFile(path, JSON.stringify(file));
}

it('reads files of before there was a bank’s own page, and learns of the page at the next visit', async () => {
  const bank = await sandboxBank();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const before = await startRecipient(bank, { folder });
  const { connectionId } = await before.giveConsent(TUTORIAL_REQUEST, sharing(bank));
  const clientId = before.services.profiles.get('sandbox')?.clientId;
  await before.close();
  await without(join(folder, 'providers.json'), 'providers', 'siteUrl');
  await without(join(folder, 'providers.json'), 'providers', 'origin');
  await without(join(folder, 'consents.json'), 'connections', 'seenEnded');

  const after = await startRecipient(bank, { folder });
  onTestFinished(() => after.close());
  const window = await windowOf(after);

  expect(after.services.notices).toEqual([]);
  expect(await window.get('getConsent', { connectionId: connectionId ?? '' })).toMatchObject({
    status: 'ACTIVE',
    seenEndedAtMs: null,
  });
  expect(await window.get('getProvider', { providerId: 'sandbox' })).toMatchObject({ hasSite: false });
  expect(await window.ask('openBankSite', { providerId: 'sandbox' })).toEqual({
    ok: false,
    error: { kind: 'bad-request', field: 'providerId' },
  });
  expect(await window.get('openSandbox', {})).toMatchObject({ hasSite: true });
  expect(after.services.profiles.get('sandbox')).toMatchObject({
    clientId,
    siteUrl: bank.descriptor.siteUrl,
    origin: 'app',
  });
});
