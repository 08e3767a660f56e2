import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import { CLUSTERS, isCluster } from '../../preload/contract/consent-vocabulary';
import { PURPOSES } from '../../preload/contract/purposes';
import { type ConsentTerms, NOTHING_SAID, type TermResource, termsOfRequest } from '../oauth/consent-terms';

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

/** Scopes of a provider that says no more of a grant, space-delimited; null where they are not known. */
export interface ScopesOfGrant {
  readonly asked: string | null;
  readonly granted: string;
}

/**
 * What the scopes of a token answer say of the clusters that were asked for. They say nothing of a cluster whose scope
 * was not asked for, nor of how long and how far back.
 *
 * @returns null where no scope of FDX is among them, because those of a provider's own mean what it likes
 * @see FDX API 6.x OAuth scopes, in FDX 5 the names of the clusters; RFC 6749 section 5.1
 */
export function termsOfScopes(requested: AuthorizationDetails, scopes: ScopesOfGrant): ConsentTerms | null {
  const [asked, granted] = [scopes.asked, scopes.granted].map((list) => new Set((list ?? '').split(' ')));
  const has = (list: ReadonlySet<string> | undefined, cluster: string) =>
    list?.has(cluster) === true || (isCluster(cluster) && list?.has(CLUSTERS[cluster].scope) === true);
  const resources = termsOfRequest(requested).resources ?? [];
  const names = resources.flatMap(({ clusters }) => clusters ?? []);
  if (!names.some((cluster) => has(asked, cluster) || has(granted, cluster))) return null;
  const readResource = ({ resourceType, clusters }: TermResource): readonly TermResource[] => {
    const said = {
      resourceType,
      resourceId: null,
      clusters: (clusters ?? []).filter((one) => has(granted, one)),
    };
    const isAllSaid = (clusters ?? []).every((one) => has(asked, one) || has(granted, one));
    return isAllSaid ? [said] : [said, { resourceType, resourceId: null, clusters: null }];
  };
  return { ...NOTHING_SAID, resources: resources.flatMap(readResource) };
}
