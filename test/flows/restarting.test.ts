import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { windowOf } from '../helpers/operations';
import { doingNothing, sharing } from '../helpers/person';
import {
  type Recipient,
  type RecipientOptions,
  startRecipient,
  TUTORIAL_REQUEST,
} from '../helpers/recipient';
import { startTestBank, type TestBank } from '../helpers/sandbox-bank';
import { NO_KEYCHAIN } from '../main/vault/fake-keychain';

let bank: TestBank;
let folder: string;
const open: Recipient[] = [];

beforeAll(async () => {
  bank = await startTestBank();
});

afterAll(() => bank.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-test-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((recipient) => recipient.close()));
  await rm(folder, { recursive: true });
});

/** Starts the app on the test's folder. One that is not closed before the next was killed. */
async function start(options: Omit<RecipientOptions, 'folder'> = {}): Promise<Recipient> {
  const recipient = await startRecipient(bank, { folder, ...options });
  open.push(recipient);
  return recipient;
}

async function connect(recipient: Recipient): Promise<string> {
  const flow = await recipient.giveConsent(TUTORIAL_REQUEST, sharing(bank));
  expect(flow).toMatchObject({ phase: 'done', failure: null });
  return flow.connectionId ?? '';
}

describe('an app that is killed and started again', () => {
  it('has its consents, and can read and stop them', async () => {
    const connectionId = await connect(await start());

    const window = await windowOf(await start());

    expect(await window.get('getStartState', {})).toMatchObject({
      consentCount: 1,
      notices: [],
      secrets: { kind: 'keychain', backend: 'gnome_libsecret' },
    });
    expect(await window.get('readConsentAgain', { connectionId })).toMatchObject({ status: 'ACTIVE' });
    expect(await window.get('revokeConsent', { connectionId })).toMatchObject({ confirmedByProvider: true });
  });

  it('uses the same credential and registration', async () => {
    const first = await (await start()).services.openSandbox();
    const second = await (await start()).services.openSandbox();

    expect(second).toEqual(first);
  });

  it('in the middle of a flow: knows nothing of it, and the next one works', async () => {
    const killed = await start();
    const flow = await killed.start(TUTORIAL_REQUEST, doingNothing);
    await flow.until('at-provider');

    const again = await start();

    expect(again.services.flows.get(flow.flowId)).toEqual({ ok: false, error: { kind: 'flow-unknown' } });
    expect(again.services.connections.list()).toEqual([]);
    await connect(again);
  });

  it('while tokens were kept and the consent not yet read: shows it as not known to be active, to be read again', async () => {
    const killed = await start();
    const flow = await killed.start(TUTORIAL_REQUEST, sharing(bank));
    await flow.until('reading');
    killed.services.flows.cancel(flow.flowId); // as far as the disk knows, it ends here

    const window = await windowOf(await start());

    const [consent] = await window.get('listConsents', {});
    expect(consent).toMatchObject({ status: 'UNREAD', accountCount: null, readAtMs: null });
    const connectionId = consent?.connectionId ?? '';
    expect(await window.get('readConsentAgain', { connectionId })).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('an app without a keychain', () => {
  it('says so, keeps consents over a restart, and keys and tokens only in memory', async () => {
    const recipient = await start({ keychain: NO_KEYCHAIN });
    const connectionId = await connect(recipient);
    const before = await windowOf(recipient);
    expect(await before.get('getStartState', {})).toMatchObject({
      secrets: { kind: 'memory', backend: null },
    });
    expect(await before.get('getConsent', { connectionId })).toMatchObject({ access: 'held' });
    await recipient.services.close();

    const after = await windowOf(await start({ keychain: NO_KEYCHAIN }));

    const detail = await after.get('getConsent', { connectionId });
    expect(detail).toMatchObject({ status: 'ACTIVE', access: 'not-held' });
    expect(detail.accounts).toHaveLength(3);
    expect(await after.ask('readConsentAgain', { connectionId })).toEqual({
      ok: false,
      error: { kind: 'access-not-held' },
    });
    expect(await readdir(folder)).not.toContain('vault');
  });

  it('lets a consent be forgotten whose access is gone', async () => {
    const connectionId = await connect(await start({ keychain: NO_KEYCHAIN }));

    const window = await windowOf(await start({ keychain: NO_KEYCHAIN }));

    expect(await window.get('forgetConsent', { connectionId })).toEqual({});
    expect(await window.get('listConsents', {})).toEqual([]);
  });

  it('makes a new credential after a restart, and the next flow works', async () => {
    const first = await (await start({ keychain: NO_KEYCHAIN })).services.openSandbox();
    const again = await start({ keychain: NO_KEYCHAIN });
    const second = await again.services.openSandbox();

    expect(first.ok && second.ok && first.value.credentialId !== second.value.credentialId).toBe(true);
    await connect(again);
  });

  it('keeps tokens over a restart once the person has set a passphrase', async () => {
    const recipient = await start({ keychain: NO_KEYCHAIN });
    const connectionId = await connect(recipient);
    await (await windowOf(recipient)).get('setPassphrase', { passphrase: 'correct horse battery' });

    const window = await windowOf(await start({ keychain: NO_KEYCHAIN }));

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
        await writeFile(join(folder, file), text);

        const recipient = await start();
        const { notices } = await (await windowOf(recipient)).get('getStartState', {});

        expect(notices).toMatchObject([{ kind: 'file-moved-aside', file }]);
        const movedTo = notices[0]?.kind === 'file-moved-aside' ? notices[0].movedTo : null;
        expect(await readFile(join(folder, movedTo ?? ''), 'utf8')).toBe(text);
        await connect(recipient);
      });
    }
  }

  it('a folder in the place of consents.json: is moved aside as well', async () => {
    await mkdir(join(folder, 'consents.json'));

    const recipient = await start();

    expect(recipient.services.notices).toMatchObject([{ kind: 'file-moved-aside', file: 'consents.json' }]);
    await connect(recipient);
  });

  it('a vault that was tampered with: is moved aside, consents stay, and the next flow works', async () => {
    const connectionId = await connect(await start());
    const vaultFolder = join(folder, 'vault');
    for (const name of await readdir(vaultFolder)) await writeFile(join(vaultFolder, name), 'not a vault');

    const recipient = await start();
    const window = await windowOf(recipient);

    expect((await window.get('getStartState', {})).notices).toContainEqual(
      expect.objectContaining({ kind: 'file-moved-aside', file: 'vault.sealed' }),
    );
    expect(await window.get('getConsent', { connectionId })).toMatchObject({ access: 'not-held' });
    await connect(recipient);
  });

  it('is told of once: a notice that was dismissed does not come back', async () => {
    await writeFile(join(folder, 'consents.json'), 'x');
    const window = await windowOf(await start());
    const [notice] = (await window.get('getStartState', {})).notices;

    await window.get('dismissNotice', { noticeId: notice?.noticeId ?? '' });

    expect((await window.get('getStartState', {})).notices).toEqual([]);
  });
});
