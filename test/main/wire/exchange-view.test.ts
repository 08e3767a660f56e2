import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';

import { createExchangeRecorder } from '../../../main/wire/exchange-recorder';
import { wireStepOf } from '../../../main/wire/wire-step';
import { wireViewOf } from '../../../main/wire/wire-view';
import type { WireFilter } from '../../../preload/contract/wire-shapes';
import { sampleExchange } from './exchange-samples';

const EVERYTHING: WireFilter = { flowId: null, connectionId: null, providerId: null, search: '' };
const SECRET = 'Zx8cV7bN6mA5sD4fG3hJ2kL1qW0eR9tY';

function recorderOf(options: { readonly maxExchanges?: number; readonly maxBytes?: number } = {}) {
  let count = 0;
  return createExchangeRecorder({ newId: () => `e${(count += 1)}`, onChange: () => undefined, ...options });
}

function received(text: string, contentType = 'application/json') {
  const body = Buffer.from(text);
  const headers = [['content-type', contentType]] as const;
  return { status: 200, reason: 'OK', headers, body, bodyBytes: body.length };
}

describe('the recorder', () => {
  it('keeps the newest, and says how many it let go', () => {
    const recorder = recorderOf({ maxExchanges: 3 });

    for (let index = 0; index < 5; index += 1) recorder.begin()(sampleExchange());

    expect(recorder.list().map(({ exchangeId }) => exchangeId)).toEqual(['e3', 'e4', 'e5']);
    expect(recorder.droppedCount()).toBe(2);
  });

  it('keeps no more bytes than it may', () => {
    const recorder = recorderOf({ maxBytes: 10_000 });

    for (let index = 0; index < 5; index += 1)
      recorder.begin()(sampleExchange({ received: received('x'.repeat(4000)) }));

    expect(recorder.list()).toHaveLength(1);
  });

  it('orders by beginning, not by end, and gives each exchange its scope', async () => {
    const recorder = recorderOf();
    const endSlow = recorder.during({ flowId: 'slow' }, () => recorder.begin());
    await recorder.during({ flowId: 'fast' }, async () => {
      await Promise.resolve();
      recorder.begin()(sampleExchange());
    });
    endSlow(sampleExchange());
    recorder.joinFlow('slow', 'c1');

    expect(recorder.list().map(({ flowId, connectionId }) => [flowId, connectionId])).toEqual([
      ['slow', 'c1'],
      ['fast', null],
    ]);
  });
});

