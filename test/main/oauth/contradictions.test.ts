import { describe, expect, it } from 'vitest';

import { discover } from '../../../main/oauth/suitable-provider';
import { pushRequest } from '../../../main/oauth/pushed-request';
import { readMetadata } from '../../../main/oauth/discovery';
import { refreshTokens } from '../../../main/oauth/token';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };
import { answering, identityOf, jsonAnswer, METADATA } from './fake-http';

const CONTEXT = { metadata: METADATA, identity: identityOf(), providerName: 'A Bank', nowMs: () => 0 };
const REQUEST = {
  redirectUri: 'http://127.0.0.1/callback',
  scope: '',
  authorizationDetails: exampleDetails as never,
};
const ATTEMPT = { codeVerifier: 'v'.repeat(43), state: 's'.repeat(43), nonce: 'n'.repeat(43) };

const push = (body: unknown) =>
  pushRequest({ ...CONTEXT, http: answering(() => jsonAnswer(201, body)) }, REQUEST, ATTEMPT);
const refresh = (body: unknown) =>
  refreshTokens({ ...CONTEXT, http: answering(() => jsonAnswer(200, body)) }, 'a-refresh-token');

const PUSHED = { request_uri: 'urn:x', expires_in: 60 };
const TOKENS = { access_token: 'at', token_type: 'Bearer' };

describe('an answer that contradicts itself is not acted on', () => {
  it.each([
    { as: 'a code', error: 'invalid_request' },
    { as: 'an object', error: { code: 'invalid_request' } },
    { as: 'a number', error: 42 },
    { as: 'true', error: true },
  ])(
    'with an error beside request_uri no browser is opened, and with one beside tokens none is kept: $as',
    async ({ error }) => {
      expect(await push({ ...PUSHED, error })).toMatchObject({
        ok: false,
        error: { kind: 'protocol-violation', stage: 'par', violation: 'malformed' },
      });
      expect(await refresh({ ...TOKENS, error })).toMatchObject({
        ok: false,
        error: { kind: 'protocol-violation', stage: 'token', violation: 'malformed' },
      });
    },
  );

  it.each([null, ''])('an error that is %j says nothing', async (error) => {
    expect((await push({ ...PUSHED, error })).ok).toBe(true);
    expect((await refresh({ ...TOKENS, error })).ok).toBe(true);
  });
});

describe('a lifetime of a pushed request (RFC 9126 section 2.2)', () => {
  it.each([
    { expires_in: 60, expiresAtMs: 60_000 },
    { expires_in: '60', expiresAtMs: 60_000 },
    { expires_in: 9999, expiresAtMs: 600_000 },
  ])('of $expires_in is believed', async ({ expires_in, expiresAtMs }) => {
    expect(await push({ ...PUSHED, expires_in })).toMatchObject({ ok: true, value: { expiresAtMs } });
  });

  it.each(['60 seconds', '6e1', '-1', '', 0, null, true, [60], {}])('of %j is none', async (expires_in) => {
    expect(await push({ ...PUSHED, expires_in })).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', rule: expect.stringContaining('RFC 9126 2.2') as string },
    });
  });
});

const FOUND = { ...METADATA, issuer: 'https://bank.example' };
const NEEDS = {
  providerName: 'A Bank',
  issuer: 'https://bank.example',
  authorizationDetailsType: 'fdx_v1.0',
  clientAuthentication: 'self_signed_tls_client_auth',
  tokenBinding: 'certificate',
  issuerInAnswer: 'required',
  authorizationDetails: 'sent',
  requestObject: 'as-announced',
  signingAlgorithm: 'ES256',
} as const;

const found = (change: Readonly<Record<string, unknown>>) =>
  answering(() => jsonAnswer(200, { ...FOUND, ...change }));

describe('a member of the metadata that is of another type is no such member (RFC 8414 section 2)', () => {
  it.each([
    { member: 'token_endpoint', value: ['https://bank.example/token'], because: 'a list is no address' },
    { member: 'authorization_endpoint', value: ['https://bank.example/a'], because: 'a list is no address' },
    { member: 'authorization_endpoint', value: { url: 'https://bank.example' }, because: 'nor is an object' },
    { member: 'authorization_endpoint', value: '/authorize', because: 'a path alone leads nowhere' },
    { member: 'code_challenge_methods_supported', value: 'S256', because: 'a text is no list' },
    { member: 'code_challenge_methods_supported', value: { S256: true }, because: 'nor is an object' },
    { member: 'authorization_response_iss_parameter_supported', value: 'true', because: 'a text is no flag' },
    { member: 'authorization_response_iss_parameter_supported', value: 1, because: 'nor is a number' },
  ])('$member $value: $because', async ({ member, value }) => {
    const http = found({ [member]: value, mtls_endpoint_aliases: null });

    expect(await discover(http, NEEDS)).toMatchObject({ ok: false, error: { kind: 'provider-unsuitable' } });
  });

  it.each([
    'https://mtls.bank.example',
    ['https://mtls.bank.example/token'],
    7,
    { token_endpoint: ['https://mtls.bank.example/token'], revocation_endpoint: 7 },
  ])('aliases that are %j are none, and nothing is thrown', async (aliases) => {
    const read = await readMetadata(found({ mtls_endpoint_aliases: aliases }), NEEDS);
    if (!read.ok) throw new Error(read.error.kind);
    const answer = answering(() => jsonAnswer(200, TOKENS));
    const tokens = await refreshTokens({ ...CONTEXT, http: answer, metadata: read.value.metadata }, 'rt');

    expect(tokens.ok).toBe(true);
    expect(answer.calls[0]?.url).toBe('https://bank.example/token');
  });

  it('what is shown of it is without it, too', async () => {
    const read = await readMetadata(found({ revocation_endpoint: ['https://bank.example/r'] }), NEEDS);

    expect(read.ok && 'revocation_endpoint' in read.value.said).toBe(false);
  });
});
