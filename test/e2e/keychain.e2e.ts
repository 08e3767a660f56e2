import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

import { type Countersign, test as base } from './countersign';
import { NO_KEYCHAIN, startKeychain, type SystemKeychain, whyNoKeychain } from './system-keychain';

const test = base.extend<{ keychain: SystemKeychain }>({
  // Playwright reads the fixtures that are needed from this pattern, so it must be one, even if empty.
  // oxlint-disable-next-line no-empty-pattern
  keychain: async ({}, use) => {
    const reason = whyNoKeychain();
    test.skip(reason !== null, reason ?? '');
    const keychain = await startKeychain();
    await use(keychain);
    await keychain.close();
  },
});

async function makeKey(countersign: Countersign): Promise<string> {
  await countersign.goTo('Keys');
  await countersign.button('Make a key').click();
  await countersign.window.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click();
  await countersign.window.getByText('The key “Countersign” is made.').waitFor();
  return (await titles(countersign))[0] ?? '';
}

async function titles(countersign: Countersign): Promise<readonly string[]> {
  await countersign.goTo('Keys');
  await countersign.button('Make a key').waitFor();
  return countersign.window.getByRole('article').getByRole('heading').allTextContents();
}

const vaultFolder = ({ profileFolder }: Countersign) => join(profileFolder, 'countersign', 'vault');

test('with a real keychain a key outlives the app, sealed by it (SECURITY rows 71 and 72)', async ({
  unstarted: countersign,
  keychain,
}) => {
  await countersign.start(keychain.surroundings);
  await countersign.goTo('Settings');
  await expect(countersign.window.getByText('Sealed by this computer’s keychain')).toBeVisible();
  const title = await makeKey(countersign);
  await countersign.quit();

  const sealed = await readFile(join(vaultFolder(countersign), 'vault.sealed'), 'latin1');
  expect(sealed).not.toContain('PRIVATE KEY');
  const { wrappedKey = '' } = /"wrappedKey":"(?<wrappedKey>[^"]+)"/.exec(sealed)?.groups ?? {};
  // v10 would be Chromium's own password, which is in its source.
  expect(Buffer.from(wrappedKey, 'base64').subarray(0, 3).toString()).toBe('v11');

  await countersign.start(keychain.surroundings);
  expect(await titles(countersign)).toEqual([title]);
});

test('without a keychain keys stay in memory, the screen says so, and nothing is written (SECURITY row 71)', async ({
  unstarted: countersign,
}) => {
  await countersign.start(NO_KEYCHAIN);
  await countersign.goTo('Keys');
  await expect(countersign.window.getByText('Keys made now end when Countersign closes')).toBeVisible();
  await makeKey(countersign);
  await countersign.goTo('Settings');
  await expect(countersign.window.getByText('In memory only')).toBeVisible();
  await countersign.quit();

  const files = await readdir(countersign.profileFolder, { recursive: true });
  expect(files.filter((name) => name.includes('vault.sealed'))).toEqual([]);
  await countersign.start(NO_KEYCHAIN);
  expect(await titles(countersign)).toEqual([]);
});

test('a keychain that is gone at the next start: said, old file kept, and work goes on (SECURITY row 73)', async ({
  unstarted: countersign,
  keychain,
}) => {
  await countersign.start(keychain.surroundings);
  await makeKey(countersign);
  await countersign.quit();
  const before = await readFile(join(vaultFolder(countersign), 'vault.sealed'));

  await countersign.start(NO_KEYCHAIN);

  await expect(countersign.window.getByText('keychain no longer opens')).toBeVisible();
  const kept = await readdir(vaultFolder(countersign));
  const copies = await Promise.all(kept.map((name) => readFile(join(vaultFolder(countersign), name))));
  expect(copies.some((copy) => copy.equals(before))).toBe(true);
  expect(await titles(countersign)).toEqual([]);
  await countersign.goTo('Settings');
  await expect(countersign.window.getByText('Lost', { exact: true })).toBeVisible();
  await makeKey(countersign);
});