describe('what the window may see', () => {
  it('has a secret masked also where a provider repeats it in a harmless place', async () => {
    const recorder = recorderOf();
    recorder.begin()(sampleExchange({ received: received(`{"access_token":"${SECRET}"}`) }));
    recorder.begin()(
      sampleExchange({
        url: `https://bank.example/x/${SECRET}`,
        received: received(`{"message":"no such token: ${SECRET}"}`),
      }),
    );
    const view = wireViewOf(recorder);

    const shown = JSON.stringify([view.list(EVERYTHING), await view.get('e1'), await view.get('e2')]);

    expect(shown).not.toContain(SECRET);
    expect(view.list({ ...EVERYTHING, search: SECRET })).toEqual([]);
    expect(view.list({ ...EVERYTHING, search: 'no such token' })).toHaveLength(1);
  });

  it('never reveals a private key', async () => {
    const recorder = recorderOf();
    recorder.begin()(sampleExchange({ received: received(`{"kty":"EC","d":"${SECRET}"}`) }));
    const view = wireViewOf(recorder);

    const detail = await view.get('e1');
    const field = detail.ok ? detail.value.fields.find(({ name }) => name === 'd') : undefined;
    expect(field).toMatchObject({ value: '•••', canReveal: false });
    expect(view.reveal('e1', field?.fieldId ?? '')).toMatchObject({ ok: false });
  });

  it('never reveals a private key inside something else either', () => {
    const recorder = recorderOf();
    const jwks = { keys: [{ kty: 'EC', d: SECRET, x: 'abc' }] };
    const inside = { jwks, pem: `text -----BEGIN PRIVATE KEY-----${SECRET}` };
    const url = `https://bank.example/?jwks=${encodeURIComponent(JSON.stringify(jwks))}`;
    recorder.begin()(sampleExchange({ url, received: received(JSON.stringify(inside)) }));
    const view = wireViewOf(recorder);

    expect(view.reveal('e1', 'query:jwks')).toEqual({
      ok: true,
      value: '{"keys":[{"kty":"EC","d":"•••","x":"abc"}]}',
    });
    expect(view.reveal('e1', 'response-body:jwks.keys[0].d')).toMatchObject({ ok: false });
    expect(view.reveal('e1', 'response-body:pem')).toMatchObject({ ok: false });
  });

  it('decodes a JWT without its signature, and checks that with the keys that the provider published', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwt = await new SignJWT({ sub: 'alex', nonce: SECRET })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(privateKey);
    const recorder = recorderOf();
    recorder.begin()(sampleExchange({ received: received(`{"id_token":"${jwt}"}`) }));
    const view = wireViewOf(recorder);
    const idToken = async () => {
      const detail = await view.get('e1');
      return detail.ok ? detail.value.fields.find(({ name }) => name === 'id_token') : undefined;
    };

    expect(await idToken()).toMatchObject({ signature: 'no-key', isMasked: true });
    const keys = JSON.stringify({ keys: [await exportJWK(publicKey)] });
    recorder.begin()(sampleExchange({ step: 'keys', received: received(keys) }));
    const checked = await idToken();
    expect(checked).toMatchObject({ signature: 'valid' });
    expect(checked?.decoded).toContain('"sub": "alex"');
    expect(checked?.decoded).not.toContain(jwt.split('.')[2]);
    expect(checked?.decoded).not.toContain(SECRET);
  });

  it('checks a proof of possession with the key that it brings along (RFC 9449 section 4.3)', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwk = await exportJWK(publicKey);
    const proof = await new SignJWT({ htm: 'POST' })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
      .sign(privateKey);
    const forged = `${proof.slice(0, -4)}AAAA`;
    const recorder = recorderOf();
    const sent = (value: string) => ({ ...sampleExchange().sent, headers: [['dpop', value]] as const });
    recorder.begin()(sampleExchange({ sent: sent(proof) }));
    recorder.begin()(sampleExchange({ sent: sent(forged) }));
    const view = wireViewOf(recorder);
    const signatureOf = async (exchangeId: string) => {
      const detail = await view.get(exchangeId);
      return detail.ok ? detail.value.fields.find(({ name }) => name === 'dpop')?.signature : null;
    };

    expect(await signatureOf('e1')).toBe('own-key');
    expect(await signatureOf('e2')).toBe('invalid');
  });

  it('[S45] stays whole whatever one provider answers: nested too deep, or keys that are none', async () => {
    const recorder = recorderOf();
    recorder.begin()(sampleExchange({ received: received(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }));
    recorder.begin()(sampleExchange({ step: 'keys', received: received('{"keys":[null,1,"x"]}') }));
    recorder.begin()(sampleExchange({ received: received(`{"id_token":"eyJhbGciOiJFUzI1NiJ9.e30.AAAA"}`) }));
    const view = wireViewOf(recorder);

    expect(view.list(EVERYTHING)).toHaveLength(3);
    for (const id of ['e1', 'e2', 'e3']) expect(await view.get(id), id).toMatchObject({ ok: true });
  });
});

describe('the step of a request', () => {
  it.each([
    ['GET', '/.well-known/openid-configuration', '', 'discovery'],
    ['GET', '/.well-known/oauth-authorization-server/tenant', '', 'discovery'],
    ['GET', '/jwks', '', 'keys'],
    ['POST', '/x', 'response_type=code&authorization_details=[]', 'par'],
    ['POST', '/x', 'client_id=a&request=eyJ', 'par'],
    ['POST', '/x', 'grant_type=authorization_code&code=a', 'token'],
    ['POST', '/x', 'refresh_token=a&grant_type=refresh_token', 'refresh'],
    ['POST', '/x', 'token=a', 'revocation'],
    ['POST', '/x', '{"redirect_uris":[]}', 'registration'],
    ['GET', '/fdx/v6/consents/abc', '', 'consent'],
    ['PUT', '/fdx/v6/consents/abc/revocation', '{}', 'revocation'],
    ['GET', '/fdx/v6/accounts', '', 'accounts'],
    ['GET', '/fdx/v6/accounts/1/transactions', '', 'transactions'],
    ['GET', '/fdx/v6/accounts/1/statements', '', 'data'],
  ])('%s %s %s is %s', (method, path, body, step) => {
    expect(wireStepOf({ method, url: `https://bank.example${path}?resultType=details`, body })).toBe(step);
  });
});
