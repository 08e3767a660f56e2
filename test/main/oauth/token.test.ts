import { describe, expect, it } from 'vitest';

import { readCallback } from '../../../main/oauth/callback';
import { exchangeCode, readTokenAnswer, refreshTokens, type TokenAnswer } from '../../../main/oauth/token';
import tokenResponse from '../../vectors/fdx/token-response.json' with { type: 'json' };
import { answering, identityOf, jsonAnswer, METADATA, USUAL_PROFILE } from './fake-http';

const NOW_MS = Date.UTC(2026, 4, 1);
const CONTEXT = { metadata: METADATA, identity: identityOf(), providerName: 'A Bank', nowMs: () => NOW_MS };

/** What the library hands over: it has lower-cased the token type by then. */
function read(change: Readonly<Record<string, unknown>>) {
  return readTokenAnswer(CONTEXT, { ...tokenResponse, token_type: 'bearer', ...change } as never);
}

function valueOf(change: Readonly<Record<string, unknown>>): TokenAnswer {
  const answer = read(change);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

describe('a token answer', () => {
  it('is read as FDX has it (FDX Consent API, RFC 9396 section 7)', () => {
    expect(valueOf({})).toEqual({
      accessToken: 'at_7f0c2d',
      tokenType: 'Bearer',
      refreshToken: 'rt_91ab44',
      expiresAtMs: NOW_MS + 900_000,
      scope: tokenResponse.scope,
      grantId: 'cg_2f6b1c0a9d4e',
      authorizationDetails: tokenResponse.authorization_details,
      masked: { ...tokenResponse, token_type: 'bearer', access_token: '•••', refresh_token: '•••' },
    });
  });

  it('may name the consent fdxConsentId, as FDX 6 does in the field', () => {
    expect(valueOf({ grant_id: undefined, fdxConsentId: 'cg_1' }).grantId).toBe('cg_1');
    expect(valueOf({ grant_id: 'cg_2', fdxConsentId: 'cg_1' }).grantId).toBe('cg_2');
    expect(valueOf({ grant_id: undefined }).grantId).toBeNull();
  });

  for (const { grantId, because } of [
    { grantId: '../accounts', because: 'it is a path upwards' },
    { grantId: '..', because: 'it is a path upwards' },
    { grantId: '.', because: 'it is a path to where it stands' },
    { grantId: 'a/b', because: 'it is two path segments' },
    { grantId: 'a%2fb', because: 'it is two path segments to whoever decodes once more' },
    { grantId: 'a?b', because: 'it begins a query' },
    { grantId: 'a#b', because: 'it begins a fragment' },
    { grantId: 'a b', because: 'a space is no identifier' },
    { grantId: 'a\r\nb', because: 'it ends a line' },
    { grantId: 'ä', because: 'it is not ASCII' },
    { grantId: '', because: 'it is empty' },
    { grantId: 'a'.repeat(257), because: 'it is longer than FDX allows' },
    { grantId: 12, because: 'it is a number' },
    { grantId: { id: 'a' }, because: 'it is an object' },
    { grantId: ['a'], because: 'it is a list' },
  ]) {
    it(`is refused with the grant_id ${JSON.stringify(grantId).slice(0, 24)}: ${because}`, () => {
      expect(read({ grant_id: grantId })).toMatchObject({
        ok: false,
        error: { kind: 'protocol-violation', stage: 'token' },
      });
    });
  }

  it.each(['urn:uuid:6e8bc430', 'a'.repeat(256), 'A-._~:@+=z0'])('takes the grant_id %s', (grantId) => {
    expect(valueOf({ grant_id: grantId }).grantId).toBe(grantId);
  });

  for (const { accessToken, because } of [
    { accessToken: 'two words', because: 'a space ends it in the header' },
    { accessToken: 'a\r\nx: y', because: 'it is a header of its own' },
    { accessToken: 'tökén', because: 'it is not ASCII' },
    { accessToken: '=', because: 'padding alone is no token' },
    { accessToken: 'a,b', because: 'a comma begins another credential' },
  ]) {
    it(`is refused with the access token ${JSON.stringify(accessToken)}: ${because} (RFC 6750 section 2.1)`, () => {
      expect(read({ access_token: accessToken })).toMatchObject({
        ok: false,
        error: { kind: 'protocol-violation', stage: 'token', detail: 'it is not' },
      });
    });
  }

  it('with tokens that are not Bearer is refused (RFC 6750)', () => {
    expect(read({ token_type: 'dpop' })).toMatchObject({ ok: false, error: { kind: 'protocol-violation' } });
  });

  for (const { expiresIn, expiresAtMs, because } of [
    { expiresIn: undefined, expiresAtMs: null, because: 'it is only recommended (RFC 6749 section 5.1)' },
    { expiresIn: 0, expiresAtMs: NOW_MS, because: 'it has ended already' },
    { expiresIn: -5, expiresAtMs: null, because: 'a token does not end before it begins' },
    { expiresIn: Number.NaN, expiresAtMs: null, because: 'nobody knows' },
    { expiresIn: Number.POSITIVE_INFINITY, expiresAtMs: null, because: 'nothing is for ever' },
    { expiresIn: 1e300, expiresAtMs: NOW_MS + 86_400_000, because: 'a day is the most that is believed' },
  ]) {
    it(`with expires_in ${String(expiresIn)} ends at ${String(expiresAtMs)}: ${because}`, () => {
      expect(valueOf({ expires_in: expiresIn }).expiresAtMs).toBe(expiresAtMs);
    });
  }
});

async function parameters() {
  const url = new URL('http://127.0.0.1:1/callback?code=the-code&state=s&iss=https%3A%2F%2Fbank.example');
  const http = answering(() => new Response());
  const callback = await readCallback(url, { ...CONTEXT, http, expectedState: 's', ...USUAL_PROFILE });
  if (callback.kind !== 'code') throw new Error(callback.kind);
  return callback.parameters;
}

const CODE = { redirectUri: 'http://127.0.0.1:51234/callback', codeVerifier: 'v'.repeat(43), nonce: null };

describe('a token answer with null for what it does not have', () => {
  it('is taken as one that leaves it out: null grants nothing (RFC 6749 section 5.1)', async () => {
    const answer = { access_token: 'at_1', token_type: 'Bearer', scope: null, refresh_token: null };
    const http = answering(() => jsonAnswer(200, { ...answer, id_token: null, expires_in: null }));
    expect(await refreshTokens({ ...CONTEXT, http }, 'rt_0')).toMatchObject({
      ok: true,
      value: { accessToken: 'at_1', scope: null, refreshToken: null, expiresAtMs: null },
    });
  });

  it('is refused all the same when there is no token in it', async () => {
    const http = answering(() => jsonAnswer(200, { access_token: null, token_type: 'Bearer', scope: null }));
    expect(await refreshTokens({ ...CONTEXT, http }, 'rt_0')).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', violation: 'malformed' },
    });
  });
});

