import { describe, expect, it } from 'vitest';

import { restarts } from '../helpers/bank-world';
import { windowOf } from '../helpers/operations';

const DAY_MS = 86_400_000;

const world = restarts();

/** Starts the app so many days from now. */
async function startIn(days: number) {
  const recipient = await world.start({ nowMs: () => Date.now() + days * DAY_MS });
  return { recipient, window: await windowOf(recipient) };
}

describe('the key of the sandbox bank', () => {
  it('is announced at the start before it ends, until that is put away (SECURITY row 78)', async () => {
    const { recipient, window } = await startIn(0);
    await recipient.services.openSandbox();
    expect(await window.get('listCredentials', {})).toMatchObject([
      { validity: 'valid', usedBy: [{ isSandbox: true }] },
    ]);

    const later = await startIn(340);
    const { notices } = await later.window.get('getStartState', {});
    expect(notices).toMatchObject([{ kind: 'credential-ends', name: 'Countersign', daysLeft: 25 }]);
    await later.window.get('dismissNotice', { noticeId: notices[0]?.noticeId ?? '' });

    expect(await (await startIn(341)).window.get('getStartState', {})).toMatchObject({ notices: [] });
    const last = await (await startIn(364)).window.get('getStartState', {});
    expect(last).toMatchObject({ notices: [{ daysLeft: 1 }] });
  });

  it('is neither deleted nor replaced by hand', async () => {
    const { recipient, window } = await startIn(0);
    await recipient.services.openSandbox();
    const [key] = await window.get('listCredentials', {});
    const credentialId = key?.credentialId ?? '';

    expect(await window.get('deleteCredential', { credentialId })).toMatchObject({
      usedBy: [{ name: world.bank.descriptor.name }],
    });
    expect(await window.ask('replaceCredential', { credentialId, kind: 'ec-p256' })).toMatchObject({
      ok: false,
    });
    expect(await window.get('listCredentials', {})).toEqual([key]);
  });

  it('never crosses to the window, whatever is asked of it', async () => {
    const { recipient, window } = await startIn(0);
    await recipient.services.openSandbox();
    const held = recipient.services.vault.credentials.list();
    const [credential] = held.ok ? held.value : [];
    const { credentialId = '', privateKeyPem = '' } = credential ?? {};

    const answers = JSON.stringify([
      await window.get('listCredentials', {}),
      await window.get('getKeySet', { credentialId }),
      await window.get('createCredential', { kind: 'rsa-2048', name: 'Another' }),
      await window.get('addToImport', { from: 'clipboard' }),
    ]);

    expect(privateKeyPem).toContain('PRIVATE KEY');
    expect(answers).not.toContain('PRIVATE KEY');
    expect(answers).not.toContain(privateKeyPem.split('\n')[1]);
    expect(window.notices).toContain('credentials');
  });
});
