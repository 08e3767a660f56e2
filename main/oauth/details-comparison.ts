import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { ConsentDifference } from '../../preload/contract/consent-shapes';

/** The terms of a consent in one shape, wherever they were read: request, token answer or consent grant. */
export interface ConsentTerms {
  readonly durationType: string | null;
  readonly durationDays: number | null;
  readonly lookbackDays: number | null;
  /** Cluster names, each once. */
  readonly clusters: readonly string[];
}

/** From the least to the most that a duration type allows. */
const DURATION_ORDER: readonly string[] = ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'];

/** The terms that were asked for. */
export function termsOfRequest([{ consentRequest }]: AuthorizationDetails): ConsentTerms {
  return {
    durationType: consentRequest.durationType,
    durationDays: consentRequest.durationPeriod ?? null,
    lookbackDays: consentRequest.lookbackPeriod,
    clusters: [...new Set(consentRequest.resources.flatMap(({ dataClusters }) => dataClusters))],
  };
}

/**
 * Tells how a grant differs from the request. A member that the provider does not mention is as asked for.
 *
 * @see RFC 9396 section 7: the token response tells what was granted, and it may differ
 */
export function compareTerms(requested: ConsentTerms, granted: ConsentTerms): readonly ConsentDifference[] {
  return [
    ...compareDurationType(requested.durationType, granted.durationType),
    ...comparePeriod('durationPeriod', requested.durationDays, granted.durationDays),
    ...comparePeriod('lookbackPeriod', requested.lookbackDays, granted.lookbackDays),
    ...compareClusters(requested.clusters, granted.clusters),
  ];
}

function compareDurationType(requested: string | null, granted: string | null): readonly ConsentDifference[] {
  if (granted === null || granted === requested) return [];
  const [before, after] = [DURATION_ORDER.indexOf(requested ?? ''), DURATION_ORDER.indexOf(granted)];
  const direction = before < 0 || after < 0 ? 'different' : after > before ? 'wider' : 'narrower';
  return [{ what: 'durationType', cluster: null, requested, granted, direction }];
}

function comparePeriod(
  what: 'durationPeriod' | 'lookbackPeriod',
  requested: number | null,
  granted: number | null,
): readonly ConsentDifference[] {
  if (granted === null || requested === null || granted === requested) return [];
  const direction = granted > requested ? 'wider' : 'narrower';
  return [{ what, cluster: null, requested: String(requested), granted: String(granted), direction }];
}

function compareClusters(
  requested: readonly string[],
  granted: readonly string[],
): readonly ConsentDifference[] {
  const missing = requested.filter((cluster) => !granted.includes(cluster));
  const added = granted.filter((cluster) => !requested.includes(cluster));
  const difference = (cluster: string, direction: 'narrower' | 'wider'): ConsentDifference => ({
    what: 'cluster',
    cluster,
    requested: direction === 'narrower' ? cluster : null,
    granted: direction === 'wider' ? cluster : null,
    direction,
  });
  return [
    ...missing.map((cluster) => difference(cluster, 'narrower')),
    ...added.map((cluster) => difference(cluster, 'wider')),
  ];
}

/**
 * The scopes that were given without having been asked for. A provider that says nothing gave what was asked.
 *
 * @see RFC 6749 section 3.3
 */
export function scopesBeyond(asked: string, granted: string | null): readonly string[] {
  const known = new Set(asked.split(' '));
  return (granted ?? '').split(' ').filter((scope) => scope !== '' && !known.has(scope));
}
