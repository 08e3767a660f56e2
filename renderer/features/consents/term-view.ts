import type { ConsentDetail, ConsentDifference } from '../../../preload/contract/consent-shapes';
import { CLUSTER_NAMES, isCluster, includesCluster } from '../../../preload/contract/consent-vocabulary';
import { clusterName } from '../../../preload/contract/consent-wording';
import type { Phrase } from '../../ui/words';

type Terms = ConsentDetail['requested'];

/** What stands in a cell: words, or a day. */
export type TermCell =
  | { readonly kind: 'words'; readonly phrase: Phrase }
  | { readonly kind: 'day'; readonly atMs: number };

/** One line of "asked for and granted". */
export interface TermRow {
  readonly key: string;
  readonly item: Phrase;
  /** Which resources it is of, where the same item has a line for others too. */
  readonly where: Phrase | null;
  /** Its name on the wire, for the developer depth. */
  readonly wireName: string;
  readonly requested: TermCell;
  readonly granted: TermCell;
  /** `unknown`: the provider did not say, so nobody can tell. */
  readonly difference: 'none' | 'unknown' | Exclude<ConsentDifference['direction'], 'unsaid'>;
}

/** A line that stands for a cluster. */
export interface ClusterRow extends TermRow {
  readonly cluster: string;
  /** Whether any of it is shared. */
  readonly isShared: boolean;
  /** "for 1 of 3 accounts"; null where it is not for some of them alone. */
  readonly share: Phrase | null;
}

const words = (phrase: Phrase): TermCell => ({ kind: 'words', phrase });
const UNSAID = words({ id: 'consents.terms.unsaid' });

/** Lays what was asked for beside what was granted. */
export function viewTerms(detail: ConsentDetail): readonly TermRow[] {
  const { requested } = detail;
  const granted = isSaid(detail) ? detail.granted : NOTHING_SAID;
  const expiry = detail.differences.find(({ what }) => what === 'expirationTime');
  const scope = detail.differences.find(({ what }) => what === 'scope');
  return [
    ...viewClusters(detail),
    {
      key: 'duration',
      item: { id: 'consents.terms.duration' },
      where: null,
      wireName: 'durationType, durationPeriod',
      requested: viewDuration(requested) ?? UNSAID,
      granted: viewDuration(granted) ?? unsaidBy(detail),
      difference: differenceIn(detail, granted.durationType, ['durationPeriod', 'durationType']),
    },
    {
      key: 'lookback',
      item: { id: 'consents.terms.lookback' },
      where: null,
      wireName: 'lookbackPeriod',
      requested: viewDays(requested.lookbackDays) ?? UNSAID,
      granted: viewDays(granted.lookbackDays) ?? unsaidBy(detail),
      difference: differenceIn(detail, granted.lookbackDays, ['lookbackPeriod']),
    },
    ...(expiry === undefined ? [] : [viewExpiry(expiry)]),
    ...(scope === undefined ? [] : [viewScope(scope)]),
  ];
}

/** How much differs, in one sentence. */
export function viewTermsSummary(
  { grantedBy, status }: Pick<ConsentDetail, 'grantedBy' | 'status'>,
  rows: readonly TermRow[],
): Phrase {
  if (grantedBy === 'nobody')
    return { id: status === 'UNREAD' ? 'consents.terms.not-read' : 'consents.terms.not-told' };
  const differing = rows.filter(({ difference }) => difference !== 'none' && difference !== 'unknown');
  if (differing.length > 0) return { id: 'consents.terms.differs', values: { count: differing.length } };
  const isAllSaid = rows.every(({ difference }) => difference === 'none');
  return { id: isAllSaid ? 'consents.terms.same' : 'consents.terms.same-where-said' };
}

