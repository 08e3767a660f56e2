import type { ServerMetadata as AuthorizationServer } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { readCapabilities, viewFindings } from '../../../main/oauth/capabilities';
import { providerFindings } from '../../../preload/contract/provider-offer';
import { METADATA } from './fake-http';

const changed = (change: object) => ({ ...METADATA, ...change }) as AuthorizationServer;

function stateOf(name: string, change: object): string | undefined {
  return readCapabilities(changed(change), 'fdx_v1.0').find((one) => one.name === name)?.state;
}

describe('what a provider offers', () => {
  it.each([
    { name: 'par', change: {}, state: 'offered', because: 'its endpoint is https' },
    {
      name: 'par',
      change: { pushed_authorization_request_endpoint: undefined, mtls_endpoint_aliases: undefined },
      state: 'missing',
      because: 'there is no endpoint',
    },
    {
      name: 'par',
      change: {
        pushed_authorization_request_endpoint: 'http://bank.example/par',
        mtls_endpoint_aliases: undefined,
      },
      state: 'missing',
      because: 'http does not count',
    },
    {
      name: 'pkce',
      change: { code_challenge_methods_supported: ['plain'] },
      state: 'missing',
      because: 'plain protects nothing',
    },
    {
      name: 'pkce',
      change: { code_challenge_methods_supported: 'S256' },
      state: 'missing',
      because: 'text is no list',
    },
    {
      name: 'issuer',
      change: { authorization_response_iss_parameter_supported: undefined },
      state: 'missing',
      because: 'RFC 9207 section 3: absent is false',
    },
    {
      name: 'details-type',
      change: { authorization_details_types_supported: undefined },
      state: 'silent',
      because: 'RFC 9396 section 10: the member is optional',
    },
    {
      name: 'details-type',
      change: { authorization_details_types_supported: ['payment'] },
      state: 'missing',
      because: 'it lists others only',
    },
    {
      name: 'issuer',
      change: {
        authorization_response_iss_parameter_supported: undefined,
        response_modes_supported: ['query', 'jwt'],
      },
      state: 'offered',
      because: 'a signed answer holds it (JARM section 2.1)',
    },
    {
      name: 'jarm',
      change: { response_modes_supported: ['query', 'jwt'] },
      state: 'offered',
      because: 'it lists the mode',
    },
    {
      name: 'jarm',
      change: { response_modes_supported: ['query', 'query.jwt'] },
      state: 'offered',
      because: 'a flow would ask by that name too',
    },
    {
      name: 'jarm',
      change: { response_modes_supported: 'jwt' },
      state: 'missing',
      because: 'text is no list',
    },
    {
      name: 'self_signed_tls_client_auth',
      change: { token_endpoint_auth_methods_supported: ['tls_client_auth'] },
      state: 'missing',
      because: 'RFC 8705 section 2 has two ways, and a provider may know one',
    },
    {
      name: 'tls_client_auth',
      change: { token_endpoint_auth_methods_supported: ['tls_client_auth'] },
      state: 'offered',
      because: 'it lists the other one',
    },
    {
      name: 'private_key_jwt',
      change: { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      state: 'missing',
      because: 'a secret is no key',
    },
    {
      name: 'assertion-key',
      change: {},
      state: 'silent',
      because: 'it lists no algorithms for it',
    },
    {
      name: 'dpop',
      change: { dpop_signing_alg_values_supported: ['RS256'] },
      state: 'missing',
      because: 'no key of this client signs with RS256 (FAPI 2.0 section 5.4.1)',
    },
    {
      name: 'dpop',
      change: { dpop_signing_alg_values_supported: ['RS256', 'PS256'] },
      state: 'offered',
      because: 'an RSA key signs with PS256',
    },
    {
      name: 'unsigned-request',
      change: { require_signed_request_object: true },
      state: 'missing',
      because: 'RFC 9101 section 10.5: it takes nothing else',
    },
    {
      name: 'unsigned-request',
      change: { require_signed_request_object: false },
      state: 'offered',
      because: 'it says so',
    },
    {
      name: 'bound-tokens',
      change: { tls_client_certificate_bound_access_tokens: undefined },
      state: 'silent',
      because: 'it does not say',
    },
    {
      name: 'bound-tokens',
      change: { tls_client_certificate_bound_access_tokens: false },
      state: 'missing',
      because: 'it says no',
    },
    {
      name: 'aliases',
      change: { mtls_endpoint_aliases: undefined },
      state: 'missing',
      because: 'there are none',
    },
    {
      name: 'signing',
      change: { id_token_signing_alg_values_supported: ['RS256', 'none'] },
      state: 'missing',
      because: 'FAPI 2.0 section 5.4.1 allows neither',
    },
    {
      name: 'signing',
      change: { id_token_signing_alg_values_supported: ['PS256'] },
      state: 'offered',
      because: 'FAPI 2.0 section 5.4.1 allows it',
    },
    {
      name: 'revocation',
      change: { revocation_endpoint: undefined },
      state: 'missing',
      because: 'there is no endpoint',
    },
    {
      name: 'registration',
      change: { registration_endpoint: 'https://bank.example/register' },
      state: 'offered',
      because: 'there is an endpoint',
    },
  ])('$name is $state because $because', ({ name, change, state }) => {
    expect(stateOf(name, change)).toBe(state);
  });

  it('fits the contract whatever the metadata holds, and carries no control characters', () => {
    const hostile = {
      issuer: 'https://bank.example',
      authorization_endpoint: `https://bank.example/\u202e${'x'.repeat(5000)}`,
      token_endpoint: 7,
      mtls_endpoint_aliases: null,
      authorization_details_types_supported: [1, 'a'.repeat(500), '\u0007'],
      response_modes_supported: 7,
      require_signed_request_object: { a: 1 },
      token_endpoint_auth_methods_supported: { length: 3 },
      tls_client_certificate_bound_access_tokens: 'x'.repeat(5000),
      dpop_signing_alg_values_supported: 'ES256',
      code_challenge_methods_supported: 8,
      id_token_signing_alg_values_supported: Array.from({ length: 900 }, () => 'RS256'),
      revocation_endpoint: {},
    } as unknown as AuthorizationServer;

    const found = viewFindings(hostile, 'https://bank.example/.well-known/x', 'fdx_v1.0');

    expect(providerFindings.safeParse(found).success).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('what a form is filled in with', () => {
  it.each([
    {
      change: { token_endpoint_auth_methods_supported: ['private_key_jwt', 'self_signed_tls_client_auth'] },
      clientAuthentications: ['self_signed_tls_client_auth', 'private_key_jwt'],
      because: 'our own certificate needs nobody else',
    },
    {
      change: { token_endpoint_auth_methods_supported: ['tls_client_auth', 'private_key_jwt'] },
      clientAuthentications: ['private_key_jwt', 'tls_client_auth'],
      because: 'an authority’s certificate has to be got first',
    },
    {
      change: { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      clientAuthentications: [],
      because: 'this client has no secret',
    },
  ])('has $clientAuthentications as the ways, because $because', ({ change, clientAuthentications }) => {
    expect(viewFindings(changed(change), 'https://bank.example/x', 'fdx_v1.0')).toMatchObject({
      clientAuthentications,
    });
  });

  it('binds to the certificate where that is promised, and else to the key where proofs are taken', () => {
    const bindingsOf = (change: object) =>
      viewFindings(changed(change), 'https://bank.example/x', 'fdx_v1.0').tokenBindings;
    const proofs = { dpop_signing_alg_values_supported: ['ES256'] };

    expect(bindingsOf({ tls_client_certificate_bound_access_tokens: true, ...proofs })).toEqual([
      'certificate',
      'dpop',
    ]);
    expect(bindingsOf(proofs)).toEqual(['dpop']);
    expect(bindingsOf({})).toEqual([]);
  });
});
