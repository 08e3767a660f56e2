import type { ProviderSummary } from '../../preload/contract/app-shapes';
import type { Failure } from '../../preload/contract/failure';
import type { ProviderDetail, ProviderDraft } from '../../preload/contract/provider-shapes';
import type { Result } from '../../preload/contract/result';
import { consentStatus } from '../connections/consent-view';
import { nameOfSubject, readCertificateFacts } from '../credentials/certificate-facts';
import { publicJwk } from '../credentials/public-jwks';
import { changedSince } from '../credentials/registered';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import { consentsOf, type ProviderDeps } from './keep-provider';
import { isKeyDeletedToo, keyAtHand, type KeyAtHand } from './provider-key';
import { registeredRedirectUri } from '../records/redirect-uri';
import { packFor } from './register-provider';

/** A provider for a list and for the pages of a consent. */
export function viewProvider(
  deps: Pick<ProviderDeps, 'credentials'>,
  profile: ProviderProfile,
  offeredScopes: readonly string[] | null = null,
): ProviderSummary {
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
    allowances: allowancesOf(profile),
    scopes: profile.scopes,
    offeredScopes: offeredScopes === null ? null : [...offeredScopes],
    isRegisteredOtherwise: changesOf(deps, profile).length > 0,
    authorizationDetailsType,
  };
}

function allowancesOf(profile: ProviderProfile): ProviderSummary['allowances'] {
  const { issuerInErrors, signedAnswer, authorizationDetails } = profile;
  return [
    ...(issuerInErrors === 'may-be-missing' ? (['error-without-issuer'] as const) : []),
    ...(signedAnswer === 'may-be-missing' ? (['unsigned-answer'] as const) : []),
    ...(authorizationDetails === 'left-out' ? (['scopes-alone'] as const) : []),
  ];
}

function changesOf({ credentials }: Pick<ProviderDeps, 'credentials'>, profile: ProviderProfile) {
  const held = credentials.get(profile.credentialId);
  const certificatePem = held.ok ? (held.value?.certificatePem ?? null) : null;
  return changedSince(profile, certificatePem, registeredRedirectUri(profile));
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
    changed: [...changesOf(deps, profile)],
    registeredKeys:
      profile.registered?.keys.map(({ kid, 'x5t#S256': thumbprint }) => ({ kid, 'x5t#S256': thumbprint })) ??
      null,
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
  const {
    providerId: _id,
    siteUrl: _site,
    credentialId: _key,
    registered: _registered,
    origin: _origin,
    userAgent: _agent,
    pinnedCertificateSha256: _pin,
    ...draft
  } = profile;
  return draft;
}
