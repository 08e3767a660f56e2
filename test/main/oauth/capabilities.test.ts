import type { AuthorizationServer } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';

import { readCapabilities, viewFindings } from '../../../main/oauth/capabilities';
import { providerFindings } from '../../../preload/contract/provider-shapes';
import { METADATA } from './fake-http';

function stateOf(name: string, change: object): string | undefined {
  const metadata = { ...METADATA, ...change } as AuthorizationServer;
  return readCapabilities(metadata, 'fdx_v1.0').find((one) => one.name === name)?.state;
}

describe('what a provider offers', () => {
  it.each([
    { name: 'par', change: {}, state: 'offered', because: 'its endpoint is https' },
    {
      name: 'par',
      change: { pushed_authorization_request_endpoint: undefined },
      state: 'missing',
      because: 'there is no endpoint',
    },
    {
      name: 'par',
      change: { pushed_authorization_request_endpoint: 'http://bank.example/par' },
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
      name: 'certificate',
      change: { token_endpoint_auth_methods_supported: ['tls_client_auth'] },
      state: 'offered',
      because: 'either way of RFC 8705 section 2 will do',
    },
    {
      name: 'certificate',
      change: { token_endpoint_auth_methods_supported: ['client_secret_basic'] },
      state: 'missing',
      because: 'a secret is no certificate',
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
      id_token_signing_alg_values_supported: Array.from({ length: 900 }, () => 'RS256'),
      revocation_endpoint: {},
    } as unknown as AuthorizationServer;

    const found = viewFindings(hostile, 'https://bank.example/.well-known/x', 'fdx_v1.0');

    expect(providerFindings.safeParse(found).success).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
