import { z } from 'zod';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { type ProviderHttp, SMALL_ANSWER_BYTES } from '../ports/provider-http';
import { cleanForeignText } from '../security/foreign-text';
import { parseJson } from '../security/json';
import { readOAuthFailure } from './oauth-failure';
import { violationAt } from './protocol-violation';

const registered = z.object({ client_id: z.string().min(1).max(512) });
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

export interface Registration {
  readonly http: ProviderHttp;
  readonly providerName: string;
  readonly endpoint: string;
  /** The registration pack: RFC 7591 client metadata with the public JWKS. */
  readonly pack: Readonly<Record<string, unknown>>;
  /** Lets this client register where not everybody may. @see RFC 7591 section 3 */
  readonly initialAccessToken?: string | undefined;
}

/**
 * Registers this installation with a provider.
 *
 * @returns the client id
 * @see RFC 7591 section 3
 */
export async function registerClient(registration: Registration): Promise<Result<string, Failure>> {
  const { http, providerName, endpoint, pack, initialAccessToken: token } = registration;
  const url = new URL(endpoint);
  const rule = 'RFC 7591 3.2.1: 201 with client_id';
  try {
    const response = await http.call(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(pack),
      maxBytes: SMALL_ANSWER_BYTES,
    });
    const body = parseJson(await response.text());
    const answer = registered.safeParse(body);
    if (response.status === 201 && answer.success) return ok(answer.data.client_id);
    const problem = refused.safeParse(body);
    if (!problem.success) {
      const detail = `the answer had status ${response.status}`;
      return fail(violationAt(providerName, 'registration')('malformed', rule, detail));
    }
    const description = cleanForeignText(problem.data.error_description) || null;
    const code = cleanForeignText(problem.data.error, 64);
    return fail({
      kind: 'provider-refused',
      providerName,
      stage: 'registration',
      status: response.status,
      code,
      description,
      member: null,
    });
  } catch (cause) {
    return fail(readOAuthFailure(cause, { providerName, host: url.host, stage: 'registration', rule }));
  }
}
