import { describe, expect, it } from 'vitest';

import { readCallback } from '../../../main/oauth/callback';
import { exchangeCode } from '../../../main/oauth/token';
import tokenResponse from '../../vectors/fdx/token-response.json' with { type: 'json' };
import { PUBLIC_KEY, signedJwt } from '../../helpers/signed-jwt';
import { answering, identityOf, jsonAnswer, METADATA, USUAL_PROFILE } from './fake-http';

const metadata = {
  ...METADATA,
  jwks_uri: 'https://bank.example/jwks',
  id_token_signing_alg_values_supported: ['ES256'],
};
const context = { metadata, identity: identityOf(), providerName: 'A Bank', nowMs: () => Date.now() };

/** Exchanges a code where an ID token with this nonce was asked for. */
async function exchange(idToken: string | undefined, nonce: string) {
  const answers = [
    jsonAnswer(200, { ...tokenResponse, id_token: idToken }),
    jsonAnswer(200, { keys: [PUBLIC_KEY] }),
  ];
  const http = answering(() => answers.shift() ?? jsonAnswer(500, {}));
  const url = new URL('http://127.0.0.1:1/callback?code=c&state=s&iss=https%3A%2F%2Fbank.example');
  const callback = await readCallback(url, { ...context, http, expectedState: 's', ...USUAL_PROFILE });
  if (callback.kind !== 'code') throw new Error(callback.kind);
  const { parameters } = callback;
  const code = {
    parameters,
    redirectUri: 'http://127.0.0.1:1/callback',
    codeVerifier: 'v'.repeat(43),
    nonce,
  };
  return { http, result: await exchangeCode({ ...context, http }, code) };
}

function idToken(change: Readonly<Record<string, unknown>> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://bank.example',
    aud: 'countersign',
    sub: 'somebody',
    iat: now,
    exp: now + 60,
  };
  return signedJwt({ ...claims, nonce: 'ours', ...change });
}

describe('[S30] an ID token that was asked for (OpenID Connect Core section 3.1.3.7)', () => {
  it('is believed with our nonce and a signature by a key of the provider', async () => {
    const { http, result } = await exchange(idToken(), 'ours');

    expect(result.ok).toBe(true);
    expect(http.calls.map(({ url }) => url)).toEqual([
      'https://mtls.bank.example/token',
      'https://bank.example/jwks',
    ]);
  });

  it.each([
    { token: () => idToken({ nonce: 'another' }), because: 'the nonce is another' },
    { token: () => idToken({ nonce: undefined }), because: 'the nonce is missing' },
    { token: () => undefined, because: 'there is none' },
    { token: () => 'not.a.token', because: 'it is no JWT' },
  ])('is refused when $because', async ({ token }) => {
    const { result } = await exchange(token(), 'ours');

    expect(result).toMatchObject({ ok: false, error: { kind: 'protocol-violation', stage: 'token' } });
  });
});
