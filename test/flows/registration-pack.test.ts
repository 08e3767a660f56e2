import { afterEach, describe, expect, it } from 'vitest';

import type { ProviderDraft } from '../../preload/contract/provider-shapes';
import { DRAFT, Opened, save } from '../helpers/chosen-key';
import { OTHER_CLIENT_ID, OTHER_TYPE } from '../helpers/other-provider';

const opened = new Opened();
afterEach(() => opened.close());

describe('the registration pack', () => {
  it('holds both keys while one is being replaced, the one in use first', async () => {
    const { window } = await opened.recipient();
    const { providerId } = await save(window, DRAFT, { kind: 'new' });
    const [old] = await window.get('listCredentials', {});
    const young = await window.get('replaceCredential', {
      credentialId: old?.credentialId ?? '',
      kind: 'rsa-2048',
    });

    const { registrationPack } = await window.get('getProviderDetail', { providerId });

    const pack = JSON.parse(registrationPack ?? '{}') as { jwks: { keys: { kid: string }[] } };
    expect(pack.jwks.keys.map(({ kid }) => kid)).toEqual([old?.keyId, young.keyId]);
  });

  it('is set as a sheet for people, with what they compare, both keys and nothing private', async () => {
    const { window } = await opened.recipient();
    const draft: ProviderDraft = { ...DRAFT, clientAuthentication: 'tls_client_auth', scopes: '' };
    const { providerId } = await save(window, draft, { kind: 'new' });
    const [old] = await window.get('listCredentials', {});
    await window.get('replaceCredential', { credentialId: old?.credentialId ?? '', kind: 'rsa-2048' });

    expect(
      await window.get('saveRegistrationPdf', {
        providerId,
        suggestedName: 'The Other Bank registration.pdf',
      }),
    ).toEqual({ isSaved: true });
    expect(await window.get('printRegistrationPack', { providerId })).toEqual({ isPrinted: true });

    const [saved, printed] = [window.saved.get('pdf') ?? '{}', window.saved.get('paper') ?? '{}'];
    expect(JSON.parse(printed)).toMatchObject({ providerName: 'The Other Bank' });
    expect(JSON.parse(saved)).toMatchObject({
      clientName: 'Countersign',
      providerName: 'The Other Bank',
      issuer: DRAFT.issuer,
      clientId: OTHER_CLIENT_ID,
      redirectUri: 'http://127.0.0.1/back/from/the/other',
      clientAuthentication: 'tls_client_auth',
      subject: 'CN=Countersign',
      tokenBinding: 'certificate',
      scope: null,
      detailTypes: [OTHER_TYPE],
      keys: [
        {
          role: 'in-use',
          subject: 'CN=Countersign',
          issuer: null,
          fingerprint: old?.fingerprint,
          kid: old?.keyId,
        },
        { role: 'next', keyKind: 'rsa', keyBits: 2048 },
      ],
    });
    expect(saved).not.toMatch(/PRIVATE|"(?:d|p|q|dp|dq|qi|k)":/);
  });

  it('is not set while its key is not at hand, and the failure says so', async () => {
    const { recipient, window } = await opened.recipient();
    const { providerId } = await save(window, DRAFT, { kind: 'new' });
    const credentialId = recipient.services.profiles.get(providerId)?.credentialId ?? '';
    await recipient.services.vault.credentials.delete(credentialId);

    expect(await window.ask('printRegistrationPack', { providerId })).toEqual({
      ok: false,
      error: { kind: 'key-unusable', reason: 'not-held' },
    });
    expect(await window.ask('saveRegistrationPdf', { providerId: 'nobody', suggestedName: 'a.pdf' })).toEqual(
      {
        ok: false,
        error: { kind: 'provider-unknown' },
      },
    );
  });
});
