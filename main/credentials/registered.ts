import type { Failure } from '../../preload/contract/failure';
import type { RegistrationChange } from '../../preload/contract/provider-shapes';
import type { ProviderProfile, RegisteredKey } from '../records/provider-profile';
import { subjectDistinguishedName } from './distinguished-name';
import { publicJwk } from './public-jwks';

/** A certificate as it is kept with the profile that was registered with it. */
export function registeredKey(certificatePem: string): RegisteredKey {
  const { kid, 'x5t#S256': thumbprint } = publicJwk(certificatePem);
  return { kid, 'x5t#S256': thumbprint, subject: subjectDistinguishedName(certificatePem) };
}

type Registered = Pick<
  ProviderProfile,
  'clientId' | 'clientAuthentication' | 'redirect' | 'registered' | 'issuer'
>;

/**
 * What is not as it was registered any more, so that the provider may refuse this client.
 *
 * @param certificatePem of the key in use; null while it is not at hand, and then nothing is said of it
 * @param redirectUri as it would be registered now
 * @returns nothing for a client that was never registered, or of which nobody noted how
 */
export function changedSince(
  { clientId, clientAuthentication, registered }: Registered,
  certificatePem: string | null,
  redirectUri: string,
): readonly RegistrationChange[] {
  if (clientId === '' || registered === null) return [];
  const mine = certificatePem === null ? null : registeredKey(certificatePem);
  const isKnown = mine === null || registered.keys.some((one) => isSame(one, mine, clientAuthentication));
  const { clientAuthentication: way, redirectUri: place } = registered;
  return [
    ...(isKnown ? [] : (['key'] as const)),
    ...(way === null || way === clientAuthentication ? [] : (['method'] as const)),
    ...(place === null || place === redirectUri ? [] : (['redirect'] as const)),
  ];
}

/** By what a provider knows a key depends on how the client proves itself. @see RFC 8705 section 2; RFC 7523 section 3 */
function isSame(
  one: RegisteredKey,
  other: RegisteredKey,
  way: ProviderProfile['clientAuthentication'],
): boolean {
  switch (way) {
    case 'self_signed_tls_client_auth':
      return one['x5t#S256'] === other['x5t#S256'];
    case 'tls_client_auth':
      return one.subject === other.subject;
    case 'private_key_jwt':
      return one.kid === other.kid;
  }
}

/** Codes by which providers say that they do not know a client, or not so. @see RFC 6749 section 5.2; RFC 9126 section 2.3 */
const UNKNOWN_CLIENT: readonly string[] = ['invalid_client', 'unauthorized_client'];
const OTHER_REDIRECT: readonly string[] = ['invalid_request', 'invalid_redirect_uri', ...UNKNOWN_CLIENT];

interface RefusedClient {
  readonly profile: Pick<ProviderProfile, 'clientAuthentication'>;
  readonly changed: readonly RegistrationChange[];
}

/**
 * Says of a refusal that it comes of what has changed since the registration; where nothing has, that the client which
 * is not known had signed a statement, so that the ID of its key may be the reason.
 */
export function explainRefusal(failure: Failure, { profile, changed }: RefusedClient): Failure {
  if (failure.kind !== 'provider-refused') return failure;
  const { providerName, stage, code, description } = failure;
  const isMeant = ({ length }: readonly string[], codes: readonly string[]) =>
    length > 0 && codes.includes(code);
  const others = changed.filter((one) => one !== 'redirect');
  const isOurs =
    isMeant(others, UNKNOWN_CLIENT) || isMeant(changed, changed.includes('redirect') ? OTHER_REDIRECT : []);
  if (isOurs)
    return { kind: 'registration-outdated', providerName, stage, changed: [...changed], code, description };
  const isSigned = code === 'invalid_client' && profile.clientAuthentication === 'private_key_jwt';
  return isSigned ? { ...failure, bySignedStatement: true } : failure;
}
