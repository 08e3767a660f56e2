import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { connect, draftAt, importKey, keyOf, Opened, save, USUAL } from '../helpers/chosen-key';

const opened = new Opened();
afterEach(() => opened.close());

/** A recipient with one consent, and a disk that can be taken away from its vault. */
async function connected() {
  const key = await keyOf('ec-p256');
  const provider = await opened.provider(USUAL, { jwks: [key.jwk] });
  const { recipient, window } = await opened.recipient();
  const credentialId = await importKey(window, key.pem);
  const { providerId } = await save(window, draftAt(provider, USUAL), { kind: 'held', credentialId });
  const { connectionId } = await connect(recipient, providerId, provider);
  const folder = join(recipient.folder, 'vault');
  return {
    provider,
    recipient,
    window,
    consent: { connectionId: connectionId ?? '' },
    // Root may write everywhere, so the folder itself goes away.
    breakDisk: async () => {
      await rename(folder, `${folder}-away`);
      await writeFile(folder, 'no folder');
    },
    repairDisk: async () => {
      await rm(folder);
      await mkdir(folder);
    },
  };
}

describe('access that the disk refuses to keep', () => {
  it('is told to the window at once, and saved when the person presses the button and the disk is well again', async () => {
    const { provider, recipient, window, consent, breakDisk, repairDisk } = await connected();
    await breakDisk();
    provider.forgetAccessTokens();
    expect(recipient.topics).not.toContain('secrets');

    expect(await window.ask('readConsentAgain', consent)).toMatchObject({
      ok: false,
      error: { kind: 'storage-failed' },
    });
    expect(await window.get('getStartState', {})).toMatchObject({ hasUnsavedSecrets: true });
    expect(recipient.topics).toContain('secrets');
    expect(await window.ask('saveSecrets', {})).toMatchObject({ ok: false });

    await repairDisk();
    await window.get('saveSecrets', {});

    expect(await window.get('getStartState', {})).toMatchObject({ hasUnsavedSecrets: false });
    expect(await window.get('readConsentAgain', consent)).toMatchObject({ status: 'ACTIVE', access: 'held' });
  });
});
