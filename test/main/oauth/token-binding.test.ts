import { describe, expect, it } from 'vitest';

import { refreshTokens } from '../../../main/oauth/token';
import type { Confirmation } from '../../../main/oauth/token-binding';
import { answering, identityOf, jsonAnswer, METADATA } from './fake-http';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) => `${part({ alg: 'ES256', typ: 'at+jwt' })}.${part(claims)}.c2ln`;

const CERTIFICATE: Confirmation = { claim: 'x5t#S256', thumbprint: 'our-certificate' };
const KEY: Confirmation = { claim: 'jkt', thumbprint: 'our-key' };

const tokenThat = (accessToken: string, confirmation: Confirmation | null) =>
  refreshTokens(
    {
      http: answering(() => jsonAnswer(200, { access_token: accessToken, token_type: 'Bearer' })),
      metadata: METADATA,
      identity: { ...identityOf(), confirmation },
      providerName: 'A Bank',
      nowMs: () => 0,
    },
    'a-refresh-token',
  );

describe('a token that can be read and says that it is not bound is refused (RFC 8705 section 3.1, RFC 9449 section 6.1)', () => {
  it.each([
    { claims: { sub: 'u' }, confirmation: CERTIFICATE, rule: 'RFC 8705 3.1', because: 'it has no cnf' },
    { claims: { cnf: null }, confirmation: CERTIFICATE, rule: 'RFC 8705 3.1', because: 'its cnf is null' },
    { claims: { cnf: [] }, confirmation: CERTIFICATE, rule: 'RFC 8705 3.1', because: 'its cnf is a list' },
    {
      claims: { cnf: { 'x5t#S256': 'another' } },
      confirmation: CERTIFICATE,
      rule: 'RFC 8705 3.1',
      because: 'it is bound to another certificate',
    },
    {
      claims: { cnf: { jkt: 'our-key' } },
      confirmation: CERTIFICATE,
      rule: 'RFC 8705 3.1',
      because: 'it is bound to a key, which is never shown',
    },
    { claims: { sub: 'u' }, confirmation: KEY, rule: 'RFC 9449 6.1', because: 'it is bound to no key' },
    {
      claims: { cnf: { jkt: 'another' } },
      confirmation: KEY,
      rule: 'RFC 9449 6.1',
      because: 'the key is another',
    },
  ])('when $because', async ({ claims, confirmation, rule }) => {
    expect(await tokenThat(jwt(claims), confirmation)).toMatchObject({
      ok: false,
      error: {
        kind: 'protocol-violation',
        violation: 'unsafe',
        rule: expect.stringContaining(rule) as string,
      },
    });
  });

  it.each([
    { token: jwt({ cnf: { 'x5t#S256': 'our-certificate' } }), because: 'it is bound to our certificate' },
    { token: 'opaque', because: 'it cannot be read' },
    { token: 'a.b.c', because: 'it only looks like a JWT' },
    {
      token: `${part({})}.${Buffer.from('encrypted').toString('base64url')}.x`,
      because: 'its claims are no JSON',
    },
    { token: `${jwt({})}.x.y`, because: 'it is encrypted (RFC 7516)' },
  ])('and is taken when $because', async ({ token }) => {
    expect((await tokenThat(token, CERTIFICATE)).ok).toBe(true);
  });
});
