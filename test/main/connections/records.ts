import type { ConnectionRecord } from '../../../main/records/connection-record';
import type { TokenSet } from '../../../main/vault/vault-record';
import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import { vector } from '../fdx/vector';

export const NOW_MS = Date.UTC(2026, 4, 1);

/** A connection whose consent is the published example, granted for 365 days on 2 March 2026. */
export function connectionRecord(change: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    connectionId: 'connection-1',
    providerId: 'bank',
    providerName: 'Larkspur',
    purpose: 'personal-finance',
    agreedAtMs: NOW_MS - 2000,
    requested: JSON.parse(vector('authorization-details.json')) as AuthorizationDetails,
    requestedScope: null,
    consentId: 'cg_2f6b1c0a9d4e',
    maskedToken: { access_token: '•••', token_type: 'bearer', grant_id: 'cg_2f6b1c0a9d4e' },
    consentText: vector('consent-grant.json'),
    accountsText: vector('accounts.v5.details.json'),
    moreAccountsTexts: [],
    areAccountsCut: false,
    readAtMs: NOW_MS - 1000,
    stoppedAtMs: null,
    seenEnded: null,
    notRead: null,
    stopRefused: null,
    stopReport: null,
    disclosed: null,
    ...change,
  };
}

/** Tokens that are good for another quarter of an hour. */
export function tokenSet(change: Partial<TokenSet> = {}): TokenSet {
  return {
    connectionId: 'connection-1',
    credentialId: 'credential-1',
    accessToken: 'at_old',
    tokenType: 'Bearer',
    expiresAtMs: NOW_MS + 900_000,
    refreshToken: 'rt_old',
    scope: null,
    grantId: 'cg_2f6b1c0a9d4e',
    ...change,
  };
}
