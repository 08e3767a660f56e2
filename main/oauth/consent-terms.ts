import type { AuthorizationDetails } from '../../preload/contract/authorization-details';
import type { ConsentDifference } from '../../preload/contract/consent-shapes';
import { includesCluster } from '../../preload/contract/consent-vocabulary';

/** Data of one resource, or of all resources of a type. */
export interface TermResource {
  /** `ACCOUNT`, `CUSTOMER`, `DOCUMENT`, or a name of the provider's own; null where it named none. */
  readonly resourceType: string | null;
  /** Null for all resources of the type, as a request has it. */
  readonly resourceId: string | null;
  /** Null where the provider did not say which. */
  readonly clusters: readonly string[] | null;
}

/** The terms of a consent in one shape, wherever they were read. Null is what was not said. */
export interface ConsentTerms {
  readonly durationType: string | null;
  readonly durationDays: number | null;
  readonly lookbackDays: number | null;
  readonly resources: readonly TermResource[] | null;
}

/** Terms of which nothing was said. */
export const NOTHING_SAID: ConsentTerms = {
  durationType: null,
  durationDays: null,
  lookbackDays: null,
  resources: null,
};

/** From the least to the most that a duration type allows. */
const DURATION_ORDER: readonly string[] = ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'];

/** The terms that were asked for. */
export function termsOfRequest([{ consentRequest }]: AuthorizationDetails): ConsentTerms {
  return {
    durationType: consentRequest.durationType,
    durationDays: consentRequest.durationPeriod ?? null,
    lookbackDays: consentRequest.lookbackPeriod,
    resources: consentRequest.resources.map(({ resourceType, dataClusters }) => ({
      resourceType,
      resourceId: null,
      clusters: dataClusters,
    })),
  };
}

/** The names of all clusters, each once. */
export function clustersOf({ resources }: ConsentTerms): readonly string[] {
  return [...new Set((resources ?? []).flatMap(({ clusters }) => clusters ?? []))];
}

/** The longer of two kinds of duration. One that nobody knows may last for ever. */
export function longerDuration(left: string, right: string): string {
  const place = (type: string) =>
    DURATION_ORDER.includes(type) ? DURATION_ORDER.indexOf(type) : DURATION_ORDER.length;
  return place(right) > place(left) ? right : left;
}

/**
 * Tells all in which a grant is not the same as the request, term by term and resource by resource. What the provider
 * left out is neither the same nor another: it is told as `unsaid`.
 *
 * @see RFC 9396 section 7: the token response tells what was granted, and it may differ
 */
export function compareTerms(requested: ConsentTerms, granted: ConsentTerms): readonly ConsentDifference[] {
  return [
    ...compareDuration(requested, granted),
    ...comparePeriod('lookbackPeriod', requested.lookbackDays, granted.lookbackDays),
    ...compareResources(requested.resources ?? [], granted.resources),
  ];
}

const OF_ALL = { cluster: null, resourceType: null, share: null } as const;

function compareDuration(requested: ConsentTerms, granted: ConsentTerms): readonly ConsentDifference[] {
  const type = compareDurationType(requested.durationType, granted.durationType);
  // Of another kind of duration no number of days is missing, and one that is not wanted says nothing.
  const isOtherKind = granted.durationType !== null && granted.durationType !== 'TIME_BOUND';
  if (isOtherKind && granted.durationDays === null) return type;
  return [...type, ...comparePeriod('durationPeriod', requested.durationDays, granted.durationDays)];
}

function compareDurationType(requested: string | null, granted: string | null): readonly ConsentDifference[] {
  if (granted === requested) return [];
  const what = 'durationType';
  if (granted === null) return [{ ...OF_ALL, what, requested, granted, direction: 'unsaid' }];
  const [before, after] = [DURATION_ORDER.indexOf(requested ?? ''), DURATION_ORDER.indexOf(granted)];
  const direction = before < 0 || after < 0 ? 'different' : after > before ? 'wider' : 'narrower';
  return [{ ...OF_ALL, what, requested, granted, direction }];
}

