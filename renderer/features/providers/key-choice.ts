import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import type { SigningAlgorithm } from '../../../preload/contract/provider-offer';
import type { KeyChoice, KeyNames, NamedKey } from '../../../preload/contract/provider-shapes';
import { isSandboxKey } from '../../parts/key-words';
import type { ProviderForm } from './provider-form';

/** The choice of a key that is made when the provider is saved. */
export const NEW_KEY = 'new';

/** The choice of a known provider whose key cannot be used: nothing changes. */
export const AS_IT_IS = 'as-it-is';

/** What is known of a provider's key before the person has chosen one. */
export interface KeyWish {
  /** The key that the provider has; null for a new provider. */
  readonly currentId: string | null;
  /** The key that a profile names; null where none does. */
  readonly named: NamedKey | null;
  /** The keys that were registered with the client id; null where nobody noted them. */
  readonly registered: readonly KeyNames[] | null;
  /** The client id that they were registered with. */
  readonly clientId: string;
}

/** A provider of which nobody has said which key it knows. */
export const NO_WISH: KeyWish = {
  currentId: null,
  named: null,
  registered: null,
  clientId: '',
};

/** One line of the list. */
export interface KeyOption {
  /** {@link NEW_KEY}, {@link AS_IT_IS}, or the id of a credential. */
  readonly value: string;
  readonly credential: CredentialSummary | null;
}

/** The keys that can be chosen for a provider, and the one that is. */
export interface KeyField {
  readonly options: readonly KeyOption[];
  readonly selected: string;
  /** What is saved. */
  readonly choice: KeyChoice;
  /** The chosen key; null for one that is yet to be made, or cannot be used. */
  readonly credential: CredentialSummary | null;
  /** How the chosen key signs; null while nobody knows. */
  readonly signingAlgorithm: SigningAlgorithm | null;
  /** Whether it is another key than the provider has. */
  readonly isChanged: boolean;
  /** What became of the key that a profile names. */
  readonly named: 'here' | 'ended' | 'elsewhere' | 'none';
  /** Who else is known by the chosen key. */
  readonly sharedWith: CredentialSummary['usedBy'];
}

/**
 * Works out the field for the key of a provider.
 *
 * @param keys every key that is held; null while they cannot be read, and then nothing can be chosen
 * @param chosen what the person chose; empty before they did
 */
export function viewKeys(
  keys: readonly CredentialSummary[] | null,
  wish: Pick<KeyWish, 'currentId' | 'named'>,
  chosen: string,
): KeyField {
  const usable = (keys ?? [])
    .filter((key) => key.validity !== 'ended' && !isSandboxKey(key))
    .toSorted((left, right) => right.createdAtMs - left.createdAtMs);
  const isLost = wish.currentId !== null && !usable.some((key) => key.credentialId === wish.currentId);
  const options: readonly KeyOption[] = [
    ...(isLost ? [{ value: AS_IT_IS, credential: null }] : []),
    { value: NEW_KEY, credential: null },
    ...usable.map((credential) => ({ value: credential.credentialId, credential })),
  ];
  const { found, named } = findNamed(keys ?? [], usable, wish.named);
  const preset = wish.currentId === null ? (found ?? NEW_KEY) : isLost ? AS_IT_IS : wish.currentId;
  const selected = options.some(({ value }) => value === chosen) ? chosen : preset;
  const credential = usable.find((key) => key.credentialId === selected) ?? null;
  return {
    options,
    selected,
    choice: keys === null ? { kind: 'keep' } : choiceOf(selected),
    credential,
    signingAlgorithm: keys === null || selected === AS_IT_IS ? null : algorithmOf(credential),
    isChanged: keys !== null && wish.currentId !== null && ![AS_IT_IS, wish.currentId].includes(selected),
    named,
    sharedWith: wish.currentId === selected ? [] : (credential?.usedBy ?? []),
  };
}

function choiceOf(selected: string): KeyChoice {
  if (selected === NEW_KEY) return { kind: 'new' };
  return selected === AS_IT_IS ? { kind: 'keep' } : { kind: 'held', credentialId: selected };
}

/** A new key is EC P-256. @see RFC 7518 section 3.1 */
function algorithmOf(credential: CredentialSummary | null): SigningAlgorithm {
  return credential?.keyKind === 'rsa' ? 'PS256' : 'ES256';
}

// The certificate tells exactly which one is meant; the key alone may have got another certificate since.
function findNamed(
  keys: readonly CredentialSummary[],
  usable: readonly CredentialSummary[],
  wanted: NamedKey | null,
): { readonly found: string | null; readonly named: KeyField['named'] } {
  if (wanted === null) return { found: null, named: 'none' };
  const isMeant = ({ thumbprint, keyId }: CredentialSummary) =>
    thumbprint === wanted['x5t#S256'] || keyId === wanted.kid;
  const found =
    usable.find(({ thumbprint }) => thumbprint === wanted['x5t#S256']) ?? usable.find(isMeant) ?? null;
  if (found !== null) return { found: found.credentialId, named: 'here' };
  return { found: null, named: keys.some(isMeant) ? 'ended' : 'elsewhere' };
}

interface Chosen {
  readonly keys: Pick<KeyField, 'credential' | 'isChanged'>;
  readonly wish: Pick<KeyWish, 'registered' | 'clientId'>;
  readonly form: Pick<ProviderForm, 'clientId' | 'clientAuthentication'>;
}

/**
 * Whether a key was chosen that the provider was not told of, under the client id that it gave us. Where it knows
 * the name on a certificate that an authority issued, another certificate may have the same.
 */
export function isOtherThanRegistered({ keys, wish, form }: Chosen): boolean {
  if (!keys.isChanged || wish.clientId === '' || form.clientId.trim() !== wish.clientId) return false;
  if (form.clientAuthentication === 'tls_client_auth') return false;
  if (keys.credential === null) return true;
  const { keyId, thumbprint } = keys.credential;
  const isKnown = (one: KeyNames) =>
    form.clientAuthentication === 'private_key_jwt' ? one.kid === keyId : one['x5t#S256'] === thumbprint;
  return wish.registered !== null && !wish.registered.some(isKnown);
}
