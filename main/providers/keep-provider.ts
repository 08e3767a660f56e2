import type { Failure } from '../../preload/contract/failure';
import type { KeyChoice, ProviderDraft } from '../../preload/contract/provider-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { ConnectionStore } from '../connections/connection-store';
import type { ProviderClients } from '../connections/provider-clients';
import type { OpenHttp } from '../ports/provider-http';
import { credentialsToKnow } from '../credentials/manage-credentials';
import { registeredKey } from '../credentials/registered';
import type { ProviderProfile } from '../records/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import type { TokenStore } from '../vault/token-store';
import type { ProfileStore } from './profile-store';
import { checkAuthority } from './provider-authority';
import { credentialFor, isKeyDeletedToo, keyAtHand } from './provider-key';

export interface ProviderDeps {
  readonly credentials: CredentialStore;
  readonly profiles: ProfileStore;
  readonly connections: ConnectionStore;
  readonly tokens: TokenStore;
  readonly openHttp: OpenHttp;
  readonly clients: Pick<ProviderClients, 'leave'>;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** A provider that the person added, and may change. The bank that comes with the app is not one. */
export function addedProvider({ profiles }: ProviderDeps, providerId: string): ProviderProfile | null {
  const profile = profiles.get(providerId);
  return profile?.origin === 'person' ? profile : null;
}

/** What a person said of a provider. */
export interface ProviderInput {
  /** Null for a new provider. */
  readonly providerId: string | null;
  readonly draft: ProviderDraft;
  readonly key: KeyChoice;
  /** The person says that the provider knows this client as the draft has it. */
  readonly isKnownThere?: boolean | undefined;
}

/**
 * Keeps what a person said of a provider, with the key that they chose for it.
 *
 * @returns `key-unusable` for a key that is not held or has ended; `bad-request` when the issuer of a provider with consents would change: their tokens belong to the old one
 */
export async function saveProvider(
  deps: ProviderDeps,
  { providerId, draft, key, isKnownThere = false }: ProviderInput,
): Promise<Result<ProviderProfile, Failure>> {
  const authority = checkAuthority(draft.caPem);
  if (!authority.ok) return authority;
  const known = providerId === null ? null : addedProvider(deps, providerId);
  if (providerId !== null && known === null) return fail({ kind: 'provider-unknown' });
  const isMoved = known !== null && known.issuer !== draft.issuer;
  if (isMoved && consentsOf(deps, known.providerId).length > 0)
    return fail({ kind: 'bad-request', field: 'draft.issuer' });

  const credentialId = await credentialFor(deps, known, key);
  if (!credentialId.ok) return credentialId;
  return store(deps, {
    ...draft,
    providerId: known?.providerId ?? deps.newId(),
    siteUrl: known?.siteUrl ?? null,
    credentialId: credentialId.value,
    origin: 'person',
    registered: registeredAs(deps, {
      known: isKnownThere ? null : known,
      draft,
      credentialId: credentialId.value,
    }),
    userAgent: 'system-browser',
    pinnedCertificateSha256: null,
  });
}

interface Saved {
  /** The provider as it was kept; null for one that is new, or said to be known anew. */
  readonly known: ProviderProfile | null;
  readonly draft: ProviderDraft;
  readonly credentialId: string;
}

/**
 * What the provider knows of this client, as far as the person has said: with a client id that is new to us come the
 * keys of today; the same client id is known by the keys of before.
 */
function registeredAs(
  deps: ProviderDeps,
  { known, draft, credentialId }: Saved,
): ProviderProfile['registered'] {
  if (draft.clientId === '') return null;
  const isSame = known !== null && known.clientId === draft.clientId;
  if (isSame && known.registered !== null) return known.registered;
  const key = keyAtHand(deps, { credentialId: isSame ? known.credentialId : credentialId });
  if (!key.ok) return null;
  const keys = credentialsToKnow(key.value.all, key.value.mine).map(({ certificatePem }) =>
    registeredKey(certificatePem),
  );
  return { keys, clientAuthentication: null, redirectUri: null };
}

/** Keeps a copy of a provider under another name. It has the same client id, and so the same key. */
export async function duplicateProvider(
  deps: ProviderDeps,
  providerId: string,
  name: string,
): Promise<Result<ProviderProfile, Failure>> {
  const known = addedProvider(deps, providerId);
  if (known === null) return fail({ kind: 'provider-unknown' });
  return store(deps, { ...known, providerId: deps.newId(), name });
}

/**
 * Deletes a provider with all that belongs to it on this computer: its consents, their tokens, and the key
 * that was made for it, unless another provider uses that. What fails halfway can be tried again.
 */
export async function deleteProvider(deps: ProviderDeps, providerId: string): Promise<Result<null, Failure>> {
  const known = addedProvider(deps, providerId);
  if (known === null) return fail({ kind: 'provider-unknown' });
  for (const { connectionId } of consentsOf(deps, providerId)) {
    const tokensGone = await deps.tokens.delete(connectionId);
    const gone = tokensGone.ok ? await deps.connections.delete(connectionId) : tokensGone;
    if (!gone.ok) return gone;
  }
  deps.clients.leave(providerId);
  const keyGone = isKeyDeletedToo(deps, known) ? await deps.credentials.delete(known.credentialId) : ok(null);
  return keyGone.ok ? deps.profiles.delete(providerId) : keyGone;
}

/** The consents that were given at a provider. */
export function consentsOf({ connections }: ProviderDeps, providerId: string) {
  return connections.list().filter((connection) => connection.providerId === providerId);
}

async function store(
  { profiles }: ProviderDeps,
  profile: ProviderProfile,
): Promise<Result<ProviderProfile, Failure>> {
  const stored = await profiles.put(profile);
  return stored.ok ? ok(profile) : stored;
}
