import { createLocalJWKSet, type JWTVerifyResult, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';

import { createCredential } from '../../../main/credentials/create-credential';
import { signingKeysOf } from '../../../main/credentials/private-key';
import { publicJwks } from '../../../main/credentials/public-jwks';
import { clientIdentity } from '../../../main/oauth/configuration';
import { pushRequest } from '../../../main/oauth/pushed-request';
import type { RequestObject } from '../../../preload/contract/provider-offer';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };
import { answering, jsonAnswer, METADATA } from './fake-http';

const ATTEMPT = { codeVerifier: 'v'.repeat(43), state: 's'.repeat(43), nonce: 'n'.repeat(43) };
const REQUEST = {
  redirectUri: 'http://127.0.0.1/callback',
  scope: 'openid accounts',
  authorizationDetails: exampleDetails as never,
};
const EC = await createCredential({ nowMs: Date.now(), commonName: 'Countersign', kind: 'ec-p256' });
const RSA = await createCredential({ nowMs: Date.now(), commonName: 'Countersign', kind: 'rsa-2048' });

interface Wish {
  readonly requestObject: RequestObject;
  readonly isRequired?: unknown;
  readonly credential?: typeof EC;
  readonly signingKid?: string | null;
}

/** Pushes a request to a provider that is busy once, and gives the forms that came. */
async function push({ requestObject, isRequired, credential = EC, signingKid = null }: Wish) {
  const replies = [jsonAnswer(503, {}), jsonAnswer(201, { request_uri: 'urn:x', expires_in: 60 })];
  const http = answering(() => replies.shift()!);
  const identity = clientIdentity({
    clientId: 'countersign',
    clientAuthentication: 'self_signed_tls_client_auth',
    tokenBinding: 'certificate',
    signingKid,
    requestObject,
    keys: await signingKeysOf(credential),
  });
  const metadata = { ...METADATA, require_signed_request_object: isRequired as boolean };
  const context = { http, metadata, identity, providerName: 'A Bank', nowMs: () => 0 };
  const pushed = await pushRequest(context, REQUEST, ATTEMPT);
  expect(pushed.ok).toBe(true);
  return http.calls.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
}

function verified(form: Readonly<Record<string, string>>, credential = EC): Promise<JWTVerifyResult> {
  const published = createLocalJWKSet(publicJwks([credential.certificatePem]) as never);
  return jwtVerify(form['request'] ?? '', published);
}

describe('a request that is signed as a whole (RFC 9101, FAPI 2.0 Message Signing section 5.3)', () => {
  it('holds everything that a plain one holds, and stands alone beside the client id', async () => {
    const [plain] = await push({ requestObject: 'plain' });
    const [form] = await push({ requestObject: 'signed' });

    expect(Object.keys(form!).sort()).toEqual(['client_id', 'request']);
    const { payload } = await verified(form!);
    const { aud, iss, jti, iat, nbf, exp, ...parameters } = payload;
    expect({ aud, iss }).toEqual({ aud: METADATA.issuer, iss: 'countersign' });
    expect(jti).toMatch(/./);
    expect(parameters).toEqual({ ...plain, authorization_details: exampleDetails });
    expect([nbf! <= iat!, iat! < exp!, exp! - nbf! <= 3600]).toEqual([true, true, true]);
  });

  it.each([
    { kind: 'an EC key', credential: EC, alg: 'ES256' },
    { kind: 'an RSA key', credential: RSA, alg: 'PS256' },
  ])('is signed by $kind with $alg, which the published keys verify', async ({ credential, alg }) => {
    const [form] = await push({ requestObject: 'signed', credential });

    const { protectedHeader } = await verified(form!, credential);
    const kid = publicJwks([credential.certificatePem]).keys[0]?.kid;
    expect(protectedHeader).toEqual({ alg, typ: 'oauth-authz-req+jwt', kid });
  });

  it('bears clocks that differ by a minute', async () => {
    const [form] = await push({ requestObject: 'signed' });
    const { payload } = await verified(form!);

    expect(payload.iat! - payload.nbf!).toBe(60);
  });

  it('is made anew when it is sent once more', async () => {
    const forms = await push({ requestObject: 'signed' });
    const ids = await Promise.all(forms.map(async (form) => (await verified(form)).payload.jti));

    expect(new Set(ids).size).toBe(2);
  });

  it('names the key as it was published, whatever was chosen for assertions', async () => {
    const [form] = await push({ requestObject: 'signed', signingKid: 'of-another-day' });

    expect((await verified(form!)).protectedHeader.kid).toBe(publicJwks([EC.certificatePem]).keys[0]?.kid);
  });

  it.each([
    { requestObject: 'as-announced', isRequired: true, isSigned: true },
    { requestObject: 'as-announced', isRequired: false, isSigned: false },
    { requestObject: 'as-announced', isRequired: undefined, isSigned: false },
    { requestObject: 'as-announced', isRequired: 'false', isSigned: false },
    { requestObject: 'signed', isRequired: undefined, isSigned: true },
    { requestObject: 'plain', isRequired: undefined, isSigned: false },
  ] as const)('$requestObject where it is required: $isRequired', async ({ isSigned, ...wish }) => {
    const [form] = await push(wish);

    expect('request' in form!).toBe(isSigned);
  });
});
