import type { Failure } from '../../preload/contract/failure';
import type { KeyChoice } from '../../preload/contract/provider-shapes';
import { fail, ok, type Result } from '../../preload/contract/result';
import { makeAndKeep } from '../credentials/create-credential';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import type { ProfileStore } from './profile-store';

export interface KeyDeps {
  readonly credentials: CredentialStore;
  readonly profiles: Pick<ProfileStore, 'list'>;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/**
 * The credential by which a provider is to know this client.
 *
 * @param known the provider as it is kept; null for a new one
 * @returns its id; `key-unusable` for a chosen one that is not held or has ended, `vault-locked` where it
 *   would have to be looked at or made
 */
export async function credentialFor(
  deps: KeyDeps,
  known: Pick<ProviderProfile, 'credentialId'> | null,
  choice: KeyChoice,
): Promise<Result<string, Failure>> {
  switch (choice.kind) {
    case 'held':
      return heldCredential(deps, choice.credentialId);
    case 'new':
      return newCredential(deps);
    case 'keep':
      if (known !== null) return ok(known.credentialId);
      // While the vault is locked nothing can be made. The id of a key that is not there says so later.
      return deps.credentials.list().ok ? newCredential(deps) : ok(deps.newId());
  }
}

/**
 * Whether the key of a provider is deleted with it. It stays while another provider is known by it, and where
 * the person made or imported it: then it did not come with the provider.
 */
export function isKeyDeletedToo(
  { credentials, profiles }: Pick<KeyDeps, 'credentials' | 'profiles'>,
  { providerId, credentialId }: Pick<ProviderProfile, 'providerId' | 'credentialId'>,
): boolean {
  const isShared = profiles
    .list()
    .some((other) => other.providerId !== providerId && other.credentialId === credentialId);
  const held = credentials.get(credentialId);
  return !isShared && !(held.ok && held.value?.outlivesProviders === true);
}

function heldCredential({ credentials, nowMs }: KeyDeps, credentialId: string): Result<string, Failure> {
  const held = credentials.get(credentialId);
  if (!held.ok) return held;
  if (held.value === null) return fail({ kind: 'key-unusable', reason: 'not-held' });
  return held.value.expiresAtMs > nowMs()
    ? ok(credentialId)
    : fail({ kind: 'key-unusable', reason: 'ended' });
}

async function newCredential(deps: KeyDeps): Promise<Result<string, Failure>> {
  const made = await makeAndKeep(deps, { kind: 'ec-p256', name: 'Countersign' });
  return made.ok ? ok(made.value.credentialId) : made;
}

/** The key of a provider, among all that are held: what it has to know depends on the others too. */
export interface KeyAtHand {
  readonly mine: Credential;
  readonly all: readonly Credential[];
}

/** @returns `key-unusable` when the key of a provider is not held, `vault-locked` when nobody can look */
export function keyAtHand(
  { credentials }: Pick<KeyDeps, 'credentials'>,
  { credentialId }: Pick<ProviderProfile, 'credentialId'>,
): Result<KeyAtHand, Failure> {
  const all = credentials.list();
  if (!all.ok) return all;
  const mine = all.value.find((one) => one.credentialId === credentialId);
  return mine === undefined
    ? fail({ kind: 'key-unusable', reason: 'not-held' })
    : ok({ mine, all: all.value });
}
