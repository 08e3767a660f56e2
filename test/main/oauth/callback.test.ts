import { describe, expect, it } from 'vitest';

import { readCallback } from '../../../main/oauth/callback';
import { answering, identityOf, METADATA, USUAL_PROFILE } from './fake-http';

const CONTEXT = {
  metadata: METADATA,
  identity: identityOf(),
  http: answering(() => ({ kind: 'unreachable', reason: 'refused' })),
  providerName: 'A Bank',
  expectedState: 'our-state',
  ...USUAL_PROFILE,
};

function read(query: string) {
  return readCallback(new URL(`http://127.0.0.1:51234/callback${query}`), CONTEXT);
}

/** A JWT that anybody can make. */
function unsigned(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
}

const ISS = 'iss=https%3A%2F%2Fbank.example';

describe('the answer that the browser brings back', () => {
  it('is a code when state and issuer are ours (RFC 6749 section 4.1.2, RFC 9207 section 2.4)', async () => {
    const callback = await read(`?code=abc&state=our-state&${ISS}`);

    expect(callback.kind).toBe('code');
    expect(callback.kind === 'code' && callback.parameters.get('code')).toBe('abc');
  });

  it('is read also with parameters that nobody has heard of (RFC 6749 section 4.1.2)', async () => {
    expect(await read(`?code=abc&state=our-state&${ISS}&session_state=1&utm=2`)).toMatchObject({
      kind: 'code',
    });
  });

  for (const { query, because } of [
    { query: `?code=abc&state=our-state&state=our-state&${ISS}`, because: 'the state is there twice' },
    { query: '?code=abc&state=our-state&iss=https%3A%2F%2Fevil.example', because: 'the issuer is another' },
    {
      query: '?code=abc&state=our-state&iss=https%3A%2F%2Fbank.example%2F',
      because: 'the issuer has a slash more',
    },
    { query: '?code=abc&state=our-state', because: 'the issuer is missing' },
    { query: `?code=abc&state=our-state&${ISS}&${ISS}`, because: 'the issuer is there twice' },
    {
      query: `?code=abc&state=our-state&${ISS}&error=access_denied`,
      because: 'there is a code and an error',
    },
    { query: `?code=&state=our-state&${ISS}`, because: 'the code is empty' },
    { query: `?code=a&code=b&state=our-state&${ISS}`, because: 'the code is there twice' },
    {
      query: `?code=abc&response=eyJhbGciOi&state=our-state&${ISS}`,
      because: 'it holds a JARM response as well',
    },
    {
      query: `?code=abc&state=x&response=${unsigned({ state: 'our-state' })}`,
      because: 'a JARM response with our state stands beside a foreign code',
    },
    { query: `?response=${unsigned({ code: 'a', state: 'our-state' })}`, because: 'a JWT is not signed' },
    { query: `?code=abc&state=our-state&state=another&${ISS}`, because: 'there are two states' },
  ]) {
    it(`ends the flow without a token request when ${because}`, async () => {
      expect(await read(query)).toMatchObject({
        kind: 'refused',
        failure: { kind: 'protocol-violation', stage: 'authorize', providerName: 'A Bank' },
      });
    });
  }

  for (const { query, because } of [
    { query: '', because: 'it holds nothing' },
    { query: `?code=abc&state=another&${ISS}`, because: 'the state is another' },
    { query: `?code=abc&state=our-stat&${ISS}`, because: 'the state is cut off' },
    { query: `?code=abc&state=OUR-STATE&${ISS}`, because: 'the state is spelled otherwise' },
    { query: `?code=abc&${ISS}`, because: 'the state is missing' },
    { query: `?code=abc&state=&${ISS}`, because: 'the state is empty' },
    { query: `?code=a&code=b&state=another&${ISS}`, because: 'two codes come with another state' },
    { query: `?code=abc&error=x&state=another&${ISS}`, because: 'code and error come with another state' },
    { query: '?response=', because: 'the JWT is empty' },
    { query: '?response=a.b.c', because: 'the JWT is none' },
    { query: `?response=${unsigned({ code: 'abc' })}`, because: 'the JWT has no state' },
    { query: `?response=${unsigned({ code: 'abc', state: 'x' })}`, because: 'the JWT has another state' },
    { query: `?response=${unsigned(null)}`, because: 'the JWT holds no object' },
    {
      query: `?code=abc&state=x&response=${unsigned({ state: 'y' })}`,
      because: 'neither the plain answer nor the JWT beside it has our state',
    },
    { query: '?hello=world', because: 'it holds neither code nor error' },
    { query: `?error=access_denied&state=another&${ISS}`, because: 'the error has another state' },
    { query: `?error=access_denied&${ISS}`, because: 'the error has no state' },
    {
      query: '?error=access_denied&state=our-state&iss=https%3A%2F%2Fevil.example',
      because: 'the error has another issuer',
    },
    { query: '?error=access_denied&state=our-state', because: 'the error has no issuer' },
    { query: `?error=a&error=b&state=our-state&${ISS}`, because: 'the error is there twice' },
    { query: '#code=abc&state=our-state', because: 'a fragment never reaches a server' },
  ]) {
    it(`is somebody else’s, and the waiting goes on, when ${because} (RFC 9207 section 2.3)`, async () => {
      expect(await read(query)).toEqual({ kind: 'foreign' });
    });
  }

  it.each(['access_denied', 'user_denied'])('says by %s that the person declined', async (error) => {
    expect(await read(`?error=${error}&state=our-state&${ISS}`)).toEqual({
      kind: 'refused',
      failure: { kind: 'declined', providerName: 'A Bank' },
    });
  });

  it('tells another error in the provider’s own words, made fit to show', async () => {
    const description = encodeURIComponent('The bank\u202E is\u0000closed');

    expect(
      await read(`?error=temporarily_unavailable&error_description=${description}&state=our-state&${ISS}`),
    ).toEqual({
      kind: 'refused',
      failure: {
        kind: 'provider-refused',
        providerName: 'A Bank',
        stage: 'authorize',
        status: null,
        code: 'temporarily_unavailable',
        description: 'The bank is closed',
        member: null,
      },
    });
  });
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: unknown, claims: Readonly<Record<string, unknown>>) => {
  const right = {
    state: 'our-state',
    iss: 'https://bank.example',
    aud: 'countersign',
    exp: Math.floor(Date.now() / 1000) + 60,
  };
  return `?response=${part(header)}.${part({ ...right, ...claims })}.c2ln`;
};
const KNOWN = { alg: 'ES256' };

describe('what is refused names the rule that was broken', () => {
  it.each([
    { query: `?code=abc&state=our-state&state=our-state&${ISS}`, rule: 'RFC 6749 3.1' },
    { query: '?code=abc&state=our-state&iss=https%3A%2F%2Fevil.example', rule: 'RFC 9207 2.4' },
    { query: '?code=abc&state=our-state', rule: 'RFC 9207 2.4' },
    { query: `?code=abc&state=our-state&${ISS}&${ISS}`, rule: 'RFC 6749 3.1' },
    { query: signed(KNOWN, { aud: 'another' }), rule: 'JARM 2.4' },
    { query: signed(KNOWN, { iss: 'https://evil.example' }), rule: 'JARM 2.4' },
    { query: signed(KNOWN, { exp: 1 }), rule: 'JARM 2.4' },
    { query: signed({ alg: 'none' }, {}), rule: 'JARM 2.4' },
    { query: signed({ alg: 'HS256' }, {}), rule: 'JARM 2.4' },
  ])('$#: $rule', async ({ query, rule }) => {
    expect(await read(query)).toMatchObject({
      kind: 'refused',
      failure: { kind: 'protocol-violation', rule: expect.stringContaining(rule) as string },
    });
  });
});
