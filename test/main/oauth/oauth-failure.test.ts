import { buildAuthorizationUrlWithPAR } from 'openid-client';
import { describe, expect, it } from 'vitest';

import { configurationOver } from '../../../main/oauth/configuration';
import { memberNamedIn, readOAuthFailure } from '../../../main/oauth/oauth-failure';
import { registerClient } from '../../../main/oauth/registration';
import { revokeToken } from '../../../main/oauth/revocation';
import { TransportError } from '../../../main/ports/provider-http';
import { answering, identityOf, jsonAnswer, METADATA } from './fake-http';

const CONVERSATION = {
  providerName: 'A Bank',
  host: 'bank.example',
  stage: 'par',
  rule: 'RFC 9126 2.2: 201',
} as const;

/** What the OAuth library throws at the answer to a pushed request, caught as the rules catch it. */
async function thrownAt(response: Response, metadata = METADATA): Promise<unknown> {
  const fetch = () => Promise.resolve(response);
  try {
    await buildAuthorizationUrlWithPAR(configurationOver(metadata, identityOf('c'), fetch), {});
  } catch (cause) {
    return cause;
  }
  throw new Error('the library took it');
}

describe('the member that an error description names', () => {
  for (const { description, member } of [
    { description: 'consentRequest.durationType: must be ONE_TIME', member: 'consentRequest.durationType' },
    {
      description: 'consentRequest.resources[0].dataClusters[12]: X is not offered',
      member: 'consentRequest.resources[0].dataClusters[12]',
    },
    { description: 'type: must be fdx_v1.0', member: 'type' },
    { description: '"consentRequest.lookbackPeriod" : too long', member: null },
    { description: '`consentRequest: is required', member: 'consentRequest' },
    { description: 'the type: is wrong', member: null },
    { description: 'consentRequest.<b>x</b>: no', member: null },
    { description: 'consentRequest.resources[99999]: no', member: null },
    { description: 'typewriter: no', member: null },
    { description: 'lookbackPeriod too long', member: null },
    { description: '', member: null },
    { description: null, member: null },
  ]) {
    it(`is ${String(member)} in ${JSON.stringify(description)}`, () => {
      expect(memberNamedIn(description)).toBe(member);
    });
  }
});

describe('what the OAuth library throws', () => {
  it('is the provider’s own error where it sent one (RFC 6749 section 5.2)', async () => {
    const cause = await thrownAt(
      jsonAnswer(400, { error: 'invalid_request', error_description: 'no\u0007pe' }),
    );

    expect(readOAuthFailure(cause, CONVERSATION)).toEqual({
      kind: 'provider-refused',
      providerName: 'A Bank',
      stage: 'par',
      status: 400,
      code: 'invalid_request',
      description: 'no pe',
      member: null,
    });
  });

  it('is the challenge of a 401 where there is one (RFC 9110 section 11.6.1)', async () => {
    const headers = { 'www-authenticate': 'Bearer error="invalid_client", error_description="who are you"' };
    const cause = await thrownAt(jsonAnswer(401, {}, headers));

    expect(readOAuthFailure(cause, CONVERSATION)).toMatchObject({
      kind: 'provider-refused',
      status: 401,
      code: 'invalid_client',
      description: 'who are you',
    });
  });

  it('is a broken rule, with its number, when the answer breaks the standard', async () => {
    const cause = await thrownAt(jsonAnswer(201, {}));

    expect(readOAuthFailure(cause, CONVERSATION)).toMatchObject({
      kind: 'protocol-violation',
      stage: 'par',
      rule: 'RFC 9126 2.2: 201',
    });
    const nowhere = {
      ...METADATA,
      mtls_endpoint_aliases: { pushed_authorization_request_endpoint: 'no address' },
    };
    expect(readOAuthFailure(await thrownAt(jsonAnswer(201, {}), nowhere), CONVERSATION)).toMatchObject({
      kind: 'protocol-violation',
    });
  });

  for (const { fault, failure } of [
    { fault: { kind: 'cancelled' } as const, failure: { kind: 'flow-cancelled' } },
    {
      fault: { kind: 'insecure', problem: 'expired', code: 'CERT_HAS_EXPIRED' } as const,
      failure: {
        kind: 'no-secure-connection',
        providerName: 'A Bank',
        host: 'bank.example',
        stage: 'par',
        problem: 'expired',
        code: 'CERT_HAS_EXPIRED',
      },
    },
    {
      fault: { kind: 'too-large', maxBytes: 10 } as const,
      failure: {
        kind: 'protocol-violation',
        providerName: 'A Bank',
        stage: 'par',
        violation: 'oversized',
        rule: 'an answer holds at most 10 bytes',
        detail: 'the answer was cut off',
      },
    },
  ]) {
    it(`is ${failure.kind} when the network says ${fault.kind}, however deep the library has wrapped it`, () => {
      const wrapped = new Error('a', { cause: new Error('b', { cause: new TransportError(fault) }) });

      expect(readOAuthFailure(wrapped, CONVERSATION)).toEqual(failure);
    });
  }

  it('is thrown on when it is neither: a bug of ours is no fault of the provider', () => {
    const bug = new TypeError('x is not a function');

    expect(() => readOAuthFailure(bug, CONVERSATION)).toThrow(bug);
    expect(() => readOAuthFailure('text', CONVERSATION)).toThrow(
      'unreadable failure while talking to bank.example',
    );
  });
});

