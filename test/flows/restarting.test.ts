import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { giveConsent, restarts } from '../helpers/bank-world';
import { windowOf } from '../helpers/operations';
import { doingNothing, sharing } from '../helpers/person';
import { TUTORIAL_REQUEST } from '../helpers/recipient';
import { NO_KEYCHAIN } from '../main/vault/fake-keychain';

const world = restarts();

describe('an app that is killed and started again', () => {
  it('has its consents, and can read and stop them', async () => {
    const connectionId = await giveConsent(await world.start(), world.bank);

    const window = await windowOf(await world.start());

    expect(await window.get('getStartState', {})).toMatchObject({
      consentCount: 1,
      notices: [],
      secrets: { kind: 'keychain', backend: 'gnome_libsecret' },
    });
    expect(await window.get('readConsentAgain', { connectionId })).toMatchObject({ status: 'ACTIVE' });
    expect(await window.get('revokeConsent', { connectionId })).toMatchObject({ confirmedByProvider: true });
  });

  it('uses the same credential and registration', async () => {
    const first = await (await world.start()).services.openSandbox();
    const second = await (await world.start()).services.openSandbox();

    expect(second).toEqual(first);
  });

  it('in the middle of a flow: knows nothing of it, and the next one works', async () => {
    const killed = await world.start();
    const flow = await killed.start(TUTORIAL_REQUEST, doingNothing);
    await flow.until('at-provider');

    const again = await world.start();

    expect(again.services.flows.get(flow.flowId)).toEqual({ ok: false, error: { kind: 'flow-unknown' } });
    expect(again.services.connections.list()).toEqual([]);
    await giveConsent(again, world.bank);
  });

  it('while tokens were kept and the consent not yet read: shows it as not known to be active, to be read again', async () => {
    const killed = await world.start();
    const flow = await killed.start(TUTORIAL_REQUEST, sharing(world.bank));
    await flow.until('reading');
    killed.services.flows.cancel(flow.flowId); // as far as the disk knows, it ends here

    const window = await windowOf(await world.start());

    const [consent] = await window.get('listConsents', {});
    expect(consent).toMatchObject({ status: 'UNREAD', accountCount: null, readAtMs: null });
    const connectionId = consent?.connectionId ?? '';
    expect(await window.get('readConsentAgain', { connectionId })).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('an app without a keychain', () => {
  it('says so, keeps consents over a restart, and keys and tokens only in memory', async () => {
    const recipient = await world.start({ keychain: NO_KEYCHAIN });
    const connectionId = await giveConsent(recipient, world.bank);
    const before = await windowOf(recipient);
    expect(await before.get('getStartState', {})).toMatchObject({
      secrets: { kind: 'memory', backend: null },
    });
    expect(await before.get('getConsent', { connectionId })).toMatchObject({ access: 'held' });
    await recipient.services.close();

    const after = await windowOf(await world.start({ keychain: NO_KEYCHAIN }));

    const detail = await after.get('getConsent', { connectionId });
    expect(detail).toMatchObject({ status: 'ACTIVE', access: 'not-held' });
    expect(detail.accounts).toHaveLength(3);
    expect(await after.ask('readConsentAgain', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'access-not-held' },
    });
    expect(await readdir(world.folder)).not.toContain('vault');
  });

  it('lets a consent be forgotten whose access is gone', async () => {
    const connectionId = await giveConsent(await world.start({ keychain: NO_KEYCHAIN }), world.bank);

    const window = await windowOf(await world.start({ keychain: NO_KEYCHAIN }));

    expect(await window.get('forgetConsent', { connectionId })).toEqual({});
    expect(await window.get('listConsents', {})).toEqual([]);
  });

  it('makes a new credential after a restart, and the next flow works', async () => {
    const first = await (await world.start({ keychain: NO_KEYCHAIN })).services.openSandbox();
    const again = await world.start({ keychain: NO_KEYCHAIN });
    const second = await again.services.openSandbox();

    expect(first.ok && second.ok && first.value.credentialId !== second.value.credentialId).toBe(true);
    await giveConsent(again, world.bank);
  });

  it('keeps tokens over a restart once the person has set a passphrase', async () => {
    const recipient = await world.start({ keychain: NO_KEYCHAIN });
    const connectionId = await giveConsent(recipient, world.bank);
    await (await windowOf(recipient)).get('setPassphrase', { passphrase: 'correct horse battery' });

    const window = await windowOf(await world.start({ keychain: NO_KEYCHAIN }));

    expect(await window.get('getStartState', {})).toMatchObject({ secrets: { kind: 'locked' } });
    expect(await window.ask('unlockVault', { passphrase: 'wrong' })).toEqual({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
    expect(await window.get('unlockVault', { passphrase: 'correct horse battery' })).toMatchObject({
      kind: 'passphrase',
    });
    expect(await window.get('readConsentAgain', { connectionId })).toMatchObject({ status: 'ACTIVE' });
  });
});

const CORRUPTIONS = [
  { what: 'cut off', text: '{"version": 1, "conn' },
  { what: 'empty', text: '' },
  { what: 'zeroes', text: '\0'.repeat(64) },
  { what: 'of a later version', text: '{"version": 2, "connections": [], "providers": []}' },
  { what: 'of somebody else', text: '["a list"]' },
] as const;

describe('a file that can’t be read at start', () => {
  for (const file of ['consents.json', 'providers.json']) {
    for (const { what, text } of CORRUPTIONS) {
      it(`${file}, ${what}: is moved aside and told of, and the next flow works`, async () => {
        await writeFile(join(world.folder, file), text);

        const recipient = await world.start();
        const { notices } = await (await windowOf(recipient)).get('getStartState', {});

        expect(notices).toMatchObject([{ kind: 'file-moved-aside', file }]);
        const movedTo = notices[0]?.kind === 'file-moved-aside' ? notices[0].movedTo : null;
        expect(await readFile(join(world.folder, movedTo ?? ''), 'utf8')).toBe(text);
        await giveConsent(recipient, world.bank);
      });
    }
  }

  it('a folder in the place of consents.json: is moved aside as well', async () => {
    await mkdir(join(world.folder, 'consents.json'));

    const recipient = await world.start();

    expect(recipient.services.notices).toMatchObject([{ kind: 'file-moved-aside', file: 'consents.json' }]);
    await giveConsent(recipient, world.bank);
  });

  it('a vault that was tampered with: is moved aside, consents stay, and the next flow works', async () => {
    const connectionId = await giveConsent(await world.start(), world.bank);
    const vaultFolder = join(world.folder, 'vault');
    for (const name of await readdir(vaultFolder)) await writeFile(join(vaultFolder, name), 'not a vault');

    const recipient = await world.start();
    const window = await windowOf(recipient);

    expect((await window.get('getStartState', {})).notices).toContainEqual(
      expect.objectContaining({ kind: 'file-moved-aside', file: 'vault.sealed' }),
    );
    expect(await window.get('getConsent', { connectionId })).toMatchObject({ access: 'not-held' });
    await giveConsent(recipient, world.bank);
  });

  it('is told of once: a notice that was dismissed does not come back', async () => {
    await writeFile(join(world.folder, 'consents.json'), 'x');
    const window = await windowOf(await world.start());
    const [notice] = (await window.get('getStartState', {})).notices;

    await window.get('dismissNotice', { noticeId: notice?.noticeId ?? '' });

    expect((await window.get('getStartState', {})).notices).toEqual([]);
  });
});
