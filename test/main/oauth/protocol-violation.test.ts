import { refreshTokenGrant } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { configurationOver, readServerMetadata } from '../../../main/oauth/configuration';
import { ruleOf, violationOf } from '../../../main/oauth/protocol-violation';
import { withSafeAlgorithms } from '../../../main/oauth/usable-metadata';
import { identityOf, jsonAnswer, METADATA } from './fake-http';

async function thrownIn(asked: Promise<unknown>): Promise<Error> {
  const thrown: unknown = await asked.catch((cause: unknown) => cause);
  if (!(thrown instanceof Error)) throw new Error('the library took it');
  return thrown;
}

/** What the library throws at metadata. */
const thrownBy = (response: Response) =>
  thrownIn(readServerMetadata(new URL('https://bank.example'), 'oidc', () => Promise.resolve(response)));

/** What it throws at a token answer. */
const thrownByTokens = (answer: Readonly<Record<string, unknown>>) => {
  const fetch = () => Promise.resolve(jsonAnswer(200, answer));
  const metadata = withSafeAlgorithms(METADATA);
  return thrownIn(refreshTokenGrant(configurationOver(metadata, identityOf(), fetch), 'a-refresh-token'));
};

const json = (body: unknown) => Response.json(body);

describe('in what way an answer broke a rule is told from what the library threw', () => {
  it.each([
    { answer: () => json({ issuer: 'https://other.example' }), violation: 'other-issuer' },
    { answer: () => json({}), violation: 'malformed' },
    { answer: () => json([]), violation: 'malformed' },
    { answer: () => new Response('<html>'), violation: 'not-json' },
    {
      answer: () => new Response('{"a":', { headers: { 'content-type': 'application/json' } }),
      violation: 'broken-json',
    },
    { answer: () => new Response(null, { status: 302 }), violation: 'redirected' },
  ])('%#: $violation', async ({ answer, violation }) => {
    expect(violationOf(await thrownBy(answer()))).toBe(violation);
  });

  it('a kind of token that nobody asked for cannot be used safely', async () => {
    expect(violationOf(await thrownByTokens({ access_token: 't', token_type: 'mac' }))).toBe('unsafe');
  });

  it('an error of nobody we know is told by none of its words', () => {
    expect(violationOf(new TypeError('JWT'))).toBe('malformed');
  });
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const NOW_SECONDS = Math.floor(Date.now() / 1000);
const CLAIMS = {
  iss: METADATA.issuer,
  aud: 'countersign',
  sub: 'u',
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 60,
};
const jwt = (header: unknown, claims: unknown) => `${part(header)}.${part(claims)}.c2ln`;
const KNOWN = { alg: 'ES256', kid: 'k' };

describe('which rule an answer broke is told from what the library threw', () => {
  it.each([
    { idToken: jwt(KNOWN, { ...CLAIMS, aud: 'another' }), rule: 'OpenID Connect Core 3.1.3.7' },
    { idToken: jwt(KNOWN, { ...CLAIMS, iss: 'https://other.example' }), rule: 'OpenID Connect Core 3.1.3.7' },
    { idToken: jwt(KNOWN, { ...CLAIMS, exp: 1 }), rule: 'OpenID Connect Core 3.1.3.7' },
    { idToken: jwt(KNOWN, { ...CLAIMS, sub: undefined }), rule: 'OpenID Connect Core 3.1.3.7' },
    { idToken: 'no-jwt', rule: 'OpenID Connect Core 3.1.3.7' },
    { idToken: jwt({ alg: 'none' }, CLAIMS), rule: 'FAPI 2.0 Security Profile 5.4' },
    { idToken: jwt({ alg: 'HS256' }, CLAIMS), rule: 'FAPI 2.0 Security Profile 5.4' },
    { idToken: jwt({ alg: 'RS256' }, CLAIMS), rule: 'FAPI 2.0 Security Profile 5.4' },
  ])('$#: an ID token breaks $rule', async ({ idToken, rule }) => {
    const cause = await thrownByTokens({ access_token: 't', token_type: 'bearer', id_token: idToken });

    expect(ruleOf(cause, 'token')).toContain(rule);
  });

  it('metadata of another issuer breaks RFC 8414 3.3, and a kind of token RFC 6749 7.1', async () => {
    expect(ruleOf(await thrownBy(json({ issuer: 'https://other.example' })), 'discovery')).toContain(
      'RFC 8414 3.3',
    );
    expect(ruleOf(await thrownByTokens({ access_token: 't', token_type: 'mac' }), 'token')).toContain(
      'RFC 6749 7.1',
    );
  });

  it('what the words do not tell is left to the stage, and an error of nobody we know breaks none', async () => {
    expect(ruleOf(await thrownBy(json([])), 'discovery')).toBeNull();
    expect(ruleOf(new TypeError('JWT'), 'token')).toBeNull();
  });
});
