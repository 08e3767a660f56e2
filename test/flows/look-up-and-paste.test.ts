import { describe, expect, it } from 'vitest';

import { addProvider, saying } from '../helpers/added-provider';
import { TUTORIAL_REQUEST } from '../helpers/recipient';

describe('looking a provider up', () => {
  it('reads its metadata without a certificate and shows where it was', async () => {
    const { provider, recipient, window } = await addProvider({});
    const { issuer, caPem } = provider.descriptor;

    const found = await window.get('lookUpProvider', { issuer, caPem, authorizationDetailsType: 'fdx_v1.0' });

    expect(found).toMatchObject({
      issuer,
      metadataUrl: `${issuer}/.well-known/openid-configuration`,
      detailTypes: ['fdx_v1.0'],
    });
    expect(found.endpoints.map(({ name }) => name)).toContain('pushed_authorization_request_endpoint');
    await recipient.close();
  });

  it.each<{ what: string; how: (pem: string) => string }>([
    { what: 'a byte order mark before it', how: (pem) => `\uFEFF${pem}` },
    { what: 'a blank before it', how: (pem) => ` ${pem}` },
    { what: 'a name before it', how: (pem) => `ca: ${pem}` },
    { what: 'a comment before it', how: (pem) => `# Our authority\n${pem}` },
    { what: 'CRLF', how: (pem) => pem.replaceAll('\n', '\r\n') },
    { what: 'blanks for its line breaks', how: (pem) => pem.replaceAll('\n', ' ') },
    { what: 'backslash and n for its line breaks', how: (pem) => pem.replaceAll('\n', '\\n') },
    { what: 'an indent', how: (pem) => pem.replaceAll(/^(?=.)/gm, '  ') },
    { what: 'quotes around it', how: (pem) => `"${pem.trim()}"` },
    { what: 'an older name', how: (pem) => pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE') },
  ])('trusts the authority with $what, as the check of it does (RFC 7468 section 2)', async ({ how }) => {
    const { provider, recipient, window } = await addProvider({});
    const { issuer, caPem } = provider.descriptor;

    const asked = { issuer, caPem: how(caPem), authorizationDetailsType: 'fdx_v1.0' };

    expect(await window.get('lookUpProvider', asked)).toMatchObject({ issuer });
    await recipient.close();
  });

  it.each([
    {
      change: { caPem: 'not a certificate' },
      kind: 'authority-unreadable',
      because: 'the authority is no PEM',
    },
    {
      change: { caPem: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' },
      kind: 'authority-unreadable',
      because: 'it is a private key',
    },
    {
      change: { caPem: null },
      kind: 'no-secure-connection',
      because: 'nobody public stands for its certificate',
    },
  ])('is refused with $kind because $because', async ({ change, kind }) => {
    const { provider, recipient, window } = await addProvider({});
    const { issuer } = provider.descriptor;
    const asked = { issuer, authorizationDetailsType: 'fdx_v1.0', ...change };

    expect(await window.ask('lookUpProvider', asked)).toMatchObject({ ok: false, error: { kind } });
    await recipient.close();
  });

  it('refuses an address that is not https before anything is sent', async () => {
    const { recipient, window } = await addProvider({});

    expect(
      await window.send('lookUpProvider', {
        issuer: 'http://127.0.0.1:1',
        caPem: null,
        authorizationDetailsType: 'fdx_v1.0',
      }),
    ).toEqual({ ok: false, error: { kind: 'bad-request', field: 'issuer' } });
    await recipient.close();
  });
});

describe('pasting the answer', () => {
  it('does what the browser would have done, once', async () => {
    const { recipient, window, providerId, provider, profile } = await addProvider(saying(() => ({})));
    await window.get('registerProvider', { providerId });
    let told: (address: string) => void = () => undefined;
    const decided = new Promise<string>((resolve) => {
      told = resolve;
    });
    const running = recipient.startAt(profile(), TUTORIAL_REQUEST, async (page) => {
      told((await provider.person(page)) ?? '');
      return null;
    });
    const back = await decided;
    await running.until('at-provider');
    const { flowId } = running;
    const stranger = back.replace(/code=[^&]*/, 'error=access_denied').replace(/state=[^&]*/, 'state=x');

    expect(await window.ask('pasteCallback', { flowId, address: stranger })).toEqual({
      ok: false,
      error: { kind: 'callback-not-ours', reason: 'other-answer' },
    });
    expect(await window.ask('pasteCallback', { flowId, address: back })).toEqual({ ok: true, value: {} });
    expect(await running.until('done', 'failed')).toMatchObject({ phase: 'done' });
    expect(await window.ask('pasteCallback', { flowId, address: back })).toEqual({
      ok: false,
      error: { kind: 'flow-unknown' },
    });
    await expect(fetch(back)).rejects.toThrow('fetch failed');
    await recipient.close();
  });
});