describe('the exchange of a code', () => {
  it('sends the code once, to the mTLS alias, with its verifier and redirect URI (RFC 6749 section 4.1.3)', async () => {
    const http = answering(() => jsonAnswer(200, { ...tokenResponse, token_type: 'BEARER' }));

    const result = await exchangeCode({ ...CONTEXT, http }, { parameters: await parameters(), ...CODE });

    expect(result).toMatchObject({ ok: true, value: { grantId: 'cg_2f6b1c0a9d4e' } });
    expect(http.calls).toHaveLength(1);
    expect(http.calls[0]?.url).toBe('https://mtls.bank.example/token');
    expect(Object.fromEntries(new URLSearchParams(http.calls[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: CODE.redirectUri,
      code_verifier: CODE.codeVerifier,
      client_id: 'countersign',
    });
  });

  it.each([
    { answer: () => jsonAnswer(201, tokenResponse), because: 'the status is 200' },
    {
      answer: () => jsonAnswer(200, { ...tokenResponse, access_token: undefined }),
      because: 'there is a token',
    },
    { answer: () => jsonAnswer(200, { ...tokenResponse, access_token: 7 }), because: 'it is text' },
    { answer: () => jsonAnswer(200, { ...tokenResponse, token_type: undefined }), because: 'it has a type' },
    {
      answer: () => jsonAnswer(200, { ...tokenResponse, refresh_token: 7 }),
      because: 'a refresh token is text',
    },
    {
      answer: () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }),
      because: 'it is JSON',
    },
    { answer: () => new Response('', { status: 200 }), because: 'it is not empty' },
  ])('is refused unless $because (RFC 6749 section 5.1)', async ({ answer }) => {
    const result = await exchangeCode(
      { ...CONTEXT, http: answering(answer) },
      { parameters: await parameters(), ...CODE },
    );

    expect(result).toMatchObject({ ok: false, error: { kind: 'protocol-violation', stage: 'token' } });
  });
});

describe('a refresh', () => {
  it('sends the refresh token and nothing of the first exchange (RFC 6749 section 6)', async () => {
    const http = answering(() => jsonAnswer(200, { ...tokenResponse, refresh_token: undefined }));

    const result = await refreshTokens({ ...CONTEXT, http }, 'rt_old');

    expect(result).toMatchObject({ ok: true, value: { accessToken: 'at_7f0c2d', refreshToken: null } });
    expect(Object.fromEntries(new URLSearchParams(http.calls[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'rt_old',
      client_id: 'countersign',
    });
  });

  it('that is refused says so in the provider’s code (RFC 6749 section 5.2)', async () => {
    const http = answering(() => jsonAnswer(400, { error: 'invalid_grant' }));

    expect(await refreshTokens({ ...CONTEXT, http }, 'rt_old')).toMatchObject({
      ok: false,
      error: { kind: 'provider-refused', code: 'invalid_grant', description: null },
    });
  });
});
