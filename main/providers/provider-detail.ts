import type { ProviderSummary } from '../../preload/contract/app-shapes';
import type { ProviderDetail, ProviderDraft } from '../../preload/contract/provider-shapes';
import { viewSummary } from '../connections/consent-view';
import { consentsOf } from './keep-provider';
import type { ProviderEdges } from './keep-provider';
import { SANDBOX_PROVIDER_ID } from './open-sandbox';
import type { ProviderProfile } from './provider-profile';
import { packFor, registeredRedirectUri } from './register-provider';

/** A provider for a list and for the pages of a consent. */
export function viewProvider(profile: ProviderProfile): ProviderSummary {
  const { providerId, name, issuer, authorizationDetailsType } = profile;
  return {
    providerId,
    name,
    issuer,
    host: new URL(issuer).host,
    isSandbox: providerId === SANDBOX_PROVIDER_ID,
    hasSite: profile.siteUrl !== null,
    isRegistered: profile.clientId !== '',
    mayLackIssuer: profile.issuerInAnswer === 'may-be-missing',
    authorizationDetailsType,
  };
}

/** A provider for its own page. Holds the public half of the key, and nothing of the private one. */
export function viewProviderDetail(edges: ProviderEdges, profile: ProviderProfile): ProviderDetail {
  const credential = edges.credentials.get(profile.credentialId);
  const held = credential.ok ? credential.value : null;
  const consents = consentsOf(edges, profile.providerId);
  const nowMs = edges.nowMs();
  const isActive = (one: (typeof consents)[number]) => viewSummary(one, nowMs).status === 'ACTIVE';
  const pack = held === null ? null : JSON.stringify(packFor(profile, held), null, 2);
  const heldState = held !== null && held.expiresAtMs <= nowMs ? 'expired' : 'held';
  return {
    providerId: profile.providerId,
    profile: draftOf(profile),
    redirectUri: registeredRedirectUri(profile),
    registrationPack: pack,
    key: {
      state: held === null ? (credential.ok ? 'missing' : 'locked') : heldState,
      expiresAtMs: held?.expiresAtMs ?? null,
    },
    consentCount: consents.length,
    activeConsentCount: consents.filter(isActive).length,
  };
}

function draftOf(profile: ProviderProfile): ProviderDraft {
  const { name, issuer, clientId, fdxBaseUrl, caPem, scopes } = profile;
  const { authorizationDetailsType, issuerInAnswer, clientAuthentication, tokenBinding, redirect } = profile;
  return {
    name,
    issuer,
    clientId,
    fdxBaseUrl,
    caPem,
    scopes,
    authorizationDetailsType,
    issuerInAnswer,
    clientAuthentication,
    tokenBinding,
    redirect,
  };
}
