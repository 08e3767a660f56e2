import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createCredential } from '../../../main/credentials/create-credential';
import { signingKeysOf } from '../../../main/credentials/private-key';
import { callFdx } from '../../../main/fdx/fdx-request';
import { openProviderHttp } from '../../../main/http/provider-http';
import { clientIdentity } from '../../../main/oauth/configuration';
import { pushRequest } from '../../../main/oauth/pushed-request';
import { refreshTokens } from '../../../main/oauth/token';
import { serverIdentity } from '../../helpers/server-identity';
import { openTlsServer, type SeenRequest } from '../../helpers/tls-server';
import exampleDetails from '../../vectors/fdx/authorization-details.json' with { type: 'json' };

const IDENTITY = await serverIdentity();
const CREDENTIAL = await createCredential({
  nowMs: Date.now(),
  commonName: 'Countersign',
  kind: 'ec-p256',
});

type Reply = readonly [status: number, headers: Readonly<Record<string, string>>, body: unknown];

const JSON_TYPE = { 'content-type': 'application/json' };
const BUSY: Reply = [503, { 'retry-after': '0' }, {}];
const NONCE_FOR_CLIENTS: Reply = [400, { ...JSON_TYPE, 'dpop-nonce': 'n-1' }, { error: 'use_dpop_nonce' }];
const NONCE_FOR_TOKENS: Reply = [
  401,
  { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'n-1' },
  {},
];

/** A provider that is busy, then wants a nonce, then gives the good answer; and a client that proves itself by its key. */
async function reluctantProvider(nonce: Reply, good: Reply) {
  const replies = [BUSY, nonce, good];
  const answer = (_seen: SeenRequest, response: ServerResponse) => {
    const [status, headers, body] = replies.shift() ?? [500, {}, {}];
    response.writeHead(status, headers).end(JSON.stringify(body));
  };
  const server = await openTlsServer({ identity: IDENTITY, answer });
  const retryClock = { nowMs: () => 0, random: () => 0, wait: () => Promise.resolve() };
  const http = openProviderHttp({ caPem: IDENTITY.certificatePem, clientCertificate: null, retryClock });
  onTestFinished(async () => {
    await http.close();
    await server.close();
  });
  const identity = clientIdentity({
    clientId: 'countersign',
    clientAuthentication: 'private_key_jwt',
    tokenBinding: 'dpop',
    signingKid: null,
    requestObject: 'as-announced',
    keys: await signingKeysOf(CREDENTIAL),
  });
  const metadata = {
    issuer: server.origin,
    authorization_endpoint: `${server.origin}/authorize`,
    pushed_authorization_request_endpoint: `${server.origin}/par`,
    token_endpoint: `${server.origin}/token`,
  };
  const context = { http, metadata, identity, providerName: 'A Bank', nowMs: () => 0 };
  return { server, context };
}

const assertionsIn = (requests: readonly SeenRequest[]) =>
  requests.map(({ body }) => decodeJwt(new URLSearchParams(body).get('client_assertion') ?? ''));

const proofsIn = (requests: readonly SeenRequest[]) =>
  requests.map(({ headers }) => {
    const proof = String(headers['dpop']);
    expect(decodeProtectedHeader(proof).typ).toBe('dpop+jwt');
    return decodeJwt(proof);
  });

function expectEachUsedOnce(claims: ReadonlyArray<{ readonly jti?: string | undefined }>): void {
  expect(claims).toHaveLength(3);
  expect(new Set(claims.map(({ jti }) => jti ?? 'none')).size).toBe(3);
}

/** Only the try after the challenge knows the nonce. */
const nonces = [undefined, undefined, 'n-1'];

describe('over a busy answer and a nonce, each assertion and each proof is used once (RFC 7523 section 3, RFC 9449 section 11.1)', () => {
  it('by a pushed request, whose lifetime is read from the answer that was taken', async () => {
    const good: Reply = [201, JSON_TYPE, { request_uri: 'urn:x', expires_in: 42 }];
    const { server, context } = await reluctantProvider(NONCE_FOR_CLIENTS, good);
    const attempt = { codeVerifier: 'v'.repeat(43), state: 's'.repeat(43), nonce: 'n'.repeat(43) };
    const request = { redirectUri: 'http://127.0.0.1/callback', scope: '' };
    const pushed = await pushRequest(
      context,
      { ...request, authorizationDetails: exampleDetails as never },
      attempt,
    );

    expect(pushed).toMatchObject({ ok: true, value: { expiresAtMs: 42_000 } });
    expectEachUsedOnce(assertionsIn(server.requests));
    const proofs = proofsIn(server.requests);
    expectEachUsedOnce(proofs);
    expect(proofs.map(({ nonce }) => nonce)).toEqual(nonces);
  });

  it('by a token request', async () => {
    const good: Reply = [200, JSON_TYPE, { access_token: 'a', token_type: 'DPoP', expires_in: 60 }];
    const { server, context } = await reluctantProvider(NONCE_FOR_CLIENTS, good);
    const tokens = await refreshTokens(context, 'a-refresh-token');

    expect(tokens).toMatchObject({ ok: true, value: { tokenType: 'DPoP', expiresAtMs: 60_000 } });
    expectEachUsedOnce(assertionsIn(server.requests));
    const proofs = proofsIn(server.requests);
    expectEachUsedOnce(proofs);
    expect(proofs.map(({ nonce }) => nonce)).toEqual(nonces);
  });

  it('by a call of the FDX API, and a try that is sent anew is an interaction of its own', async () => {
    const good: Reply = [200, JSON_TYPE, { id: 'c1' }];
    const { server, context } = await reluctantProvider(NONCE_FOR_TOKENS, good);
    let interactions = 0;
    const answer = await callFdx(
      {
        http: context.http,
        providerName: 'A Bank',
        baseUrl: `${server.origin}/fdx/v6`,
        accessToken: 'a',
        dpop: context.identity.dpop,
        newInteractionId: () => `interaction-${(interactions += 1)}`,
      },
      { method: 'GET', path: ['consents', 'c1'], stage: 'consent', maxBytes: 100 },
    );

    expect(answer).toMatchObject({ ok: true, value: { json: { id: 'c1' } } });
    const proofs = proofsIn(server.requests);
    expectEachUsedOnce(proofs);
    expect(proofs.map(({ nonce }) => nonce)).toEqual(nonces);
    const ids = server.requests.map(({ headers }) => headers['x-fapi-interaction-id']);
    expect(new Set(ids).size).toBe(3);
  });
});
