import { randomBytes } from 'node:crypto';

import { ClientRules } from './client-rules';
import { type Answer, json, type JsonObject } from './provider-answer';
import { DECOY_KEY, PUBLIC_KEY } from './signed-jwt';
import type { SeenRequest } from './tls-server';

/** Where a client can ask. */
export type Endpoint =
  | 'registration'
  | 'discovery'
  | 'jwks'
  | 'par'
  | 'token'
  | 'revocation'
  | 'consent'
  | 'consent-revocation'
  | 'accounts';

export const CLIENT_ID = 'client-of-a-test';

const PATHS: ReadonlyArray<readonly [endpoint: Endpoint, path: RegExp]> = [
  ['registration', /^\/register$/],
  ['discovery', /^\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/],
  ['jwks', /^\/jwks$/],
  ['par', /^\/par$/],
  ['token', /^\/token$/],
  ['revocation', /^\/revoke$/],
  ['consent-revocation', /^\/fdx\/v6\/consents\/[^/]+\/revocation$/],
  ['consent', /^\/fdx\/v6\/consents\/[^/]+$/],
  ['accounts', /^\/fdx\/v6\/accounts$/],
];

export function endpointOf({ target }: SeenRequest): Endpoint | null {
  const { pathname } = new URL(target, 'https://provider.example');
  return PATHS.find(([, path]) => path.test(pathname))?.[0] ?? null;
}

const secret = () => randomBytes(24).toString('base64url');

/** A provider that does everything right, as a state and its answers; it knows nothing of sockets. */
export class RightProvider {
  readonly rules = new ClientRules();
  /** Everything secret that this provider gave out or was told. */
  readonly secrets = {
    codes: [] as string[],
    tokens: [] as string[],
    verifiers: [] as string[],
    states: [] as string[],
  };
  readonly grantId = `grant-${secret()}`;
  readonly #front: string;
  readonly #mtls: string;
  readonly #pushed = new Map<string, URLSearchParams>();
  readonly #codes = new Map<string, URLSearchParams>();
  #request: URLSearchParams | null = null;
  #refreshToken: string | null = null;
  #isRevoked = false;

  constructor(front: string, mtls: string) {
    this.#front = front;
    this.#mtls = mtls;
  }

  answer(endpoint: Endpoint, seen: SeenRequest): Answer {
    const form = new URLSearchParams(seen.body);
    switch (endpoint) {
      case 'registration':
        return this.#register(seen);
      case 'discovery':
        return json(200, this.metadata());
      case 'jwks':
        return json(200, { keys: [PUBLIC_KEY, DECOY_KEY] });
      case 'par':
        return this.#push(seen, form);
      case 'token':
        return form.get('grant_type') === 'refresh_token' ? this.#refresh(form) : this.#exchange(form);
      case 'revocation':
        return { status: 200, headers: {}, body: '' };
      case 'consent':
        return this.#fdx(seen, this.#consent());
      case 'consent-revocation':
        this.#isRevoked = true;
        return this.#fdx(seen, null);
      case 'accounts':
        return this.#fdx(seen, { accounts: [this.account()] });
    }
  }

