import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { checkGrantedDetails } from '../oauth/granted-terms';
import { checkRefreshed } from '../oauth/same-grant';
import { refreshTokens } from '../oauth/token';
import type { TokenStore } from '../vault/token-store';
import type { TokenSet } from '../vault/vault-record';
import type { ConnectionStore } from './connection-store';
import { type ProviderClient, tokenContext } from './provider-clients';

/** How long before its end an access token is not used any more, in milliseconds. */
const MARGIN_MS = 30_000;

export interface TokenDeps {
  readonly tokens: TokenStore;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly nowMs: () => number;
}

export interface TokenWish {
  /** An access token that the provider has just refused: any other is better. */
  readonly refused?: string;
  readonly signal?: AbortSignal | undefined;
}

const underWay = new WeakMap<TokenStore, Map<string, Promise<Result<string, Failure>>>>();

/**
 * The access token of a connection, refreshed first if it is about to end or was refused. Only one
 * refresh of a connection is ever under way: a second asker waits for the first one's answer, because
 * a rotated refresh token is good for one use.
 *
 * @returns `access-not-held` when the vault has no tokens for it, or only an ended one that can't be refreshed
 * @see RFC 9700 section 4.14 (rotation)
 */
export async function freshAccessToken(
  deps: TokenDeps,
  client: ProviderClient,
  connectionId: string,
  { refused, signal }: TokenWish = {},
): Promise<Result<string, Failure>> {
  const held = deps.tokens.get(connectionId);
  if (!held.ok) return held;
  const tokens = held.value;
  if (tokens === null) return fail({ kind: 'access-not-held' });
  const isInTime = tokens.expiresAtMs === null || tokens.expiresAtMs - MARGIN_MS > deps.nowMs();
  if (isInTime && tokens.accessToken !== refused) return ok(tokens.accessToken);
  if (tokens.refreshToken === null) return fail({ kind: 'access-not-held' });

  const refreshes = underWay.get(deps.tokens) ?? new Map<string, Promise<Result<string, Failure>>>();
  underWay.set(deps.tokens, refreshes);
  const running = refreshes.get(connectionId);
  if (running !== undefined) return running;
  const refresh = refreshOnce(deps, client, tokens, signal).finally(() => refreshes.delete(connectionId));
  refreshes.set(connectionId, refresh);
  return refresh;
}

async function refreshOnce(
  deps: TokenDeps,
  client: ProviderClient,
  tokens: TokenSet,
  signal?: AbortSignal,
): Promise<Result<string, Failure>> {
  if (tokens.refreshToken === null) return fail({ kind: 'access-not-held' });
  const { connectionId } = tokens;
  const refreshed = await refreshTokens(tokenContext(client, deps.nowMs, signal), tokens.refreshToken);
  // Tokens that are refused stay: whether the consent has ended is decided where it is read.
  if (!refreshed.ok) return refreshed;
  const { accessToken, refreshToken, expiresAtMs, scope, tokenType } = refreshed.value;

  const providerName = client.profile.name;
  const isSameGrant = checkRefreshed(tokens, refreshed.value, providerName);
  if (!isSameGrant.ok) return isSameGrant;
  const requested = deps.connections.get(connectionId)?.requested;
  const details = refreshed.value.authorizationDetails;
  const granted = requested === undefined ? ok(null) : checkGrantedDetails(requested, details, providerName);
  if (!granted.ok) return granted;

  const next = {
    ...tokens,
    credentialId: client.profile.credentialId, // the provider may be known by another key since
    accessToken,
    tokenType,
    expiresAtMs,
    refreshToken: refreshToken ?? tokens.refreshToken,
    scope: scope ?? tokens.scope,
  };
  // On disk before it is used: the provider may already have forgotten the old one.
  const stored = await deps.tokens.put(next);
  return stored.ok ? ok(accessToken) : stored;
}
