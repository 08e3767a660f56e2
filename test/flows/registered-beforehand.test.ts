import { afterEach, describe, expect, it } from 'vitest';

import { publicJwk } from '../../main/credentials/public-jwks';
import type { KeyChoice } from '../../preload/contract/provider-shapes';
import { connect, draftAt, importKey, keyOf, Opened, save, USUAL } from '../helpers/chosen-key';
import { issuedPair } from '../helpers/issued-pair';
import type { Habits } from '../helpers/other-provider';

const opened = new Opened();
afterEach(() => opened.close());

describe('a key with which the person was registered beforehand', () => {
  it.each([
    { clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'certificate', kind: 'rsa-2048' },
    { clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'dpop', kind: 'ec-p256' },
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'certificate', kind: 'rsa-2048' },
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop', kind: 'ec-p256' },
  ] as const)(
    '[S04] is imported, chosen, and proves the client by $clientAuthentication with tokens bound by $tokenBinding ($kind)',
    async ({ clientAuthentication, tokenBinding, kind }) => {
      const habits: Habits = { ...USUAL, clientAuthentication, tokenBinding };
      const { pem, jwk } = await keyOf(kind);
      const provider = await opened.provider(habits, { jwks: [jwk] });
      const { recipient, window } = await opened.recipient();
      const credentialId = await importKey(window, pem);

      const key: KeyChoice = { kind: 'held', credentialId };
      const { providerId } = await save(window, draftAt(provider, habits), key);
      const flow = await connect(recipient, providerId, provider);

      expect(flow).toMatchObject({ phase: 'done', failure: null });
      expect(provider.sawCertificate()).toBe(
        clientAuthentication !== 'private_key_jwt' || tokenBinding === 'certificate',
      );
      expect(await window.get('listCredentials', {})).toMatchObject([
        { credentialId, keyId: jwk.kid, usedBy: [{ name: 'The Other Bank' }] },
      ]);
      expect(await window.get('getProviderDetail', { providerId })).toMatchObject({
        key: { state: 'held', names: { kid: jwk.kid, 'x5t#S256': jwk['x5t#S256'] }, isDeletedToo: false },
      });
    },
  );

  it.each([
    { knownBy: 'directory-key-1', signingKid: 'directory-key-1', isMet: true },
    { knownBy: 'directory-key-1', signingKid: '', isMet: true },
    { knownBy: 'directory-key-1', signingKid: null, isMet: false },
  ])(
    'that a directory calls $knownBy is met by statements with the key ID $signingKid: $isMet (RFC 7515 section 4.1.4)',
    async ({ knownBy, signingKid, isMet }) => {
      const habits: Habits = { ...USUAL, clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' };
      const { pem, jwk } = await keyOf('ec-p256');
      const provider = await opened.provider(habits, { jwks: [{ ...jwk, kid: knownBy }] });
      const { recipient, window } = await opened.recipient();
      const key: KeyChoice = { kind: 'held', credentialId: await importKey(window, pem) };
      const { providerId } = await save(window, { ...draftAt(provider, habits), signingKid }, key);

      const flow = await connect(recipient, providerId, provider);

      expect(flow).toMatchObject(
        isMet
          ? { phase: 'done', failure: null }
          : {
              phase: 'failed',
              failure: { kind: 'provider-refused', code: 'invalid_client', bySignedStatement: true },
            },
      );
      const { registrationPack } = await window.get('getProviderDetail', { providerId });
      expect(JSON.parse(registrationPack ?? '{}')).toMatchObject({
        jwks: { keys: [{ kid: signingKid || jwk.kid }] },
      });
    },
  );

  it.each(['certificate', 'dpop'] as const)(
    '[S04] proves the client by tls_client_auth, with the authorities above its certificate, and tokens bound by %s (RFC 8705 section 2.1)',
    async (tokenBinding) => {
      const habits: Habits = { ...USUAL, clientAuthentication: 'tls_client_auth', tokenBinding };
      const pair = await issuedPair(Date.now());
      const jwks = [publicJwk(pair.certificatePem)];
      const provider = await opened.provider(habits, { jwks, authority: pair });
      const { recipient, window } = await opened.recipient();
      // In the order in which an authority hands them out, root and all.
      const credentialId = await importKey(
        window,
        `${pair.keyPem}${pair.certificatePem}${pair.intermediatePem}${pair.rootPem}`,
      );

      const key: KeyChoice = { kind: 'held', credentialId };
      const { providerId } = await save(window, draftAt(provider, habits), key);
      const flow = await connect(recipient, providerId, provider);

      expect(flow).toMatchObject({ phase: 'done', failure: null });
      expect(await window.get('listCredentials', {})).toMatchObject([
        { issuer: 'An Authority', authorities: ['An Authority'] },
      ]);
      const { registrationPack } = await window.get('getProviderDetail', { providerId });
      const pack = JSON.parse(registrationPack ?? '{}') as { jwks: { keys: { x5c: string[] }[] } };
      expect(pack).toMatchObject({
        token_endpoint_auth_method: 'tls_client_auth',
        tls_client_auth_subject_dn: pair.subject,
      });
      expect(pack.jwks.keys[0]?.x5c).toHaveLength(2);
    },
  );

  it('is refused by a provider that trusts the authority when the one in between is missing, and fixed by one more import', async () => {
    const habits: Habits = { ...USUAL, clientAuthentication: 'tls_client_auth' };
    const pair = await issuedPair(Date.now());
    const jwks = [publicJwk(pair.certificatePem)];
    const provider = await opened.provider(habits, { jwks, authority: pair });
    const { recipient, window } = await opened.recipient();
    const credentialId = await importKey(window, `${pair.keyPem}${pair.certificatePem}`);
    const key: KeyChoice = { kind: 'held', credentialId };
    const { providerId } = await save(window, draftAt(provider, habits), key);

    expect(await connect(recipient, providerId, provider)).toMatchObject({
      failure: { kind: 'provider-refused', code: 'invalid_client' },
    });
    const again = await importKey(window, `${pair.keyPem}${pair.certificatePem}${pair.intermediatePem}`);

    expect(again).toBe(credentialId);
    expect(await connect(recipient, providerId, provider)).toMatchObject({ phase: 'done', failure: null });
  });
});
