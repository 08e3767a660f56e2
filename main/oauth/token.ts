import {
  authorizationCodeGrant,
  type Configuration,
  type CustomFetch,
  refreshTokenGrant,
  type ServerMetadata as AuthorizationServer,
  type TokenEndpointResponse,
} from 'openid-client';

import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ProviderHttp } from '../ports/provider-http';
import { isObject, parseJson } from '../security/json';
import { maskValues } from '../security/mask-values';
import { askOver, textOf, valueOf } from './ask-provider';
import { type ClientIdentity, configurationOver, proofOf } from './configuration';
import { endpoint } from './discovery';
import { contradictionIn, type Conversation, readOAuthFailure } from './oauth-failure';
import { violationAt } from './protocol-violation';
import type { RetryRule } from './retry';
import { consentIdIn } from './same-grant';
import { contradictsBinding } from './token-binding';

/** The longest lifetime of an access token that is believed, in seconds: a day. */
const MAX_LIFETIME_SECONDS = 86_400;

/** What the token endpoint gave. Secrets: this value never crosses IPC and is never logged. */
export interface TokenAnswer {
  readonly accessToken: string;
  readonly tokenType: 'Bearer' | 'DPoP';
  readonly refreshToken: string | null;
  /** Epoch milliseconds, UTC; null when the provider said nothing. */
  readonly expiresAtMs: number | null;
  readonly scope: string | null;
  /** Id of the consent grant, fit to stand in a path; null when the answer names none. */
  readonly grantId: string | null;
  /** As received; unknown shape until it has been compared. */
  readonly authorizationDetails: unknown;
  /** Names and values of all members but the secret ones, which are `•••`. */
  readonly masked: Readonly<Record<string, unknown>>;
}

