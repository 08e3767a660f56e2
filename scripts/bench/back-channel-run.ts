import { Agent } from 'node:https';
import { calculatePKCECodeChallenge, randomPKCECodeVerifier } from 'openid-client';
import axios from 'axios';

import { createCredential } from '../../main/credentials/create-credential.ts';
import { signingKeysOf } from '../../main/credentials/private-key.ts';
import { publicJwks } from '../../main/credentials/public-jwks.ts';
import { buildRegistrationPack } from '../../main/credentials/registration-pack.ts';
import { callFdx } from '../../main/fdx/fdx-request.ts';
import { allScopes, scopesFor } from '../../main/fdx/scopes.ts';
import { openProviderHttp } from '../../main/http/provider-http.ts';
import { readCallback } from '../../main/oauth/callback.ts';
import { clientIdentity } from '../../main/oauth/configuration.ts';
import { pushRequest } from '../../main/oauth/pushed-request.ts';
import { registerClient } from '../../main/oauth/registration.ts';
import { discover } from '../../main/oauth/suitable-provider.ts';
import { exchangeCode } from '../../main/oauth/token.ts';
import type { SandboxDescriptor } from '../../main/providers/sandbox-bank.ts';
import type { Credential } from '../../main/records/credential.ts';
import type { AuthorizationDetails } from '../../preload/contract/authorization-details.ts';
import type { Result } from '../../preload/contract/result.ts';
import { bankCustomer } from '../../test/helpers/bank-customer.ts';

