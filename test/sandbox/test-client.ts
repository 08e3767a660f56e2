import 'reflect-metadata';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { exportJWK, type JWK } from 'jose';
import { Agent, fetch } from 'undici';

import type { SandboxDescriptor } from '../../sandbox/bank';

const DAY_MS = 86_400_000;

/** A key with its certificate, and the public half as it is registered. */
export interface TestCredential {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly publicJwk: JWK & { readonly x5c: string[] };
  readonly privateJwk: JWK;
}

/** Makes a self-signed credential that ends so many days from now; negative for an expired one. */
export async function makeCredential(endsInDays = 30): Promise<TestCredential> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `40${randomBytes(8).toString('hex')}`,
    name: 'CN=A client in a test',
    notBefore: new Date(Date.now() - 1000 * DAY_MS),
    notAfter: new Date(Date.now() + endsInDays * DAY_MS),
    keys,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    certificatePem: certificate.toString('pem'),
    publicJwk: {
      ...(await exportJWK(keys.publicKey)),
      x5c: [Buffer.from(certificate.rawData).toString('base64')],
    },
    privateJwk: await exportJWK(keys.privateKey),
  };
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  // tests read members of foreign JSON and compare them: a type would only be asserted anyway
  readonly body: Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
}

export interface Call {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the bank, with a client certificate or without one. */
export async function call(
  { caPem }: Pick<SandboxDescriptor, 'caPem'>,
  credential: TestCredential | null,
  url: string,
  { method, form, json, bearer, headers = {} }: Call = {},
): Promise<JsonAnswer> {
  const own = credential === null ? {} : { key: credential.keyPem, cert: credential.certificatePem };
  const dispatcher = new Agent({ connect: { ca: caPem, ...own } });
  const body = form === undefined ? json && JSON.stringify(json) : new URLSearchParams(form).toString();
  const response = await fetch(url, {
    dispatcher,
    redirect: 'manual',
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      accept: 'application/json',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body as string }),
  });
  const text = await response.text();
  await dispatcher.close();
  return { status: response.status, headers: new Map(response.headers), text, body: parse(text) };
}

function parse(text: string): JsonAnswer['body'] {
  try {
    return JSON.parse(text) as JsonAnswer['body'];
  } catch {
    return {};
  }
}

export interface ConsentRequestOverrides {
  readonly durationType?: string;
  readonly durationPeriod?: number;
  readonly lookbackPeriod?: number;
  readonly resources?: readonly object[];
}

/** The consent request of the tutorial, or one that differs from it. */
export function consentRequest(overrides: ConsentRequestOverrides = {}): object {
  return {
    durationType: 'ONE_TIME',
    lookbackPeriod: 60,
    resources: [
      { resourceType: 'ACCOUNT', dataClusters: ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'] },
      { resourceType: 'CUSTOMER', dataClusters: ['CUSTOMER_CONTACT'] },
    ],
    ...overrides,
  };
}

export function registration(credential: TestCredential, overrides: object = {}): object {
  return {
    client_name: 'Countersign',
    redirect_uris: ['http://127.0.0.1/callback'],
    application_type: 'native',
    token_endpoint_auth_method: 'self_signed_tls_client_auth',
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types: ['code'],
    authorization_details_types: ['fdx_v1.0'],
    jwks: { keys: [credential.publicJwk] },
    ...overrides,
  };
}

export const REDIRECT_URI = 'http://127.0.0.1:49152/callback';

/** One pushed request of a client, with what is needed to finish it. */
export interface PushedRequest {
  readonly answer: JsonAnswer;
  readonly verifier: string;
  readonly state: string;
  readonly authorizeUrl: string;
}

/** A client that is registered at a bank, doing by hand what a library does. */
export class TestClient {
  readonly descriptor: SandboxDescriptor;
  readonly credential: TestCredential;
  readonly clientId: string;
  readonly #metadata: JsonAnswer['body'];

  private constructor(
    descriptor: SandboxDescriptor,
    credential: TestCredential,
    ids: { clientId: string; metadata: JsonAnswer['body'] },
  ) {
    this.descriptor = descriptor;
    this.credential = credential;
    this.clientId = ids.clientId;
    this.#metadata = ids.metadata;
  }

  static async register(descriptor: SandboxDescriptor, overrides: object = {}): Promise<TestClient> {
    const credential = await makeCredential();
    const json = registration(credential, overrides);
    const { status, body, text } = await call(descriptor, null, descriptor.registrationEndpoint, { json });
    if (status !== 201) throw new Error(`registration: ${status} ${text}`);
    return TestClient.at(descriptor, credential, String(body['client_id']));
  }

  /** Takes up a registration again, as after a restart of the bank. */
  static async at(
    descriptor: SandboxDescriptor,
    credential: TestCredential,
    clientId: string,
  ): Promise<TestClient> {
    const discovery = await call(descriptor, null, `${descriptor.issuer}/.well-known/openid-configuration`);
    return new TestClient(descriptor, credential, { clientId, metadata: discovery.body });
  }

  endpoint(name: string): string {
    return String(this.#metadata['mtls_endpoint_aliases'][name] ?? this.#metadata[name]);
  }

  post(
    endpoint: string,
    form: Readonly<Record<string, string>>,
    credential = this.credential,
  ): Promise<JsonAnswer> {
    return call(this.descriptor, credential, this.endpoint(endpoint), {
      form: { client_id: this.clientId, ...form },
    });
  }

  fdx(path: string, bearer: string, options: Call = {}): Promise<JsonAnswer> {
    return call(this.descriptor, this.credential, `${this.descriptor.fdxBaseUrl}${path}`, {
      bearer,
      ...options,
    });
  }

  async push(
    request: object = consentRequest(),
    form: Readonly<Record<string, string>> = {},
  ): Promise<PushedRequest> {
    const verifier = randomBytes(32).toString('base64url');
    const state = randomBytes(16).toString('base64url');
    const answer = await this.post('pushed_authorization_request_endpoint', {
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      authorization_details: JSON.stringify([{ type: 'fdx_v1.0', consentRequest: request }]),
      ...form,
    });
    return { answer, verifier, state, authorizeUrl: this.authorizeUrl(String(answer.body['request_uri'])) };
  }

  authorizeUrl(requestUri: string): string {
    const query = new URLSearchParams({ client_id: this.clientId, request_uri: requestUri });
    return `${String(this.#metadata['authorization_endpoint'])}?${query.toString()}`;
  }

  exchange(callbackUrl: string, verifier: string, credential = this.credential): Promise<JsonAnswer> {
    const code = new URL(callbackUrl).searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
    };
    return this.post('token_endpoint', form, credential);
  }

  refresh(refreshToken: string, credential = this.credential): Promise<JsonAnswer> {
    return this.post(
      'token_endpoint',
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      credential,
    );
  }

  /** A token of the client itself, with which FDX reads consents also after they have ended. */
  async ownToken(): Promise<string> {
    const { body } = await this.post('token_endpoint', { grant_type: 'client_credentials' });
    return String(body['access_token']);
  }
}
