import { type Cluster, CLUSTERS } from '../../preload/contract/consent-vocabulary';
import type { RequestedConsent } from './authorization-details';

/** Scopes that say how a request is made, not what data it is about. */
const PROTOCOL_SCOPES = new Set(['openid', 'offline_access']);

/** Every data scope of this bank, in the order of the clusters. */
export const DATA_SCOPES: readonly string[] = Object.values(CLUSTERS).map(({ scope }) => scope);

/** The clusters of a consent, whatever resource they stand under. */
export function clustersOf({ resources }: Pick<RequestedConsent, 'resources'>): readonly Cluster[] {
  return resources.flatMap(({ dataClusters }) => dataClusters);
}

/** The data scopes that go with a consent. @see FDX API 6.x, FdxOauthScope */
export function scopesOf(consent: Pick<RequestedConsent, 'resources'>): readonly string[] {
  return clustersOf(consent).map((cluster) => CLUSTERS[cluster].scope);
}

/**
 * Why the scopes of a request don't go with its consent, or null. They must say the same:
 * a scope without its cluster asks for more than the person is shown.
 *
 * @param scope the parameter as it came; when it names no data scope, the clusters alone say what is asked
 */
export function whyScopeDiffers(scope: string | undefined, consent: RequestedConsent): string | null {
  const asked = (scope ?? '').split(' ').filter((name) => name !== '' && !PROTOCOL_SCOPES.has(name));
  const needed = scopesOf(consent);
  const stranger = asked.find((name) => !needed.includes(name));
  if (stranger !== undefined) return `scope: ${stranger} goes with no data cluster of this request`;
  const missing = asked.length === 0 ? undefined : needed.find((name) => !asked.includes(name));
  return missing === undefined ? null : `scope: ${missing} is missing for a data cluster of this request`;
}

/** The scope a request stands for: what it says, with the data scopes added when it left them out. */
export function completeScope(scope: string | undefined, consent: RequestedConsent): string {
  return [...new Set([...(scope ?? '').split(' ').filter(Boolean), ...scopesOf(consent)])].join(' ');
}
