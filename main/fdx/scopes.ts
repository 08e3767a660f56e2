import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import { CLUSTERS, isCluster } from '../../preload/contract/consent-vocabulary';
import { PURPOSES } from '../../preload/contract/purposes';

/**
 * The scopes that go with the clusters of a request, in the request's order, each once.
 *
 * @returns a space-delimited list; empty when no cluster has a scope of its own
 * @see FDX API 6.x OAuth scopes; RFC 6749 section 3.3
 */
export function scopesFor([{ consentRequest }]: AuthorizationDetails): string {
  const clusters = consentRequest.resources.flatMap(({ dataClusters }) => dataClusters);
  const scopes = clusters.filter(isCluster).map((cluster) => CLUSTERS[cluster].scope);
  return [...new Set(scopes)].join(' ');
}

/** The scopes of all clusters that can be asked for. */
export function allScopes(): readonly string[] {
  return Object.values(CLUSTERS).map(({ scope }) => scope);
}

/** The scopes of what the purposes cannot be served without, each once. */
export function neededScopes(): readonly string[] {
  const clusters = Object.values(PURPOSES).flatMap(({ needed }) => [...needed]);
  return [...new Set(clusters.map((cluster) => CLUSTERS[cluster].scope))];
}