/** The two tokens of a grant; null for one that there is none of. */
export interface GrantTokens {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

export interface TokenContext {
  readonly http: ProviderHttp;
  readonly metadata: AuthorizationServer;
  readonly identity: ClientIdentity;
  readonly providerName: string;
  readonly nowMs: () => number;
  readonly signal?: AbortSignal;
  /**
   * Hears of the tokens of each good answer before anything of it is checked, so that tokens that are refused can be
   * given back.
   */
  readonly onTokens?: (tokens: GrantTokens) => void;
}

export interface CodeToExchange {
  /** From {@link readCallback}: checked for state and issuer. */
  readonly parameters: URLSearchParams;
  readonly redirectUri: string;
  readonly codeVerifier: string;
  /** The attempt's nonce where an ID token was asked for; null where none was. */
  readonly nonce: string | null;
}

/**
 * Exchanges the code for tokens, once.
 *
 * @see RFC 6749 section 4.1.3, 5.1; RFC 7636 section 4.5; RFC 8705 section 3
 */
export async function exchangeCode(
  context: TokenContext,
  code: CodeToExchange,
): Promise<Result<TokenAnswer, Failure>> {
  const answered = new URL(`${code.redirectUri}?${code.parameters.toString()}`);
  const checks = {
    pkceCodeVerifier: code.codeVerifier,
    expectedState: code.parameters.get('state') ?? '',
    ...(code.nonce === null ? {} : { expectedNonce: code.nonce, idTokenExpected: true }),
  };
  // Sent once: only an answer that says that nothing was done allows another try.
  return askForTokens(context, 'if-nothing-was-done', (configuration) =>
    authorizationCodeGrant(configuration, answered, checks, {}, proofOf(context.identity)),
  );
}

/**
 * Gets a new access token.
 *
 * @returns the answer; `refreshToken` is null when the provider keeps the old one
 * @see RFC 6749 section 6
 */
export async function refreshTokens(
  context: TokenContext,
  refreshToken: string,
): Promise<Result<TokenAnswer, Failure>> {
  return askForTokens(context, 'once-after-break', (configuration) =>
    refreshTokenGrant(configuration, refreshToken, {}, proofOf(context.identity)),
  );
}

async function askForTokens(
  context: TokenContext,
  rule: RetryRule,
  ask: (configuration: Configuration) => Promise<TokenEndpointResponse>,
): Promise<Result<TokenAnswer, Failure>> {
  const { http, metadata, identity, signal, onTokens } = context;
  const onGoodText = (text: string) => onTokens?.(tokensIn(text));
  const question = { rule, isJson: true, jwksUri: metadata.jwks_uri, signal, onGoodText };
  try {
    const asked = await askOver(http, question, (fetch) =>
      ask(configurationOver(metadata, identity, withoutNulls(fetch))),
    );
    const answer = valueOf(asked);
    const text = asked.response === null ? '' : textOf(asked.response);
    const contradiction = contradictionIn(text, 'access_token', conversationOf(context));
    return contradiction === null ? readTokenAnswer(context, answer) : fail(contradiction);
  } catch (cause) {
    return fail(readOAuthFailure(cause, conversationOf(context)));
  }
}

/** Members that an answer may leave out. Some servers write null there, which grants nothing and means the same. */
const MAY_BE_LEFT_OUT: readonly string[] = ['scope', 'refresh_token', 'id_token', 'expires_in'];

/** Takes away members of a good answer that are null where they should have been left out. @see RFC 6749 section 5.1 */
function withoutNulls(send: CustomFetch): CustomFetch {
  return async (url, options) => {
    const response = await send(url, options);
    const { status, headers } = response;
    const answer = status === 200 ? parseJson(textOf(response)) : null;
    if (!isObject(answer) || !MAY_BE_LEFT_OUT.some((name) => answer[name] === null)) return response;
    const members = Object.entries(answer).filter(
      ([name, value]) => value !== null || !MAY_BE_LEFT_OUT.includes(name),
    );
    return new Response(JSON.stringify(Object.fromEntries(members)), { status, headers });
  };
}

/** The tokens in an answer that may be refused as a whole, so that nobody would see them otherwise. */
function tokensIn(text: string): GrantTokens {
  const answer = parseJson(text);
  const token = (name: string) => {
    const value = isObject(answer) ? answer[name] : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { accessToken: token('access_token'), refreshToken: token('refresh_token') };
}

/**
 * Takes from a token answer what the app uses, and refuses what would be dangerous to use.
 *
 * @see RFC 6749 section 5.1; RFC 6750 section 2.1 (token characters); FDX: `grant_id`, `fdxConsentId`
 */
export function readTokenAnswer(
  context: Pick<TokenContext, 'providerName' | 'nowMs' | 'identity'>,
  answer: TokenEndpointResponse,
): Result<TokenAnswer, Failure> {
  // A bearer token where a bound one was asked for would be worth as much to a thief.
  const tokenType = context.identity.dpop === null ? 'Bearer' : 'DPoP';
  const violation = violationAt(context.providerName, 'token');
  if (answer.token_type !== tokenType.toLowerCase())
    return fail(
      violation('unsafe', `RFC 6749 7.1: token_type is ${tokenType}`, answer.token_type.slice(0, 100)),
    );
  if (!/^[A-Za-z0-9\-._~+/]+=*$/.test(answer.access_token)) {
    return fail(
      violation('unsafe', 'RFC 6750 2.1: the access token is made of b64token characters', 'it is not'),
    );
  }
  const unbound = contradictsBinding(answer.access_token, context.identity.confirmation);
  if (unbound !== null) return fail(violation('unsafe', unbound.rule, unbound.detail));
  const grant = consentIdIn(answer);
  if (grant !== null && !isGrantId(grant)) {
    return fail(
      violation(
        'unsafe',
        'FDX Consent API: grant_id is an identifier of at most 256 characters',
        'it is not',
      ),
    );
  }
  return ok({
    accessToken: answer.access_token,
    tokenType,
    refreshToken: answer.refresh_token ?? null,
    expiresAtMs: expiryOf(answer.expires_in, context.nowMs()),
    scope: answer.scope ?? null,
    grantId: grant,
    authorizationDetails: answer.authorization_details ?? null,
    masked: maskTokens(answer),
  });
}

const SECRET_MEMBERS: readonly string[] = ['access_token', 'refresh_token', 'id_token'];

function maskTokens(answer: TokenEndpointResponse): Readonly<Record<string, unknown>> {
  const byName = Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, SECRET_MEMBERS.includes(name) ? '•••' : value]),
  );
  const secrets = [answer.access_token, answer.refresh_token ?? null, answer.id_token ?? null];
  return JSON.parse(maskValues(JSON.stringify(byName), secrets));
}

// One path segment, and no segment that means "here" or "up".
function isGrantId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9\-._~:@+=]{1,256}$/.test(value) && !/^\.{1,2}$/.test(value);
}

function expiryOf(lifetimeSeconds: number | undefined, nowMs: number): number | null {
  if (lifetimeSeconds === undefined || !Number.isFinite(lifetimeSeconds) || lifetimeSeconds < 0) return null;
  return nowMs + Math.min(lifetimeSeconds, MAX_LIFETIME_SECONDS) * 1000;
}

function conversationOf({ metadata, identity, providerName }: TokenContext): Conversation {
  const url = endpoint(metadata, 'token_endpoint', identity.client) ?? metadata.issuer;
  const rule = 'RFC 6749 5.1: 200 with a JSON object that holds access_token and token_type';
  return { providerName, host: new URL(url).host, stage: 'token', rule };
}