function comparePeriod(
  what: 'durationPeriod' | 'lookbackPeriod',
  requested: number | null,
  granted: number | null,
): readonly ConsentDifference[] {
  if (requested === null || granted === requested) return [];
  if (granted === null)
    return [{ ...OF_ALL, what, requested: String(requested), granted, direction: 'unsaid' }];
  const direction = granted > requested ? 'wider' : 'narrower';
  return [{ ...OF_ALL, what, requested: String(requested), granted: String(granted), direction }];
}

/** A cluster of a resource type, as the rows of a comparison have them. */
interface Item {
  readonly resourceType: string | null;
  readonly cluster: string;
}

function compareResources(
  requested: readonly TermResource[],
  granted: readonly TermResource[] | null,
): readonly ConsentDifference[] {
  const asked = itemsOf(requested);
  const missing = asked.flatMap((item) => compareItem(item, granted));
  const added = itemsOf(granted ?? []).filter((item) => !asked.some((other) => covers(other, item)));
  return [
    ...missing,
    ...added.map(
      ({ cluster, resourceType }): ConsentDifference => ({
        what: 'cluster',
        cluster,
        resourceType,
        share: null,
        requested: null,
        granted: cluster,
        direction: 'wider',
      }),
    ),
  ];
}

/** What became of one thing that was asked for; nothing where all resources of its type have it. */
function compareItem(item: Item, said: readonly TermResource[] | null): readonly ConsentDifference[] {
  const { cluster, resourceType } = item;
  const row = { what: 'cluster', cluster, resourceType, requested: cluster } as const;
  if (said === null) return [{ ...row, granted: null, share: null, direction: 'unsaid' }];
  const ofType = said.filter((resource) => isOfType(resource, resourceType));
  // A provider may list a resource cluster by cluster.
  const having = new Set(ofType.filter((one) => holds(one, cluster)).map(({ resourceId }) => resourceId));
  // Of a resource without a type nobody knows whether it was to have this one.
  const counted = ofType.filter((one) => one.resourceType !== null || having.has(one.resourceId));
  const others = counted.filter(({ resourceId }) => !having.has(resourceId));
  if (having.has(null) || (having.size > 0 && others.length === 0)) return [];
  const total = new Set(counted.map(({ resourceId }) => resourceId)).size;
  const share = having.size === 0 ? null : { granted: having.size, total };
  const isOpen = (share === null ? ofType : others).some(({ clusters }) => clusters === null);
  const granted = share === null ? partOf(cluster, ofType) : cluster;
  return [{ ...row, granted, share, direction: isOpen ? 'unsaid' : 'narrower' }];
}

// By name, because a provider may list very many.
function itemsOf(resources: readonly TermResource[]): readonly Item[] {
  const items = resources.flatMap(({ resourceType, clusters }) =>
    (clusters ?? []).map((cluster) => ({ resourceType, cluster })),
  );
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function holds({ clusters }: TermResource, cluster: string): boolean {
  return clusters?.some((one) => includesCluster(one, cluster)) === true;
}

/** A smaller cluster that was granted in place of one that was asked for. */
function partOf(cluster: string, resources: readonly TermResource[]): string | null {
  const granted = resources.flatMap(({ clusters }) => clusters ?? []);
  return granted.find((one) => includesCluster(cluster, one)) ?? null;
}

/** Whether what was asked for allows what was granted. */
function covers(asked: Item, granted: Item): boolean {
  return includesCluster(asked.cluster, granted.cluster) && isOfType(granted, asked.resourceType);
}

// A provider that names no type leaves it open, which is not another one.
function isOfType({ resourceType }: { readonly resourceType: string | null }, type: string | null): boolean {
  return resourceType === null || resourceType === type;
}
