import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { Disclosure } from '../../preload/contract/consent-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { PurposeId } from '../../preload/contract/purposes';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ConnectionStore } from '../connections/connection-store';
import { ownMargin } from '../connections/fresh-access-token';
import { tokenContext } from '../connections/provider-clients';
import { explainRefusal } from '../credentials/registered';
import { checkGrantedDetails } from '../oauth/granted-terms';
import { asksForIdToken } from '../oauth/pushed-request';
import { giveTokensBack } from '../oauth/revocation';
import { exchangeCode, type GrantTokens, type TokenAnswer } from '../oauth/token';
import type { ConnectionRecord } from '../records/connection-record';
import type { TokenStore } from '../vault/token-store';
import type { AskedConsent } from './ask-for-consent';

export interface KeepDeps {
  readonly tokens: TokenStore;
  readonly connections: ConnectionStore;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** What the person agreed to in the review step. */
export interface Agreement {
  readonly purpose: PurposeId;
  readonly authorizationDetails: AuthorizationDetails;
  readonly agreedAtMs: number;
  /** What stood on the review, as it was shown; null where it was not handed on. */
  readonly disclosed: Disclosure | null;
}

/**
 * Step 6: exchanges the code, refuses a grant that is wider than the request, and keeps tokens and connection.
 * Tokens that are not kept are given back to the provider, also those of an answer that was refused as a whole.
 *
 * @param parameters the authorization response, checked for state and issuer
 */
export async function keepConnection(
  deps: KeepDeps,
  asked: AskedConsent,
  agreement: Agreement,
  { parameters, signal }: { readonly parameters: URLSearchParams; readonly signal: AbortSignal },
): Promise<Result<ConnectionRecord, Failure>> {
  const { client, attempt, listener, scope } = asked;
  const context = tokenContext(client, deps.nowMs);
  const nonce = asksForIdToken(scope) ? attempt.nonce : null;
  const code = { parameters, redirectUri: listener.redirectUri, codeVerifier: attempt.codeVerifier, nonce };
  let came: GrantTokens | null = null;
  const onTokens = (tokens: GrantTokens) => {
    came = tokens;
  };
  const exchanged = await exchangeCode({ ...context, signal, onTokens }, code);
  const kept = await keepUnlessCancelled(deps, asked, agreement, { exchanged, signal });
  // Without the signal: what a cancelled flow leaves at the provider has to be cleared away all the same.
  if (!kept.ok && came !== null) await giveTokensBack(context, came);
  return kept;
}

async function keepUnlessCancelled(
  deps: KeepDeps,
  asked: AskedConsent,
  agreement: Agreement,
  { exchanged, signal }: { readonly exchanged: Result<TokenAnswer, Failure>; readonly signal: AbortSignal },
): Promise<Result<ConnectionRecord, Failure>> {
  if (!exchanged.ok) return fail(explainRefusal(exchanged.error, asked.client));
  if (signal.aborted) return fail({ kind: 'flow-cancelled' });
  return keep(deps, asked, agreement, exchanged.value);
}

async function keep(
  deps: KeepDeps,
  asked: AskedConsent,
  agreement: Agreement,
  answer: TokenAnswer,
): Promise<Result<ConnectionRecord, Failure>> {
  const { name: providerName, credentialId } = asked.client.profile;
  const granted = checkGrantedDetails(
    agreement.authorizationDetails,
    answer.authorizationDetails,
    providerName,
  );
  if (!granted.ok) return granted;
  const connectionId = deps.newId();
  const { accessToken, tokenType, refreshToken, expiresAtMs, scope, grantId } = answer;
  const margin = ownMargin(expiresAtMs, deps.nowMs());
  const held = { accessToken, tokenType, refreshToken, expiresAtMs, scope, grantId, ...margin };
  const sealed = await deps.tokens.put({ connectionId, credentialId, ...held });
  if (!sealed.ok) return sealed;
  const connection = newConnection(asked, agreement, { answer, connectionId, nowMs: deps.nowMs() });
  const stored = await deps.connections.put(connection);
  if (stored.ok) return ok(connection);
  await deps.tokens.delete(connectionId); // they are given back, and nobody would ask for them
  return stored;
}

interface NewConnection {
  readonly answer: TokenAnswer;
  readonly connectionId: string;
  readonly nowMs: number;
}

/** A connection of which nothing has been read yet. */
function newConnection(
  { client: { profile }, scope: requestedScope }: AskedConsent,
  agreement: Agreement,
  { answer, connectionId, nowMs }: NewConnection,
): ConnectionRecord {
  return {
    connectionId,
    providerId: profile.providerId,
    providerName: profile.name,
    purpose: agreement.purpose,
    agreedAtMs: agreement.agreedAtMs,
    requested: agreement.authorizationDetails,
    requestedScope,
    consentId: answer.grantId,
    maskedToken: { ...answer.masked },
    consentText: null,
    accountsText: null,
    moreAccountsTexts: [],
    areAccountsCut: false,
    readAtMs: nowMs,
    stoppedAtMs: null,
    seenEnded: null,
    notRead: null,
    stopRefused: null,
    stopReport: null,
    disclosed: agreement.disclosed,
  };
}