/** What the bank left open, piece by piece; nothing where it left nothing open, or everything. */
export function viewLeftOpen(
  { grantedBy }: Pick<ConsentDetail, 'grantedBy'>,
  rows: readonly TermRow[],
): readonly Phrase[] {
  if (grantedBy === 'nobody') return [];
  const open = rows.filter(({ difference }) => difference === 'unknown');
  return [
    ...open.filter(isClusterRow).map(({ item }) => item),
    ...open.flatMap(({ key }) =>
      key === 'duration' || key === 'lookback' ? [{ id: `consents.terms.open.${key}` } as const] : [],
    ),
  ];
}

/** The lines of what is shared, without those of how long and how far back. */
export function isClusterRow(row: TermRow): row is ClusterRow {
  return 'cluster' in row;
}

/** What has to be said of an item in the list of what was granted; null where it was granted as asked for. */
export function viewGrantedNote({ difference, share }: ClusterRow): Phrase | null {
  if (difference === 'none') return null;
  if (share !== null) return share;
  return {
    id: difference === 'narrower' ? 'consents.granted.not-shared' : `consents.difference.${difference}`,
  };
}

/** Whether anybody said what was granted. */
function isSaid({ grantedBy }: Pick<ConsentDetail, 'grantedBy'>): boolean {
  return grantedBy !== 'nobody';
}

const NOTHING_SAID: Terms = {
  durationType: null,
  durationSaid: null,
  durationDays: null,
  lookbackDays: null,
  clusters: [],
};

/** What stands where nothing was said. */
function unsaidBy({ grantedBy, status }: Pick<ConsentDetail, 'grantedBy' | 'status'>): TermCell {
  const isUnread = grantedBy === 'nobody' && status === 'UNREAD';
  return words({ id: isUnread ? 'consents.read.never' : 'consents.unsaid' });
}

function viewClusters(detail: ConsentDetail): readonly ClusterRow[] {
  const told = detail.differences.filter(({ what }) => what === 'cluster');
  const asked = told.filter(({ requested }) => requested !== null).map(({ cluster }) => cluster);
  const named = told.map(({ cluster }) => cluster);
  const rows: readonly ClusterFacts[] = [
    ...told,
    ...detail.requested.clusters.filter((cluster) => !asked.includes(cluster)).map(untold(detail)),
    ...detail.granted.clusters
      .filter((cluster) => !named.includes(cluster) && !isAskedFor(detail, cluster))
      .map(untold(detail)),
  ];
  // One item of two types of resources has two lines, and only they have to say which is which.
  const isTwice = (name: string | null) => rows.filter(({ cluster }) => cluster === name).length > 1;
  return rows
    .map((row) => viewCluster(detail, row, isTwice(row.cluster)))
    .sort((left, right) => readingOrder(left.cluster) - readingOrder(right.cluster));
}

type ClusterFacts = Omit<ConsentDifference, 'what' | 'direction'> & {
  readonly direction: ConsentDifference['direction'] | 'none';
};

/** A cluster of which main tells no difference: it is the same if it stands on both sides. */
function untold(detail: ConsentDetail): (cluster: string) => ClusterFacts {
  return (cluster) => {
    const requested = detail.requested.clusters.includes(cluster) ? cluster : null;
    const granted = detail.granted.clusters.some((one) => includesCluster(one, cluster)) ? cluster : null;
    const direction = requested === granted ? 'none' : granted === null ? 'narrower' : 'wider';
    const facts = { cluster, resourceType: null, share: null, requested };
    return isSaid(detail)
      ? { ...facts, granted, direction }
      : { ...facts, granted: null, direction: 'unsaid' };
  };
}

function viewCluster(detail: ConsentDetail, row: ClusterFacts, isTwice: boolean): ClusterRow {
  const { direction, requested, granted } = row;
  const cluster = row.cluster ?? '';
  const type = row.resourceType ?? '';
  const name = isTwice ? `${type} ${cluster}`.trim() : cluster;
  const share = row.share === null ? null : viewShare(row.share, type);
  const presence = direction === 'unsaid' ? unsaidBy(detail) : viewGranted(requested, granted);
  return {
    key: name,
    cluster,
    item: clusterName(cluster),
    where: isTwice && type !== '' ? { id: 'consents.terms.of', values: { type } } : null,
    wireName: name,
    requested: viewPresence(requested !== null),
    granted: share === null ? presence : words(share),
    isShared: granted !== null,
    share,
    difference: toDifference(direction),
  };
}

