import type { Credential } from '../records/credential';

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
