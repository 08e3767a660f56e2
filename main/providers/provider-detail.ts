import type { ProviderSummary } from '../../preload/contract/app-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { ProviderDetail, ProviderDraft } from '../../preload/contract/provider-shapes';
import type { Result } from '../../preload/contract/result';
import { consentStatus } from '../connections/consent-view';
import { nameOfSubject, readCertificateFacts } from '../credentials/certificate-facts';
import { publicJwk } from '../credentials/public-jwks';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import { consentsOf, type ProviderDeps } from './keep-provider';
import { isKeyDeletedToo, keyAtHand, type KeyAtHand } from './provider-key';
import { packFor, registeredRedirectUri } from './register-provider';

/** A provider for a list and for the pages of a consent. */
export function viewProvider(profile: ProviderProfile): ProviderSummary {
  const { providerId, name, issuer, origin, authorizationDetailsType } = profile;
  return {
    providerId,
    name,
    issuer,
    host: new URL(issuer).host,
    isSandbox: origin === 'app',
    hasSite: profile.siteUrl !== null,
    isRegistered: profile.clientId !== '',
    mayLackIssuer: profile.issuerInAnswer === 'may-be-missing',
    authorizationDetailsType,
  };
}

/** A provider for its own page. Holds the public half of the key, and nothing of the private one. */
export function viewProviderDetail(deps: ProviderDeps, profile: ProviderProfile): ProviderDetail {
  const key = keyAtHand(deps, profile);
  const consents = consentsOf(deps, profile.providerId);
  const nowMs = deps.nowMs();
  const isActive = (one: (typeof consents)[number]) => consentStatus(one, nowMs) === 'ACTIVE';
  return {
    providerId: profile.providerId,
    profile: draftOf(profile),
    redirectUri: registeredRedirectUri(profile),
    registrationPack: key.ok ? JSON.stringify(packFor(profile, key.value), null, 2) : null,
    key: {
      credentialId: profile.credentialId,
      state: stateOf(key, nowMs),
      ...(key.ok ? viewKey(key.value.mine) : UNKNOWN_KEY),
      isDeletedToo: isKeyDeletedToo(deps, profile),
    },
    consentCount: consents.length,
    activeConsentCount: consents.filter(isActive).length,
  };
}

type KeyFacts = Pick<ProviderDetail['key'], 'name' | 'expiresAtMs' | 'names' | 'signingAlgorithm'>;

const UNKNOWN_KEY: KeyFacts = { name: null, expiresAtMs: null, names: null, signingAlgorithm: null };

function viewKey({ certificatePem, expiresAtMs }: Credential): KeyFacts {
  const facts = readCertificateFacts(certificatePem);
  const { kid, alg, 'x5t#S256': thumbprint } = publicJwk(certificatePem);
  return {
    name: facts.ok ? nameOfSubject(facts.value.subject) : null,
    expiresAtMs,
    names: { kid, 'x5t#S256': thumbprint },
    signingAlgorithm: alg,
  };
}

function stateOf(key: Result<KeyAtHand, Failure>, nowMs: number): ProviderDetail['key']['state'] {
  if (!key.ok) return key.error.kind === 'key-unusable' ? 'missing' : 'locked';
  return key.value.mine.expiresAtMs <= nowMs ? 'expired' : 'held';
}

function draftOf(profile: ProviderProfile): ProviderDraft {
  const { name, issuer, clientId, fdxBaseUrl, caPem, scopes } = profile;
  const { authorizationDetailsType, issuerInAnswer, clientAuthentication, tokenBinding } = profile;
  const { signingKid, redirect } = profile;
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
    signingKid,
    redirect,
  };
}
