import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import { explainRefusal } from '../credentials/registered';
import { checkGrantedDetails } from '../oauth/granted-terms';
import { giveTokensBack } from '../oauth/revocation';
import { checkRefreshed } from '../oauth/same-grant';
import { type GrantTokens, refreshTokens, type TokenAnswer } from '../oauth/token';
import type { TokenStore } from '../vault/token-store';
import type { TokenSet } from '../vault/vault-record';
import type { ConnectionStore } from './connection-store';
import { type ProviderClient, tokenContext } from './provider-clients';

/** How long before its end an access token is not used any more, in milliseconds. */
const MARGIN_MS = 30_000;

/**
 * The margin of a token that lives so shortly that the usual one would leave nothing of it: a tenth of its life.
 *
 * @returns a member for the token set; nothing where the usual margin fits
 */
export function ownMargin(expiresAtMs: number | null, nowMs: number): Pick<TokenSet, 'marginMs'> {
  const marginMs = expiresAtMs === null ? MARGIN_MS : Math.floor((expiresAtMs - nowMs) / 10);
  return marginMs >= MARGIN_MS ? {} : { marginMs: Math.max(0, marginMs) };
}

// One that cannot be replaced is used to its end: that it is over, the provider can say as well.
function isInTime({ expiresAtMs, refreshToken, marginMs = MARGIN_MS }: TokenSet, nowMs: number): boolean {
  return expiresAtMs === null || expiresAtMs - (refreshToken === null ? 0 : marginMs) > nowMs;
}

export interface TokenDeps {
  readonly tokens: TokenStore;
  readonly connections: Pick<ConnectionStore, 'get' | 'list'>;
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
  if (isInTime(tokens, deps.nowMs()) && tokens.accessToken !== refused) return ok(tokens.accessToken);
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
  let came: GrantTokens | null = null;
  const onTokens = (given: GrantTokens) => {
    came = given;
  };
  const { connectionId } = tokens;
  const context = { ...tokenContext(client, deps.nowMs, signal), onTokens };
  const refreshed = await refreshTokens(context, tokens.refreshToken);
  const checked = checkedAnswer(deps, client, tokens, refreshed);
  if (checked.ok && isStillHeld(deps, connectionId))
    return keepRefreshed(deps, client, tokens, checked.value);
  if (checked.ok) {
    // It was stopped or forgotten meanwhile: what came too late must not come back to life.
    await giveTokensBack(tokenContext(client, deps.nowMs), checked.value);
    return fail({ kind: 'access-not-held' });
  }
  // Tokens of before stay: whether the consent has ended is decided where it is read.
  const grantId = refreshed.ok ? refreshed.value.grantId : null;
  const kept = came === null ? ok(null) : await handleRefused(deps, client, tokens, { given: came, grantId });
  return kept.ok ? checked : kept;
}

function isStillHeld({ tokens }: TokenDeps, connectionId: string): boolean {
  const held = tokens.get(connectionId);
  return !held.ok || held.value !== null;
}

function checkedAnswer(
  { connections }: TokenDeps,
  client: ProviderClient,
  tokens: TokenSet,
  refreshed: Result<TokenAnswer, Failure>,
): Result<TokenAnswer, Failure> {
  if (!refreshed.ok) return fail(explainRefusal(refreshed.error, client));
  const { name } = client.profile;
  const isSameGrant = checkRefreshed(tokens, refreshed.value, name);
  if (!isSameGrant.ok) return isSameGrant;
  const requested = connections.get(tokens.connectionId)?.requested;
  if (requested === undefined) return refreshed;
  const details = refreshed.value.authorizationDetails;
  const granted = checkGrantedDetails(requested, details, name);
  return granted.ok ? refreshed : granted;
}

async function keepRefreshed(
  { tokens: store, nowMs }: TokenDeps,
  { profile }: ProviderClient,
  tokens: TokenSet,
  { accessToken, refreshToken, expiresAtMs, scope, tokenType }: TokenAnswer,
): Promise<Result<string, Failure>> {
  const { marginMs: _ofTheOldOne, ...held } = tokens;
  // On disk before it is used: the provider may already have forgotten the old one.
  const stored = await store.put({
    ...held,
    ...ownMargin(expiresAtMs, nowMs()),
    credentialId: profile.credentialId, // the provider may be known by another key since
    accessToken,
    tokenType,
    expiresAtMs,
    refreshToken: refreshToken ?? tokens.refreshToken,
    scope: scope ?? tokens.scope,
  });
  return stored.ok ? ok(accessToken) : stored;
}

/**
 * Gives refused tokens back. A refresh token that replaced ours is kept: it is all that is left to stop the grant
 * with (RFC 9700 section 4.14.2). One of another grant is not ours to keep; and if that grant is another consent of
 * this person's, it is not given back either, which would end it.
 */
async function handleRefused(
  { tokens: store, connections, nowMs }: TokenDeps,
  client: ProviderClient,
  tokens: TokenSet,
  { given, grantId }: { readonly given: GrantTokens; readonly grantId: string | null },
): Promise<Result<null, Failure>> {
  const context = tokenContext(client, nowMs);
  if (grantId !== null && tokens.grantId !== null && grantId !== tokens.grantId) {
    const isHeldHere = connections.list().some(({ consentId }) => consentId === grantId);
    if (!isHeldHere) await giveTokensBack(context, given);
    return ok(null);
  }
  const kept =
    given.refreshToken === null ? ok(null) : await store.put({ ...tokens, refreshToken: given.refreshToken });
  await giveTokensBack(context, { accessToken: given.accessToken, refreshToken: null });
  return kept;
}
