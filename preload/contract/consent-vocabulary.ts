/**
 * The words of an FDX consent request, as they stand on the wire.
 *
 * @see FDX Consent API 6.x: ConsentRequest, DataCluster, ConsentDurationType, ResourceType
 */

/** The `authorization_details` type of an FDX consent request. @see RFC 9396 section 2 */
export const FDX_DETAIL_TYPE = 'fdx_v1.0';

export const DURATION_TYPES = ['ONE_TIME', 'TIME_BOUND', 'PERSISTENT'] as const;
export type DurationType = (typeof DURATION_TYPES)[number];

export const RESOURCE_TYPES = ['ACCOUNT', 'CUSTOMER', 'DOCUMENT'] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export interface ClusterFacts {
  readonly resourceType: ResourceType;
  /** The FDX v6 scope that goes with the cluster. */
  readonly scope: string;
  /** Whether "how far back" changes what comes for this cluster. */
  readonly hasHistory: boolean;
}

/**
 * The data clusters of FDX 6.3 that a person can be asked for, in the order in which they are read out.
 * Others are lawful on the wire and are carried as opaque names.
 */
export const CLUSTERS = {
  ACCOUNT_BASIC: { resourceType: 'ACCOUNT', scope: 'fdx:accountbasic:read', hasHistory: false },
  ACCOUNT_DETAILED: { resourceType: 'ACCOUNT', scope: 'fdx:accountdetailed:read', hasHistory: false },
  TRANSACTIONS: { resourceType: 'ACCOUNT', scope: 'fdx:transactions:read', hasHistory: true },
  STATEMENTS: { resourceType: 'ACCOUNT', scope: 'fdx:statements:read', hasHistory: true },
  INVESTMENTS: { resourceType: 'ACCOUNT', scope: 'fdx:investments:read', hasHistory: false },
  BILLS: { resourceType: 'ACCOUNT', scope: 'fdx:bills:read', hasHistory: false },
  REWARDS: { resourceType: 'ACCOUNT', scope: 'fdx:rewards:read', hasHistory: false },
  PAYMENT_SUPPORT: { resourceType: 'ACCOUNT', scope: 'fdx:paymentsupport:read', hasHistory: false },
  IMAGES: { resourceType: 'ACCOUNT', scope: 'fdx:images:read', hasHistory: true },
  CUSTOMER_CONTACT: { resourceType: 'CUSTOMER', scope: 'fdx:customercontact:read', hasHistory: false },
  CUSTOMER_PERSONAL: { resourceType: 'CUSTOMER', scope: 'fdx:customerpersonal:read', hasHistory: false },
  TAX: { resourceType: 'DOCUMENT', scope: 'fdx:tax:read', hasHistory: true },
} as const satisfies Record<string, ClusterFacts>;

export type Cluster = keyof typeof CLUSTERS;

/** The clusters in reading order. */
export const CLUSTER_NAMES = Object.keys(CLUSTERS) as readonly Cluster[];

/** Whether a name from the wire is a cluster that has words and a scope here. */
export function isCluster(name: string): name is Cluster {
  return Object.hasOwn(CLUSTERS, name);
}

/** What a cluster gives beside its own. @see FDX UX Guidelines 3.0, data clusters and their key elements */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ACCOUNT_DETAILED', ['ACCOUNT_BASIC', 'BALANCES']],
  ['CUSTOMER_PERSONAL', ['CUSTOMER_CONTACT']],
]);

/** Whether who has the one cluster has the other with it. */
export function includesCluster(larger: string, smaller: string): boolean {
  return larger === smaller || PARTS.get(larger)?.includes(smaller) === true;
}

/** The clusters whose data this version reads. The others may be granted; nothing is fetched of them yet. */
const READ_CLUSTERS: readonly string[] = ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'];

/** Those of some clusters that this version does not read. */
export function notReadYet(clusters: readonly string[]): readonly string[] {
  return clusters.filter((cluster) => !READ_CLUSTERS.includes(cluster));
}
