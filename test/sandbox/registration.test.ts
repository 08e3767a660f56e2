import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import { readClientMetadata } from '../../sandbox/authorization-server/client-metadata';
import { sandboxBank } from '../helpers/sandbox-bank';
import { call, makeCredential, registration, type TestCredential } from './test-client';

let good: TestCredential;
let expired: TestCredential;
let other: TestCredential;

beforeAll(async () => {
  [good, expired, other] = await Promise.all([makeCredential(), makeCredential(-1), makeCredential()]);
});

const refusalOf = (overrides: object) => {
  const read = readClientMetadata(registration(good, overrides), Date.now());
  return read.ok ? null : `${read.error} ${read.description}`;
};

describe('registering a client at run time (RFC 7591)', () => {
  it('answers 201 with a new client id and what it has understood', async () => {
    const { descriptor } = await sandboxBank();

    const { status, body } = await call(descriptor, null, descriptor.registrationEndpoint, {
      json: registration(good, { client_name: 'A budget app', software_version: 'not of interest here' }),
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      client_id: expect.stringMatching(/^[\w-]{22}$/),
      client_id_issued_at: expect.any(Number),
      client_name: 'A budget app',
      redirect_uris: ['http://127.0.0.1/callback'],
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      tls_client_certificate_bound_access_tokens: true,
      authorization_details_types: ['fdx_v1.0'],
    });
    expect(body).not.toHaveProperty('software_version');
  });

  it('answers 400 with the member that is wrong', async () => {
    const { descriptor } = await sandboxBank();

    const { status, body } = await call(descriptor, null, descriptor.registrationEndpoint, {
      json: registration(good, { jwks: { keys: [{ ...good.publicJwk, d: good.privateJwk.d }] } }),
    });

    expect(status).toBe(400);
    expect(body['error']).toBe('invalid_client_metadata');
    expect(body['error_description']).toMatch(/^jwks\.keys\[0\]\.d: is a private member/);
  });

  it('takes nothing but POST, and no body beyond 64 KiB', async () => {
    const { descriptor } = await sandboxBank();
    const endpoint = descriptor.registrationEndpoint;

    expect(await call(descriptor, null, endpoint)).toMatchObject({ status: 405 });
    expect(await call(descriptor, null, endpoint, { json: 'x'.repeat(70_000) })).toMatchObject({
      status: 413,
    });
  });

  it('takes every way back that a native application has (RFC 8252 section 7)', () => {
    const redirect_uris = [
      'http://127.0.0.1/callback',
      'http://[::1]/callback',
      'http://localhost:3005/response-par',
      'com.example.app:/callback',
    ];

    expect(refusalOf({ redirect_uris })).toBeNull();
  });

  it.each([
    { because: 'there is no name', change: { client_name: undefined }, says: 'client_name: is required' },
    { because: 'the name is empty', change: { client_name: ' ' }, says: 'client_name: must not be empty' },
    {
      because: 'the name is long',
      change: { client_name: 'a'.repeat(61) },
      says: 'client_name: must have at most 60',
    },
    {
      because: 'the name turns text around',
      change: { client_name: 'App\u202Eknab' },
      says: 'client_name: must not hold invisible',
    },
    {
      because: 'there is no way back',
      change: { redirect_uris: [] },
      says: 'invalid_redirect_uri redirect_uris: must not be empty',
    },
    {
      because: 'the way back is a web site',
      change: { redirect_uris: ['https://example.com/cb'] },
      says: 'invalid_redirect_uri redirect_uris[0]: must be a loopback address',
    },
    {
      because: 'the way back is another machine',
      change: { redirect_uris: ['http://127.0.0.1/cb', 'http://example.com/cb'] },
      says: 'redirect_uris[1]: http is for this device only',
    },
    {
      because: 'the way back has a fragment',
      change: { redirect_uris: ['http://127.0.0.1/cb#x'] },
      says: 'redirect_uris[0]: must not have a fragment',
    },
    {
      because: 'the way back names a user',
      change: { redirect_uris: ['http://127.0.0.1@example.com/'] },
      says: 'redirect_uris[0]: must not name a user',
    },
    {
      because: 'the way back is a script',
      change: { redirect_uris: ['javascript:alert(1)'] },
      says: 'redirect_uris[0]: a private-use scheme must be a reversed domain name',
    },
    {
      because: 'the way back is relative',
      change: { redirect_uris: ['/callback'] },
      says: 'redirect_uris[0]: must be an absolute address',
    },
    {
      because: 'it is a web application',
      change: { application_type: 'web' },
      says: 'application_type: must be native',
    },
    {
      because: 'it would use a secret',
      change: { token_endpoint_auth_method: 'client_secret_basic' },
      says: 'token_endpoint_auth_method: must be self_signed_tls_client_auth',
    },
    {
      because: 'it says no method',
      change: { token_endpoint_auth_method: undefined },
      says: 'token_endpoint_auth_method: is required',
    },
    {
      because: 'it wants unbound tokens',
      change: { tls_client_certificate_bound_access_tokens: false },
      says: 'tls_client_certificate_bound_access_tokens: must be true',
    },
    {
      because: 'it wants the implicit grant',
      change: { grant_types: ['implicit'] },
      says: 'grant_types[0]: must be of authorization_code',
    },
    {
      because: 'it wants no code',
      change: { grant_types: ['client_credentials'] },
      says: 'grant_types: must hold authorization_code',
    },
    {
      because: 'it wants tokens at the browser',
      change: { response_types: ['token'] },
      says: 'response_types',
    },
    {
      because: 'it asks for details of another kind',
      change: { authorization_details_types: ['payment'] },
      says: 'authorization_details_types',
    },
    {
      because: 'it asks for a scope of another bank',
      change: { scope: 'accounts' },
      says: 'scope: holds a scope that this bank does not have',
    },
    {
      because: 'its keys are elsewhere',
      change: { jwks_uri: 'https://example.com/jwks' },
      says: 'jwks_uri: is not supported',
    },
    { because: 'it has no keys', change: { jwks: undefined }, says: 'jwks: is required' },
    { because: 'its keys are a list', change: { jwks: [] }, says: 'jwks: must be an object' },
    {
      because: 'its key set is empty',
      change: { jwks: { keys: [] } },
      says: 'jwks.keys: must hold 1 to 5 keys',
    },
    {
      because: 'its key is a shared secret',
      change: { jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } },
      says: 'jwks.keys[0].k: is a private member',
    },
    {
      because: 'its key is damaged',
      change: { jwks: { keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] } },
      says: 'jwks.keys[0]: is not a public key',
    },
  ])('refuses a client because $because', ({ change, says }) => {
    expect(refusalOf(change)).toContain(says);
  });

  it('refuses a key without its certificate, or with one that is expired, another’s, or not base64', () => {
    const refusal = (x5c: unknown) => refusalOf({ jwks: { keys: [{ ...good.publicJwk, x5c }] } });

    expect(refusal(undefined)).toContain('jwks.keys[0].x5c: is required');
    expect(refusal(other.publicJwk.x5c)).toContain('jwks.keys[0].x5c[0]: the certificate is for another key');
    expect(refusal(['not base64!'])).toContain('jwks.keys[0].x5c[0]: is not the base64 of a DER certificate');
    expect(refusal([...good.publicJwk.x5c, ...good.publicJwk.x5c])).toContain(
      'jwks.keys[0].x5c: must be an array of one',
    );
    expect(refusalOf({ jwks: { keys: [expired.publicJwk] } })).toMatch(
      /jwks\.keys\[0\]\.x5c\[0\]: the certificate can't be used, it expired on \d{4}-\d\d-\d\d/,
    );
  });

  it('refuses an RSA key that is too short', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });

    expect(refusalOf({ jwks: { keys: [publicKey.export({ format: 'jwk' })] } })).toContain(
      'at least 2048 bits',
    );
  });
});
