import {
  type AccountClaims,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';

import { FDX_DETAIL_TYPE } from '../../preload/contract/consent-vocabulary';
import { type Addresses, MTLS_ENDPOINTS, mtlsEndpointAliases, PATHS } from '../addresses';
import type { Clock } from '../clock';
import type { Consents } from '../consents/consents';
import { DATA_SCOPES } from '../consents/scopes';
import type { Identity } from '../identity';
import { findCustomer } from '../people/customers';
import type { Records } from '../records';
import { REQUEST_ALGORITHMS } from './client-metadata';
import { DATA_SCOPE_MEMBER } from './clients';
import { usableCertificate } from './peer-certificate';
import { adapterFor } from './provider-adapter';
import { checkAuthorizationDetails, checkWholeRequest } from './request-rules';

const DAY_SECONDS = 86_400;
/** FDX Security Model 5.0 allows an access token 900 seconds at most. */
const ACCESS_TOKEN_SECONDS = 900;
/** For grants without an end of their own; the consent decides when they end. */
const NO_END_SECONDS = 3650 * DAY_SECONDS;
/** A person may take this long to sign in and decide. */
const INTERACTION_SECONDS = 3600;

export interface SettingsOptions {
  readonly identity: Identity;
  readonly addresses: Addresses;
  readonly records: Records;
  readonly consents: Consents;
  readonly clock: Clock;
  readonly requestUriSeconds: number;
  /** Whether a request that is not a signed object is refused. */
  readonly requiresSignedRequests: boolean;
  readonly renderError: NonNullable<Configuration['renderError']>;
}

/** Everything the authorization server library is told about this bank. */
export function providerSettings(options: SettingsOptions): Configuration {
  const { identity, addresses, records, consents, clock, requestUriSeconds, renderError } = options;
  return {
    adapter: adapterFor({
      records,
      clock,
      requestUriSeconds,
      isConsentActive: (id) => consents.isActive(id),
    }),
    jwks: { keys: [identity.signingKey] } as NonNullable<Configuration['jwks']>,
    cookies: cookieSettings(identity, addresses),
    routes: PATHS,
    scopes: ['openid', 'offline_access'],
    extraClientMetadata: { properties: [DATA_SCOPE_MEMBER] },
    responseTypes: ['code'],
    clientAuthMethods: ['self_signed_tls_client_auth'],
    enabledJWA: SIGNATURES,
    pkce: { required: () => true },
    features: featureSettings(options),
    extraParams: { authorization_details: (context) => checkWholeRequest(context) },
    interactions: {
      policy: interactionPolicy.base(),
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
    ttl: lifetimes(options),
    findAccount: (_context, customerId) => accountOf(customerId),
    // Always a new grant: one grant is one FDX consent, and an earlier one in the same browser stays as it is.
    loadExistingGrant: async (context) => {
      const grantId = context.oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : context.oidc.provider.Grant.find(grantId);
    },
    // Decided by the consent alone. `offline_access` would be dropped without prompt=consent.
    issueRefreshToken: async (context, client) =>
      client.grantTypeAllowed('refresh_token') && durationTypeOf(context) !== 'ONE_TIME',
    expiresWithSession: () => false, // no session is kept; tokens end with the consent
    rotateRefreshToken: false, // FAPI 2.0 section 5.3.2.1 advises against it: a lost answer would lose the consent
    extraTokenClaims: (_context, token) =>
      'grantId' in token && token.grantId !== undefined ? { fdxConsentId: token.grantId } : undefined,
    discovery: discoverySettings(addresses),
    renderError,
  };
}

/** How the bank signs, and how clients may. */
const SIGNATURES: NonNullable<Configuration['enabledJWA']> = {
  idTokenSigningAlgValues: ['ES256'],
  requestObjectSigningAlgValues: [...REQUEST_ALGORITHMS],
};

function featureSettings(options: SettingsOptions): NonNullable<Configuration['features']> {
  const { addresses, clock, requiresSignedRequests } = options;
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true }, // FDX reads consents with such a token also after they have ended
    fapi: { enabled: true, profile: '2.0' },
    // The FAPI flag forces neither this nor bound tokens: both are said here.
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    requestObjects: { enabled: true, requireSignedRequestObject: requiresSignedRequests },
    mTLS: {
      enabled: true,
      selfSignedTlsClientAuth: true,
      certificateBoundAccessTokens: true,
      getCertificate: (context) => usableCertificate(context.req, clock.nowMs()),
    },
    introspection: { enabled: true, allowedPolicy: isOwnToken },
    revocation: { enabled: true, allowedPolicy: isOwnToken },
    resourceIndicators: {
      enabled: true, // rich authorization requests need a resource, and there is one
      defaultResource: () => addresses.fdxBaseUrl,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: DATA_SCOPES.join(' '), accessTokenFormat: 'opaque' }),
    },
    richAuthorizationRequests: {
      enabled: true,
      types: { [FDX_DETAIL_TYPE]: { validate: (context) => checkAuthorizationDetails(context) } },
      authorizationDetailsForGrantSource: (context) => context.oidc.grant?.rar,
      authorizationDetailsForAccessToken: (_context, _token, source) => source?.rar,
      authorizationDetailsForIntrospection: (_context, token) => token.rar,
    },
  };
}

