import type { ServerMetadata as AuthorizationServer } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { readCapabilities, viewFindings } from '../../../main/oauth/capabilities';
import { whatIsMissing } from '../../../main/oauth/suitable-provider';
import {
  CLIENT_AUTHENTICATIONS,
  concerns,
  isNeeded,
  type ProviderNeeds,
  TOKEN_BINDINGS,
  usesCertificate,
  whatIsLacking,
  withDetailsType,
} from '../../../preload/contract/provider-offer';
import { METADATA } from './fake-http';

const changed = (change: object) => ({ ...METADATA, ...change }) as AuthorizationServer;

const USUAL: ProviderNeeds = {
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  issuerInAnswer: 'required',
  authorizationDetails: 'sent' as const,
  requestObject: 'as-announced',
  signingAlgorithm: 'ES256',
};

describe('what a profile needs of a provider', () => {
  const EVERY_NEED = CLIENT_AUTHENTICATIONS.flatMap((clientAuthentication) =>
    TOKEN_BINDINGS.flatMap((tokenBinding) =>
      (['ES256', 'PS256'] as const).map((signingAlgorithm) => ({
        clientAuthentication,
        tokenBinding,
        signingAlgorithm,
        issuerInAnswer: 'required' as const,
        authorizationDetails: 'sent' as const,
        requestObject: 'as-announced' as const,
      })),
    ),
  );

  it.each([
    {
      needs: { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' },
      change: {
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        dpop_signing_alg_values_supported: ['ES256'],
      },
      lacks: [],
      because: 'nobody asks for a certificate',
    },
    {
      needs: { clientAuthentication: 'private_key_jwt' },
      change: {},
      lacks: ['private_key_jwt'],
      because: 'the provider knows clients by certificate alone',
    },
    {
      needs: { clientAuthentication: 'private_key_jwt', signingAlgorithm: 'ES256' },
      change: {
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: ['PS256'],
      },
      lacks: ['assertion-key'],
      because: 'an EC key does not sign with PS256',
    },
    {
      needs: { clientAuthentication: 'private_key_jwt', signingAlgorithm: 'PS256' },
      change: {
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: ['PS256'],
      },
      lacks: [],
      because: 'an RSA key does',
    },
    {
      needs: { tokenBinding: 'dpop', signingAlgorithm: 'PS256' },
      change: { dpop_signing_alg_values_supported: ['ES256'] },
      lacks: ['proof-key'],
      because: 'an RSA key makes no proof with ES256',
    },
    {
      needs: { tokenBinding: 'dpop' },
      change: {},
      lacks: ['dpop'],
      because: 'it takes no proofs, whatever the key',
    },
    {
      needs: {},
      change: { mtls_endpoint_aliases: { token_endpoint: 'http://mtls.bank.example/token' } },
      lacks: ['token'],
      because: 'a client with a certificate goes to the alias (RFC 8705 section 5)',
    },
    {
      needs: { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' },
      change: {
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        dpop_signing_alg_values_supported: ['ES256'],
        mtls_endpoint_aliases: { token_endpoint: 'http://mtls.bank.example/token' },
      },
      lacks: [],
      because: 'a client without a certificate does not',
    },
    {
      needs: { requestObject: 'plain' },
      change: { require_signed_request_object: true },
      lacks: ['unsigned-request'],
      because: 'it takes signed request objects only (RFC 9101 section 10.5)',
    },
    {
      needs: {},
      change: { require_signed_request_object: true },
      lacks: [],
      because: 'requests are signed where that is announced',
    },
    {
      needs: { signingAlgorithm: 'ES256' },
      change: {
        require_signed_request_object: true,
        request_object_signing_alg_values_supported: ['RS256', 'PS256'],
      },
      lacks: ['request-key'],
      because: 'an EC key does not sign requests with PS256',
    },
    {
      needs: { signingAlgorithm: 'ES256' },
      change: { request_object_signing_alg_values_supported: ['RS256'] },
      lacks: [],
      because: 'what it takes matters only where requests are signed',
    },
    {
      needs: { requestObject: 'signed', signingAlgorithm: 'ES256' },
      change: { request_object_signing_alg_values_supported: ['RS256'] },
      lacks: ['request-key'],
      because: 'the profile wants them signed',
    },
    {
      needs: { requestObject: 'signed', signingAlgorithm: 'PS256' },
      change: { request_object_signing_alg_values_supported: ['PS256'] },
      lacks: [],
      because: 'an RSA key signs with PS256',
    },
    {
      needs: { issuerInAnswer: 'may-be-missing' },
      change: { authorization_response_iss_parameter_supported: false },
      lacks: [],
      because: 'the profile allows it',
    },
  ] as const)('is $lacks with $needs at $change, because $because', ({ needs, change, lacks }) => {
    const capabilities = readCapabilities(changed(change), 'fdx_v1.0');

    expect(whatIsLacking(capabilities, { ...USUAL, ...needs }).map(({ name }) => name)).toEqual(lacks);
  });

  it.each(EVERY_NEED)(
    '[S09] is on the card before a flow exactly what a flow finds, with $clientAuthentication, $tokenBinding and $signingAlgorithm',
    (needs) => {
      const changes = [{}, { require_signed_request_object: true }, { response_modes_supported: 'jwt' }];
      for (const metadata of [...changes.map(changed), { issuer: 'https://bank.example' }]) {
        const { capabilities } = viewFindings(metadata, 'https://bank.example/x', 'fdx_v1.0');
        const onCard = whatIsLacking(capabilities, needs).map(({ standard }) => standard);

        expect(whatIsMissing(metadata, { ...needs, authorizationDetailsType: 'fdx_v1.0' })).toEqual(onCard);
      }
    },
  );

  it.each(EVERY_NEED)(
    'is told once for each thing, with $clientAuthentication, $tokenBinding and $signingAlgorithm',
    (needs) => {
      const shown = readCapabilities(METADATA, 'fdx_v1.0').filter((one) => concerns(one, needs));
      const names = shown.map(({ name }) => name);

      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(['token', 'par', 'dpop', 'jarm']));
      expect(shown.filter((one) => one.name === 'token' && isNeeded(one, needs))).toHaveLength(1);
      expect(names.includes('assertion-key')).toBe(needs.clientAuthentication === 'private_key_jwt');
    },
  );

  it('is judged by the type that a form names, not only by the one that was looked up', () => {
    const metadata = changed({ authorization_details_types_supported: ['payment', 'fdx_v2.0'] });
    const findings = viewFindings(metadata, 'https://bank.example/x', 'fdx_v1.0');
    const lackingFor = (type: string) =>
      whatIsLacking(withDetailsType(findings, type), USUAL).map(({ standard }) => standard);

    expect(lackingFor('fdx_v1.0')).toEqual(['authorization_details of type fdx_v1.0 (RFC 9396)']);
    expect(lackingFor('fdx_v2.0')).toEqual([]);
    expect(lackingFor('fdx_v3.0')).toEqual(
      whatIsMissing(metadata, { ...USUAL, authorizationDetailsType: 'fdx_v3.0' }),
    );
  });

  it('involves the certificate unless assertions and proofs do all of it', () => {
    expect(EVERY_NEED.filter((needs) => !usesCertificate(needs))).toMatchObject([
      { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' },
      { clientAuthentication: 'private_key_jwt', tokenBinding: 'dpop' },
    ]);
  });
});