  /** What a person's approval leads to: the redirect URI with code, state and issuer. @see RFC 9207 section 2 */
  approve(page: URL): URL {
    this.rules.opens(page);
    const pushed = this.#pushed.get(page.searchParams.get('request_uri') ?? '');
    if (pushed === undefined) throw new Error('this request_uri was never given out, or was used before');
    this.#pushed.delete(page.searchParams.get('request_uri') ?? '');
    const code = secret();
    this.#codes.set(code, pushed);
    this.secrets.codes.push(code);
    const back = new URL(pushed.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({
      code,
      state: pushed.get('state') ?? '',
      iss: this.#front,
    }).toString();
    return back;
  }

  metadata(): JsonObject {
    return {
      issuer: this.#front,
      authorization_endpoint: `${this.#front}/authorize`,
      token_endpoint: `${this.#front}/token`,
      jwks_uri: `${this.#front}/jwks`,
      pushed_authorization_request_endpoint: `${this.#front}/par`,
      revocation_endpoint: `${this.#front}/revoke`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['self_signed_tls_client_auth'],
      tls_client_certificate_bound_access_tokens: true,
      authorization_response_iss_parameter_supported: true,
      require_pushed_authorization_requests: true,
      authorization_details_types_supported: ['fdx_v1.0'],
      mtls_endpoint_aliases: {
        token_endpoint: `${this.#mtls}/token`,
        pushed_authorization_request_endpoint: `${this.#mtls}/par`,
        revocation_endpoint: `${this.#mtls}/revoke`,
      },
    };
  }

  account(): JsonObject {
    return {
      accountId: 'account-1',
      accountCategory: 'DEPOSIT_ACCOUNT',
      accountType: 'CHECKING',
      nickname: 'Everyday',
      accountNumberDisplay: '****4821',
      status: 'OPEN',
      currency: { currencyCode: 'USD' },
      currentBalance: 12.5,
      balanceAsOf: '2026-05-01T00:00:00.000Z',
    };
  }

  #register({ body }: SeenRequest): Answer {
    const pack = JSON.parse(body) as {
      readonly jwks: { readonly keys: ReadonlyArray<{ readonly x5c: string[] }> };
    };
    this.rules.registers(pack.jwks.keys[0]?.x5c[0] ?? '');
    return json(201, { client_id: CLIENT_ID });
  }

  #push(seen: SeenRequest, form: URLSearchParams): Answer {
    this.rules.pushes(seen);
    const requestUri = `urn:ietf:params:oauth:request_uri:${secret()}`;
    this.#pushed.set(requestUri, form);
    this.secrets.states.push(form.get('state') ?? '');
    return json(201, { request_uri: requestUri, expires_in: 60 });
  }

  #exchange(form: URLSearchParams): Answer {
    const code = form.get('code') ?? '';
    const pushed = this.#codes.get(code);
    this.#codes.delete(code);
    this.rules.exchanges(form, pushed);
    this.#request = pushed ?? null;
    this.secrets.verifiers.push(form.get('code_verifier') ?? '');
    return this.#tokens();
  }

  #refresh(form: URLSearchParams): Answer {
    this.rules.refreshes(form.get('refresh_token') === this.#refreshToken);
    return this.#tokens();
  }

  // Rotates, as FDX's Green profile has it; a client must bear that.
  #tokens(): Answer {
    this.#refreshToken = secret();
    const accessToken = secret();
    this.secrets.tokens.push(accessToken, this.#refreshToken);
    return json(200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 900,
      refresh_token: this.#refreshToken,
      grant_id: this.grantId,
      authorization_details: JSON.parse(this.#request?.get('authorization_details') ?? '[]') as unknown,
    });
  }

  #consent(): JsonObject {
    const [detail] = JSON.parse(this.#request?.get('authorization_details') ?? '[{}]') as ReadonlyArray<{
      readonly consentRequest?: { readonly resources?: readonly object[] };
    }>;
    const { resources = [], ...terms } = detail?.consentRequest ?? {};
    return {
      id: this.grantId,
      status: this.#isRevoked ? 'REVOKED' : 'ACTIVE',
      createdTime: '2026-05-01T10:00:00.000Z',
      expirationTime: '2099-05-02T10:00:00.000Z',
      ...terms,
      resources: resources.map((resource, index) => ({ ...resource, resourceId: `resource-${index}` })),
    };
  }

  #fdx(seen: SeenRequest, body: JsonObject | null): Answer {
    const bearer = /^Bearer (.+)$/.exec(seen.headers.authorization ?? '')?.[1];
    this.rules.callsFdx(seen, bearer !== undefined && this.secrets.tokens.includes(bearer));
    return body === null ? { status: 204, headers: {}, body: '' } : json(200, body);
  }
}
