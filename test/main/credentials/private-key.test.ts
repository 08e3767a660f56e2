import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';

import { createCredential } from '../../../main/credentials/create-credential';
import { signingKeysOf } from '../../../main/credentials/private-key';
import { publicJwks } from '../../../main/credentials/public-jwks';
import { clientIdentity } from '../../../main/oauth/configuration';
import { usesCertificate } from '../../../preload/contract/provider-offer';

const NOW_MS = Date.now();
const AS = { issuer: 'https://bank.example' };

describe('an assertion that is signed with a credential (RFC 7523 section 3, FAPI 2.0 section 5.4)', () => {
  it.each([
    { kind: 'ec-p256', alg: 'ES256' },
    { kind: 'rsa-2048', alg: 'PS256' },
  ] as const)(
    'is $alg with $kind, for the issuer as text, and fits the registered JWKS',
    async ({ kind, alg }) => {
      const credential = await createCredential({ nowMs: NOW_MS, commonName: 'Countersign', kind });
      const identity = clientIdentity({
        clientId: 'countersign',
        clientAuthentication: 'private_key_jwt',
        tokenBinding: 'dpop',
        signingKid: null,
        requestObject: 'as-announced',
        keys: await signingKeysOf(credential),
      });
      const body = new URLSearchParams();
      await Promise.resolve(identity.authentication(AS, identity.client, body, new Headers()));

      const jwks = createLocalJWKSet(publicJwks([credential.certificatePem]) as never);
      const { payload, protectedHeader } = await jwtVerify(body.get('client_assertion') ?? '', jwks);
      expect(protectedHeader.alg).toBe(alg);
      expect(payload).toMatchObject({ aud: AS.issuer, iss: 'countersign', sub: 'countersign' });
      expect(identity.dpop).not.toBeNull();
    },
  );

  it.each([
    { signingKid: null, sent: 'its thumbprint (RFC 7638)' },
    { signingKid: 'directory-key-1', sent: 'directory-key-1' },
    { signingKid: '', sent: undefined },
  ])('names its key by $sent for a profile with $signingKid (RFC 7515 section 4.1.4)', async (row) => {
    const credential = await createCredential({ nowMs: NOW_MS, commonName: 'Countersign', kind: 'ec-p256' });
    const keys = await signingKeysOf(credential);
    const facts = { clientId: 'countersign', clientAuthentication: 'private_key_jwt' } as const;
    const identity = clientIdentity({
      ...facts,
      tokenBinding: 'dpop',
      signingKid: row.signingKid,
      requestObject: 'plain',
      keys,
    });
    const body = new URLSearchParams();
    await Promise.resolve(identity.authentication(AS, identity.client, body, new Headers()));

    const header = decodeProtectedHeader(body.get('client_assertion') ?? '');
    expect(header).toEqual({
      alg: 'ES256',
      ...(row.sent === undefined ? {} : { kid: row.signingKid ?? keys.kid }),
    });
  });

  it('needs a key that nobody can take out again', async () => {
    const credential = await createCredential({ nowMs: NOW_MS, commonName: 'Countersign', kind: 'ec-p256' });
    expect((await signingKeysOf(credential)).pair.privateKey.extractable).toBe(false);
  });
});

describe('the TLS certificate', () => {
  it.each([
    { clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'certificate', isShown: true },
    { clientAuthentication: 'tls_client_auth', tokenBinding: 'dpop', isShown: true },
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'certificate', isShown: true },
    { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop', isShown: false },
  ] as const)(
    '[S04] is shown with $clientAuthentication and tokens bound by $tokenBinding: $isShown',
    ({ isShown, ...facts }) => {
      expect(usesCertificate(facts)).toBe(isShown);
    },
  );
});
