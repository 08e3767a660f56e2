import { createHash, X509Certificate } from 'node:crypto';

import type { SeenRequest } from './tls-server';

/** What a client must get right at a provider, each broken rule written down with its source. */
export class ClientRules {
  readonly broken: string[] = [];
  #certificate: string | null = null;
  readonly #interactionIds = new Set<string>();

  #demand(holds: boolean, rule: string): void {
    if (!holds) this.broken.push(rule);
  }

  /** Takes note of the certificate that the client registers. */
  registers(x5c: string): void {
    this.#certificate = new X509Certificate(Buffer.from(x5c, 'base64')).fingerprint256;
  }

  /** Any request. */
  any({ headers, target }: SeenRequest): void {
    this.#demand(headers.cookie === undefined, 'the back channel carries no cookies');
    this.#demand(!target.includes('access_token'), 'RFC 6750 2.1: the token stands in the header only');
  }

  /** A request to the listener for browsers. */
  atTheFront({ headers }: SeenRequest): void {
    this.#demand(headers.authorization === undefined, 'RFC 9700 4.9: tokens go to the resource server only');
  }

  /** A request to the listener for clients. */
  overMtls({ clientCertificate }: SeenRequest): void {
    this.#demand(clientCertificate !== null, 'RFC 8705 2: a certificate is shown');
    this.#demand(clientCertificate === this.#certificate, 'RFC 8705 2.2: it is the registered one');
  }

  pushes({ method, headers, body }: SeenRequest): void {
    // For providers that sign their answers, or are asked for an ID token or lasting access.
    const optional = ['response_mode', 'nonce', 'prompt'];
    const names = [...new URLSearchParams(body).keys()].filter((name) => !optional.includes(name));
    const expected = [
      'authorization_details',
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ];
    this.#demand(method === 'POST', 'RFC 9126 2.1: PAR is a POST');
    this.#demand(
      headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true,
      'RFC 9126 2.1: PAR is a form',
    );
    this.#demand(
      names.sort().join() === expected.join(),
      `PAR has these parameters only: ${expected.join()}`,
    );
    const { state, code_challenge: challenge } = Object.fromEntries(new URLSearchParams(body));
    this.#demand(/^[\w-]{22,}$/.test(state ?? ''), 'RFC 6749 10.10: state has 128 bits or more');
    this.#demand(/^[\w-]{43}$/.test(challenge ?? ''), 'RFC 7636 4.2: the challenge is a SHA-256');
  }

  opens(page: URL): void {
    this.#demand(
      [...page.searchParams.keys()].join() === 'client_id,request_uri',
      'FAPI 2.0 5.3.3.2: only client_id and request_uri go through the browser',
    );
  }

  exchanges(form: URLSearchParams, pushed: URLSearchParams | undefined): void {
    this.#demand(pushed !== undefined, 'RFC 6749 4.1.2: a code is sent once, and only one that was issued');
    if (pushed === undefined) return;
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    this.#demand(challenge === pushed.get('code_challenge'), 'RFC 7636 4.6: the verifier fits the challenge');
    this.#demand(
      form.get('redirect_uri') === pushed.get('redirect_uri'),
      'RFC 6749 4.1.3: the redirect URI is the same',
    );
    this.#demand(form.get('client_id') === pushed.get('client_id'), 'RFC 6749 4.1.3: the client is the same');
  }

  refreshes(isCurrent: boolean): void {
    this.#demand(isCurrent, 'RFC 9700 4.14: an old refresh token is never sent again');
  }

  callsFdx({ headers }: SeenRequest, isIssued: boolean): void {
    const interactionId = String(headers['x-fapi-interaction-id'] ?? '');
    this.#demand(isIssued, 'RFC 6750 2.1: the bearer is a token of this provider');
    this.#demand(
      /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(interactionId),
      'FAPI: an interaction id is a UUID',
    );
    this.#demand(
      !this.#interactionIds.has(interactionId),
      'FAPI: each request has an interaction id of its own',
    );
    this.#interactionIds.add(interactionId);
  }
}
