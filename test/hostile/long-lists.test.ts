import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openConnectionStore } from '../../main/connections/connection-store';
import { MAX_KEPT_BYTES } from '../../main/connections/read-accounts';
import { MAX_FILE_BYTES } from '../../main/store/crash-safe-file';
import { at } from '../helpers/faults';
import { hostileProvider } from '../helpers/hostile-provider';
import { onScreen } from '../helpers/on-screen';
import { windowOf } from '../helpers/operations';
import { type Answer, withMembers } from '../helpers/provider-answer';
import { startRecipient, TUTORIAL_REQUEST } from '../helpers/recipient';
import { connect, withClient } from '../helpers/screen-case';
import { connectionRecord } from '../main/connections/records';

/** Two of them are more than is kept. */
const PAGE_BYTES = 5_100_000;

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Large pages, each with an account of its own, that lead on seven times. */
function largePages(): (right: Answer) => Answer {
  let count = 0;
  return (right) => {
    count += 1;
    const accounts = [{ accountId: `a${count}`, padding: 'x'.repeat(PAGE_BYTES) }];
    return withMembers({ accounts, ...(count < 7 ? { page: { nextPageKey: `k${count}` } } : {}) })(right);
  };
}

describe('a list of accounts that is longer than is kept', () => {
  it('[S45] is kept as far as it fits, said to be a part, and there after a restart with all consents', async () => {
    const folder = await ownFolder();
    const provider = await hostileProvider(at('accounts', largePages()));
    const before = await startRecipient(provider, { folder });
    const { connectionId } = await before.giveConsent(TUTORIAL_REQUEST, provider.person);
    const input = { connectionId: connectionId ?? '' };
    const detail = await (await windowOf(before)).get('getConsent', input);
    await before.close();

    expect(detail).toMatchObject({ areAccountsCut: true, accountCount: 1 });
    expect((await readFile(join(folder, 'consents.json'))).length).toBeLessThan(2 * MAX_KEPT_BYTES);

    const after = await startRecipient(provider, { folder });
    onTestFinished(() => after.close());
    expect(after.services.notices).toEqual([]);
    expect(await (await windowOf(after)).get('getConsent', input)).toMatchObject({
      areAccountsCut: true,
      accountCount: 1,
    });
  }, 60_000);

  it('[S45] is whole where all of it fits', () =>
    withClient({}, async (client) => {
      const detail = await client.window.get('getConsent', { connectionId: await connect(client) });

      expect(detail.areAccountsCut).toBe(false);
    }));
});

describe('consents that together are more than one file may hold', () => {
  it('[S45] are refused before anything is written, and those before them are there after a restart', async () => {
    const path = join(await ownFolder(), 'consents.json');
    const store = await openConnectionStore(path, 0);
    // Every sign of it is two in the file.
    const accountsText = '"'.repeat(MAX_KEPT_BYTES);
    const put = (id: number) => store.put(connectionRecord({ connectionId: `c${id}`, accountsText }));

    const taken = [await put(1), await put(2), await put(3)];
    const refused = await put(4);

    expect(taken.every(({ ok }) => ok)).toBe(true);
    expect(refused).toEqual({ ok: false, error: { kind: 'storage-too-large', maxBytes: MAX_FILE_BYTES } });
    expect(refused.ok ? '' : onScreen(refused.error).what).toContain('larger than 64 MB');
    expect(store.list()).toHaveLength(3);

    const reopened = await openConnectionStore(path, 0);
    expect(reopened.movedAside).toBeNull();
    expect(reopened.list().map(({ connectionId }) => connectionId)).toEqual(['c3', 'c2', 'c1']);
  });
});