describe('a registration (RFC 7591 section 3)', () => {
  const register = (answer: () => Response) => {
    const http = answering(answer);
    const pack = { client_name: 'Countersign' };
    const endpoint = 'https://bank.example/register';
    return { http, result: registerClient({ http, providerName: 'A Bank', endpoint, pack }) };
  };

  it('posts the pack and gets a client id', async () => {
    const { http, result } = register(() => jsonAnswer(201, { client_id: 'c1', more: true }));

    expect(await result).toEqual({ ok: true, value: 'c1' });
    expect(http.calls[0]).toMatchObject({ method: 'POST', body: '{"client_name":"Countersign"}' });
  });

  it('that is refused tells the provider’s reason (RFC 7591 section 3.2.2)', async () => {
    const { result } = register(() => jsonAnswer(400, { error: 'invalid_redirect_uri' }));

    expect(await result).toMatchObject({
      ok: false,
      error: { kind: 'provider-refused', stage: 'registration', status: 400, code: 'invalid_redirect_uri' },
    });
  });

  it.each([
    { answer: () => jsonAnswer(200, { client_id: 'c1' }), because: 'the status is 201' },
    { answer: () => jsonAnswer(201, {}), because: 'there is a client id' },
    { answer: () => jsonAnswer(201, { client_id: 'c'.repeat(513) }), because: 'it is no novel' },
    { answer: () => new Response('<html>', { status: 201 }), because: 'it is JSON' },
  ])('is refused unless $because', async ({ answer }) => {
    expect(await register(answer).result).toMatchObject({
      ok: false,
      error: { kind: 'protocol-violation', stage: 'registration' },
    });
  });
});

describe('a token that is given back (RFC 7009 section 2)', () => {
  const context = (answer: () => Response) => ({
    http: answering(answer),
    metadata: METADATA,
    identity: identityOf('c'),
    providerName: 'A Bank',
    nowMs: () => 0,
  });

  it('is done with 200, whatever the body', async () => {
    const asked = context(() => new Response('thank you'));

    expect(await revokeToken(asked, 'the-token')).toEqual({ ok: true, value: 'done' });
    expect(Object.fromEntries(new URLSearchParams(asked.http.calls[0]?.body))).toEqual({
      token: 'the-token',
      client_id: 'c',
    });
  });

  it('is not offered by a provider without an endpoint for it', async () => {
    const { revocation_endpoint: _gone, ...metadata } = METADATA;

    expect(await revokeToken({ ...context(() => new Response()), metadata }, 't')).toEqual({
      ok: true,
      value: 'not-offered',
    });
  });

  it('fails when the provider is not there now (RFC 7009 section 2.2.1)', async () => {
    expect(
      await revokeToken(
        context(() => jsonAnswer(503, {})),
        't',
      ),
    ).toMatchObject({
      ok: false,
      error: { kind: 'provider-refused', stage: 'revocation', status: 503 },
    });
  });
});
