import { describe, expect, it } from 'vitest';

import { publicJwks, type PublicJwks } from '../../../main/credentials/public-jwks';
import { buildRegistrationPack } from '../../../main/credentials/registration-pack';
import { RFC8705_CERTIFICATE, RFC8705_KEY } from './certificate-samples';

const FACTS = {
  clientName: 'Countersign',
  redirectUris: ['http://127.0.0.1/callback'],
  jwks: publicJwks([RFC8705_CERTIFICATE]),
  scopes: ['openid', 'fdx:accountbasic:read'],
};

describe('the registration pack', () => {
  it('says in the words of RFC 7591 what a provider has to know', () => {
    expect(buildRegistrationPack(FACTS)).toEqual({
      client_name: 'Countersign',
      redirect_uris: ['http://127.0.0.1/callback'],
      jwks: FACTS.jwks,
      token_endpoint_auth_method: 'self_signed_tls_client_auth', // RFC 8705 section 2.2.1
      tls_client_certificate_bound_access_tokens: true, // RFC 8705 section 3.4
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: 'openid fdx:accountbasic:read',
      authorization_details_types: ['fdx_v1.0'], // RFC 9396 section 10
    });
  });

  it('leaves the scope to the provider when none is asked for', () => {
    expect(buildRegistrationPack({ ...FACTS, scopes: [] })).not.toHaveProperty('scope');
  });

  it('names another type of authorization details where a provider has its own', () => {
    const pack = buildRegistrationPack({ ...FACTS, authorizationDetailsTypes: ['fdx_v2.0'] });

    expect(pack.authorization_details_types).toEqual(['fdx_v2.0']);
  });

  it('carries the name on the certificate where a client is known by it (RFC 8705 section 2.1.2)', () => {
    const pack = buildRegistrationPack({
      ...FACTS,
      clientAuthentication: 'tls_client_auth',
      subjectDistinguishedName: 'CN=mtls',
    });

    expect(pack).toMatchObject({
      token_endpoint_auth_method: 'tls_client_auth',
      tls_client_auth_subject_dn: 'CN=mtls',
    });
  });

  it('says that requests are signed as a whole, and how, where every one is (RFC 9101 section 10.5)', () => {
    const pack = buildRegistrationPack({ ...FACTS, signsRequests: true });

    expect(pack).toMatchObject({
      request_object_signing_alg: pack.jwks.keys[0]?.alg,
      require_signed_request_object: true,
    });
  });

  it('says how the key signs where requests are signed, and what tokens are bound to', () => {
    const pack = buildRegistrationPack({
      ...FACTS,
      clientAuthentication: 'private_key_jwt',
      tokenBinding: 'dpop',
    });

    expect(pack).toMatchObject({
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      tls_client_certificate_bound_access_tokens: false,
      dpop_bound_access_tokens: true,
    });
  });

  it('is never made with a private key in it', () => {
    const jwks = { keys: [{ ...RFC8705_KEY, d: 'secret-value' }] } as unknown as PublicJwks;

    expect(() => buildRegistrationPack({ ...FACTS, jwks })).toThrow(RangeError);
  });
});