/** A smaller item that stands in place of the one that was asked for goes by its name. */
function viewGranted(requested: string | null, granted: string | null): TermCell {
  const isPart = requested !== null && granted !== null && granted !== requested;
  return isPart ? words(clusterName(granted)) : viewPresence(granted !== null);
}

/** Whether a cluster was asked for, by its own name or as a part of a larger one. */
function isAskedFor({ requested }: ConsentDetail, cluster: string): boolean {
  return requested.clusters.some((asked) => includesCluster(asked, cluster));
}

function viewShare(share: NonNullable<ConsentDifference['share']>, type: string): Phrase {
  return { id: 'consents.terms.share', values: { ...share, type } };
}

function readingOrder(cluster: string): number {
  return isCluster(cluster) ? CLUSTER_NAMES.indexOf(cluster) : CLUSTER_NAMES.length;
}

function viewPresence(isThere: boolean): TermCell {
  return words({ id: isThere ? 'consents.terms.yes' : 'consents.terms.no' });
}

function viewDuration({ durationType, durationSaid, durationDays }: Terms): TermCell | null {
  if (durationType === null && durationSaid === null) return viewDays(durationDays);
  if (durationType === null)
    return words({ id: 'consents.terms.duration.said', values: { said: durationSaid ?? '' } });
  if (durationType !== 'TIME_BOUND') return words({ id: `consents.terms.${durationType}` });
  return durationDays === null
    ? words({ id: 'consents.terms.TIME_BOUND.open' })
    : words({ id: 'consents.terms.TIME_BOUND', values: { days: durationDays } });
}

function viewDays(days: number | null): TermCell | null {
  return days === null ? null : words({ id: 'consents.terms.days', values: { days } });
}

function viewExpiry({ requested, granted, direction }: ConsentDifference): TermRow {
  return {
    key: 'expiry',
    item: { id: 'consents.terms.expiry' },
    where: null,
    wireName: 'expirationTime',
    requested: viewMoment(requested),
    granted: viewMoment(granted),
    difference: toDifference(direction),
  };
}

function viewScope({ granted, direction }: ConsentDifference): TermRow {
  return {
    key: 'scope',
    item: { id: 'consents.terms.scope' },
    where: null,
    wireName: 'scope',
    requested: words({ id: 'consents.terms.no' }),
    granted: words({ id: 'consents.terms.scope.granted', values: { scopes: granted ?? '' } }),
    difference: toDifference(direction),
  };
}

/** The wire's own writing of a time; what is none is shown as not said. */
function viewMoment(written: string | null): TermCell {
  // A date without a zone is no moment (RFC 3339 section 5.6).
  const isMoment = written !== null && /T.*(?:[Zz]|[+-]\d\d:?\d\d)$/.test(written);
  const atMs = isMoment ? Date.parse(written) : Number.NaN;
  return Number.isNaN(atMs) ? UNSAID : { kind: 'day', atMs };
}

/** What one line says of several members: a difference that is known before one that is not. */
function differenceIn(
  { differences }: ConsentDetail,
  said: string | number | null,
  members: ReadonlyArray<ConsentDifference['what']>,
): TermRow['difference'] {
  const directions = members.flatMap((member) =>
    differences.filter(({ what }) => what === member).map(({ direction }) => direction),
  );
  const known = directions.find((direction) => direction !== 'unsaid') ?? directions[0];
  return toDifference(known ?? (said === null ? 'unsaid' : 'none'));
}

function toDifference(direction: ConsentDifference['direction'] | 'none'): TermRow['difference'] {
  return direction === 'unsaid' ? 'unknown' : direction;
}
