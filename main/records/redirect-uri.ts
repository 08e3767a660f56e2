import { linkAddress, PRIVATE_USE_SCHEME } from '../../preload/contract/private-use-scheme';
import type { ProviderProfile } from './provider-profile';

/**
 * The redirect URI as it is registered: a random port is left out, because a loopback address stands for
 * itself with every port.
 *
 * @see RFC 8252 sections 7.1 and 7.3
 */
export function registeredRedirectUri({ redirect }: Pick<ProviderProfile, 'redirect'>): string {
  if (redirect.scheme === PRIVATE_USE_SCHEME) return linkAddress(redirect);
  const port = redirect.port === null ? '' : `:${redirect.port}`;
  return `http://${redirect.host}${port}${redirect.path}`;
}
