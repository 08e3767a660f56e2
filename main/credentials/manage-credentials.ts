import type { CredentialSummary, NewKeyKind } from '../../preload/contract/credential-shapes';
import type { Failure } from '../../preload/contract/failure';
import { fail, ok, type Result } from '../../preload/contract/result';
import type { Credential } from '../records/credential';
import type { ProviderProfile } from '../records/provider-profile';
import type { CredentialStore } from '../vault/credential-store';
import { nameOfSubject, readCertificateFacts } from './certificate-facts';
import { makeAndKeep } from './create-credential';
import { publicJwks } from './public-jwks';
import { registeredKey } from './registered';

/** The provider profiles as this folder needs them: each names the credential that it was registered with. */
interface CredentialUsers {
  readonly list: () => readonly ProviderProfile[];
  readonly put: (profile: ProviderProfile) => Promise<Result<null, Failure>>;
}

/** What the use cases of credentials need. */
export interface CredentialDeps {
  readonly credentials: CredentialStore;
  readonly profiles: CredentialUsers;
  readonly nowMs: () => number;
}

const UNKNOWN: Failure = { kind: 'bad-request', field: 'credentialId' };

/** Makes a credential and keeps it. */
export function makeCredential(
  deps: CredentialDeps,
  order: { readonly kind: NewKeyKind; readonly name: string },
): Promise<Result<Credential, Failure>> {
  return makeAndKeep(deps, { ...order, outlivesProviders: true });
}

/**
 * Makes a credential beside one that it is to replace. Providers go on with the old one until the switch.
 *
 * @returns `bad-request` when it is being replaced already, or belongs to a provider that this app registered
 *   itself with: that one gets a new registration when its credential ends
 * @see RFC 7517 section 5 (a set with the old and the new key); FAPI 2.0 Security Profile section 5.6.3
 */
export async function replaceCredential(
  deps: CredentialDeps,
  { credentialId, kind }: { readonly credentialId: string; readonly kind: NewKeyKind },
): Promise<Result<Credential, Failure>> {
  const held = deps.credentials.list();
  if (!held.ok) return held;
  const old = held.value.find((one) => one.credentialId === credentialId);
  const isBeingReplaced = held.value.some(({ replaces }) => replaces === credentialId);
  if (old === undefined || isBeingReplaced || hasSelfRegistered(deps, credentialId)) return fail(UNKNOWN);
  const facts = readCertificateFacts(old.certificatePem);
  const name = facts.ok ? nameOfSubject(facts.value.subject).slice(0, 64) : 'Countersign';
  const { outlivesProviders } = old;
  return makeAndKeep(deps, { kind, name, replaces: credentialId, outlivesProviders });
}

/**
 * Lets every profile of the old credential use the one that replaces it, then deletes the old one.
 *
 * Each step is on disk before the next, and the old credential goes last: cut off in the middle, both are
 * still held and the switch can be made again.
 *
 * @param credentialId of the new one
 */
export async function switchCredential(
  deps: CredentialDeps,
  credentialId: string,
): Promise<Result<null, Failure>> {
  const { credentials, profiles } = deps;
  const found = credentials.get(credentialId);
  if (!found.ok) return found;
  const old = found.value?.replaces;
  if (found.value === null || old === undefined || hasSelfRegistered(deps, old)) return fail(UNKNOWN);
  for (const profile of usersOf(deps, old)) {
    // A key id that somebody chose was the old key's; the new one was published by its thumbprint.
    const signingKid = profile.signingKid === '' ? '' : null;
    // The person says by the switch that the providers have the new key set.
    const moved = await profiles.put({
      ...profile,
      credentialId,
      signingKid,
      registered: withKey(profile.registered, found.value.certificatePem),
    });
    if (!moved.ok) return moved;
  }
  const deleted = await credentials.delete(old);
  if (!deleted.ok) return deleted;
  const { replaces: _old, ...standsAlone } = found.value;
  return credentials.put(standsAlone);
}

/** Deletes a credential, unless profiles use it. @returns those profiles; none when it is gone */
export async function deleteCredential(
  deps: CredentialDeps,
  credentialId: string,
): Promise<Result<CredentialSummary['usedBy'], Failure>> {
  const usedBy = viewUsers(deps, credentialId);
  if (usedBy.length > 0) return ok(usedBy);
  const deleted = await deps.credentials.delete(credentialId);
  return deleted.ok ? ok([]) : deleted;
}

/**
 * The public JWKS of a credential: with it the one that replaces it, or that it replaces, because a provider
 * has to know both until the switch.
 *
 * @returns JSON text, two spaces deep
 */
export function publicKeySet(deps: CredentialDeps, credentialId: string): Result<string, Failure> {
  const held = deps.credentials.list();
  if (!held.ok) return held;
  const mine = held.value.find((one) => one.credentialId === credentialId);
  if (mine === undefined) return fail(UNKNOWN);
  // The one in use comes first: a provider that takes only one key takes that one.
  const inOrder = credentialsToKnow(held.value, mine).toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  const jwks = publicJwks(inOrder.map(({ certificatePem }) => certificatePem));
  return ok(JSON.stringify(jwks, null, 2));
}

/** The profiles that use a credential, as a window shows them. */
export function viewUsers(deps: CredentialDeps, credentialId: string): CredentialSummary['usedBy'] {
  return usersOf(deps, credentialId).map(({ providerId, name, origin }) => ({
    providerId,
    name,
    isSandbox: origin === 'app', // where the app registered itself, nobody else can tell of another key
  }));
}

function usersOf({ profiles }: CredentialDeps, credentialId: string): readonly ProviderProfile[] {
  return profiles.list().filter((profile) => profile.credentialId === credentialId);
}

function withKey(registered: ProviderProfile['registered'], certificatePem: string) {
  return registered === null
    ? null
    : { ...registered, keys: [registeredKey(certificatePem), ...registered.keys].slice(0, 50) };
}

function hasSelfRegistered(deps: CredentialDeps, credentialId: string): boolean {
  return viewUsers(deps, credentialId).some(({ isSandbox }) => isSandbox);
}

/**
 * The credentials that a provider has to know while one is in use: itself, then the one that replaces it or
 * that it replaces, until the switch.
 *
 * @param all every credential that is held
 * @see RFC 7517 section 5 (a set with the old and the new key)
 */
export function credentialsToKnow(all: readonly Credential[], mine: Credential): readonly Credential[] {
  const isOther = (one: Credential) =>
    one.replaces === mine.credentialId || one.credentialId === mine.replaces;
  return [mine, ...all.filter(isOther)];
}