function isOwnToken(
  _context: unknown,
  client: { readonly clientId: string },
  token: { readonly clientId?: string | undefined },
): boolean {
  return token.clientId === client.clientId;
}

function cookieSettings(
  { cookieKeys }: Identity,
  { issuer }: Addresses,
): NonNullable<Configuration['cookies']> {
  // Cookies know no ports: two banks on one machine would overwrite each other's.
  const bank = `sandbox-bank-${new URL(issuer).port}`;
  const options = { httpOnly: true, sameSite: 'lax', secure: true, signed: true } as const;
  return {
    keys: cookieKeys,
    names: { session: `${bank}-session`, interaction: `${bank}-interaction`, resume: `${bank}-resume` },
    long: options,
    short: options,
  };
}

function lifetimes({ consents, clock }: SettingsOptions): NonNullable<Configuration['ttl']> {
  const ofConsent = (grantId: string | undefined, most: number): number => {
    const expiresMs = grantId === undefined ? null : (consents.find(grantId)?.expiresMs ?? null);
    if (expiresMs === null) return most;
    return Math.max(1, Math.min(most, Math.floor((expiresMs - clock.nowMs()) / 1000)));
  };
  return {
    AccessToken: (_context, token) => ofConsent(token.grantId, ACCESS_TOKEN_SECONDS),
    RefreshToken: (_context, token) => ofConsent(token.grantId, NO_END_SECONDS),
    ClientCredentials: ACCESS_TOKEN_SECONDS,
    AuthorizationCode: 60,
    IdToken: 3600,
    Interaction: INTERACTION_SECONDS,
    Session: 60,
    Grant: NO_END_SECONDS,
  };
}

/** `discovery` can only add members; what the library writes itself is corrected where it leaves the server. */
function discoverySettings(addresses: Addresses): Record<string, unknown> {
  const authMethods = MTLS_ENDPOINTS.filter((name) => name === 'revocation' || name === 'introspection').map(
    (name) => [`${name}_endpoint_auth_methods_supported`, ['self_signed_tls_client_auth']],
  );
  return {
    registration_endpoint: addresses.registrationEndpoint,
    mtls_endpoint_aliases: mtlsEndpointAliases(addresses),
    ...Object.fromEntries(authMethods),
  };
}

function durationTypeOf({ oidc }: KoaContextWithOIDC): unknown {
  const detail = oidc.entities.Grant?.rar?.[0] as {
    readonly consentRequest?: { readonly durationType?: unknown };
  };
  return detail?.consentRequest?.durationType;
}

function accountOf(customerId: string): { accountId: string; claims: () => AccountClaims } | undefined {
  const customer = findCustomer(customerId);
  return customer && { accountId: customerId, claims: () => ({ sub: customerId }) };
}