const REDIRECT_URI = 'http://127.0.0.1:3005/callback';
const DETAILS: AuthorizationDetails = [
  {
    type: 'fdx_v1.0',
    consentRequest: {
      durationType: 'ONE_TIME',
      lookbackPeriod: 60,
      resources: [{ resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS'] }],
    },
  },
];

/** One flow against a bank: PAR, a person at the bank's pages, token, consent. */
export interface Contestants {
  /** Milliseconds that the three calls took together, the way Countersign makes them, on fresh connections. */
  readonly ours: () => Promise<number>;
  /** The same three calls as the tutorial makes them: axios with an `https.Agent` without keep-alive. */
  readonly theirs: () => Promise<number>;
}

/** Registers one client at the bank, which both ways use. */
export async function prepare(bank: SandboxDescriptor): Promise<Contestants> {
  const credential = await createCredential({ nowMs: Date.now(), commonName: 'bench', kind: 'ec-p256' });
  const http = openProviderHttp({ caPem: bank.caPem, clientCertificate: null });
  const pack = buildRegistrationPack({
    clientName: 'Bench',
    redirectUris: ['http://127.0.0.1/callback'],
    jwks: publicJwks([credential.certificatePem]),
    scopes: allScopes(),
  });
  const clientId = good(
    await registerClient({
      http,
      providerName: bank.name,
      endpoint: bank.registrationEndpoint,
      pack: { ...pack },
    }),
  );
  await http.close();
  return {
    ours: () => ourFlow(bank, credential, clientId),
    theirs: () => tutorialFlow(bank, credential, clientId),
  };
}

/** Adds up the time of what is measured, and leaves out what is not. */
function stopwatch() {
  let totalMs = 0;
  return {
    measure: async <Value>(work: () => Promise<Value>): Promise<Value> => {
      const startedMs = performance.now();
      const value = await work();
      totalMs += performance.now() - startedMs;
      return value;
    },
    totalMs: () => totalMs,
  };
}

async function ourFlow(bank: SandboxDescriptor, credential: Credential, clientId: string): Promise<number> {
  const http = openProviderHttp({ caPem: bank.caPem, clientCertificate: credential });
  const providerName = bank.name;
  const how = { clientAuthentication: 'self_signed_tls_client_auth', tokenBinding: 'certificate' } as const;
  const identity = clientIdentity({
    ...how,
    signingKid: null,
    requestObject: 'as-announced',
    clientId,
    keys: await signingKeysOf(credential),
  });
  const needs = {
    ...how,
    issuerInAnswer: 'required',
    authorizationDetails: 'sent',
    requestObject: 'as-announced',
    signingAlgorithm: 'ES256',
  } as const;
  const target = { ...needs, providerName, issuer: bank.issuer, authorizationDetailsType: 'fdx_v1.0' };
  const metadata = good(await discover(http, target));
  const nowMs = () => Date.now();
  const attempt = {
    codeVerifier: randomPKCECodeVerifier(),
    state: randomPKCECodeVerifier(),
    nonce: '',
  };
  const request = { redirectUri: REDIRECT_URI, scope: scopesFor(DETAILS), authorizationDetails: DETAILS };
  const watch = stopwatch();

  const context = { http, metadata, identity, providerName, nowMs };
  const pushed = good(await watch.measure(() => pushRequest(context, request, attempt)));
  const back = new URL(await approve(bank, pushed.authorizeUrl));
  const callback = await readCallback(back, {
    ...context,
    expectedState: attempt.state,
    scope: request.scope,
    allows: { issuerInAnswer: 'required', issuerInErrors: 'as-promised', signedAnswer: 'as-announced' },
  });
  if (callback.kind !== 'code') throw new Error('the bank sent no code');
  const code = {
    parameters: callback.parameters,
    redirectUri: REDIRECT_URI,
    codeVerifier: attempt.codeVerifier,
    nonce: null,
  };
  const token = good(await watch.measure(() => exchangeCode(context, code)));
  const { accessToken, grantId } = token;
  const api = {
    http,
    providerName,
    baseUrl: bank.fdxBaseUrl,
    accessToken,
    dpop: null,
    newInteractionId: () => crypto.randomUUID(),
  };
  const call = {
    method: 'GET',
    path: ['consents', grantId ?? ''],
    stage: 'consent',
    maxBytes: 1_000_000,
  } as const;
  good(await watch.measure(() => callFdx(api, call)));

  await http.close();
  return watch.totalMs();
}

async function tutorialFlow(
  bank: SandboxDescriptor,
  { certificatePem, privateKeyPem }: Credential,
  clientId: string,
): Promise<number> {
  const httpsAgent = new Agent({
    cert: certificatePem,
    key: privateKeyPem,
    ca: bank.caPem,
    keepAlive: false,
  });
  const { data: metadata } = await axios.get(`${bank.issuer}/.well-known/openid-configuration`, {
    httpsAgent,
  });
  const aliases = metadata.mtls_endpoint_aliases;
  const verifier = randomPKCECodeVerifier();
  const watch = stopwatch();

  const form = new URLSearchParams({
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: scopesFor(DETAILS),
    state: 'tutorial',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    authorization_details: JSON.stringify(DETAILS),
  });
  const par = await watch.measure(() =>
    axios.post(aliases.pushed_authorization_request_endpoint, form, { httpsAgent }),
  );
  const page = new URL(metadata.authorization_endpoint);
  page.searchParams.set('client_id', clientId);
  page.searchParams.set('request_uri', par.data.request_uri);
  const back = new URL(await approve(bank, page));
  const exchange = new URLSearchParams({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    code_verifier: verifier,
  });
  const token = await watch.measure(() => axios.post(aliases.token_endpoint, exchange, { httpsAgent }));
  const headers = {
    authorization: `Bearer ${token.data.access_token}`,
    'x-fapi-interaction-id': crypto.randomUUID(),
  };
  await watch.measure(() =>
    axios.get(`${bank.fdxBaseUrl}/consents/${token.data.grant_id}`, { httpsAgent, headers }),
  );
  return watch.totalMs();
}

async function approve(bank: SandboxDescriptor, page: URL): Promise<string> {
  const customer = bankCustomer(bank);
  await customer.open(page.href);
  await customer.signInAs('Alex Rivera');
  return customer.share();
}

function good<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`the bank refused the bench: ${JSON.stringify(result.error)}`);
  return result.value;
}
