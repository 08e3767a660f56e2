import type { ConsentDetail, ConsentDifference } from '../../../preload/contract/consent-shapes';
import { CLUSTER_NAMES, isCluster } from '../../../preload/contract/consent-vocabulary';
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
  /** Its name on the wire, for the developer depth. */
  readonly wireName: string;
  readonly requested: TermCell;
  readonly granted: TermCell;
  /** `unknown`: the provider did not say, so nobody can tell. */
  readonly difference: 'none' | 'unknown' | ConsentDifference['direction'];
}

const words = (phrase: Phrase): TermCell => ({ kind: 'words', phrase });
const UNSAID = words({ id: 'consents.terms.unsaid' });

/** Lays what was asked for beside what was granted. */
export function viewTerms(detail: ConsentDetail): readonly TermRow[] {
  const { requested } = detail;
  // What stands as granted where nobody said anything is what was asked for, which is no answer.
  const granted = isSaid(detail) ? detail.granted : NOTHING_SAID;
  const expiry = detail.differences.find(({ what }) => what === 'expirationTime');
  const scope = detail.differences.find(({ what }) => what === 'scope');
  return [
    ...viewClusters(detail),
    {
      key: 'duration',
      item: { id: 'consents.terms.duration' },
      wireName: 'durationType, durationPeriod',
      requested: viewDuration(requested),
      granted: viewDuration(granted),
      difference:
        differenceOf(detail, 'durationPeriod') ??
        differenceOf(detail, 'durationType') ??
        (granted.durationType === null ? 'unknown' : 'none'),
    },
    {
      key: 'lookback',
      item: { id: 'consents.terms.lookback' },
      wireName: 'lookbackPeriod',
      requested: viewDays(requested.lookbackDays),
      granted: viewDays(granted.lookbackDays),
      difference:
        differenceOf(detail, 'lookbackPeriod') ?? (granted.lookbackDays === null ? 'unknown' : 'none'),
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

function viewClusters(detail: ConsentDetail): readonly TermRow[] {
  const { requested, granted } = detail;
  const names = [...new Set([...requested.clusters, ...granted.clusters])];
  return names
    .sort((left, right) => readingOrder(left) - readingOrder(right))
    .map((cluster) => {
      const wasRequested = requested.clusters.includes(cluster);
      const wasGranted = granted.clusters.includes(cluster);
      const told = detail.differences.find((one) => one.what === 'cluster' && one.cluster === cluster);
      return {
        key: cluster,
        item: clusterName(cluster),
        wireName: cluster,
        requested: viewPresence(wasRequested),
        granted: isSaid(detail) ? viewPresence(wasGranted) : UNSAID,
        difference: isSaid(detail)
          ? (told?.direction ?? presenceDifference(wasRequested, wasGranted))
          : 'unknown',
      };
    });
}

function readingOrder(cluster: string): number {
  return isCluster(cluster) ? CLUSTER_NAMES.indexOf(cluster) : CLUSTER_NAMES.length;
}

function presenceDifference(wasRequested: boolean, wasGranted: boolean): TermRow['difference'] {
  if (wasRequested === wasGranted) return 'none';
  return wasGranted ? 'wider' : 'narrower';
}

function viewPresence(isThere: boolean): TermCell {
  return words({ id: isThere ? 'consents.terms.yes' : 'consents.terms.no' });
}

function viewDuration({ durationType, durationSaid, durationDays }: Terms): TermCell {
  if (durationType === null)
    return durationSaid === null
      ? UNSAID
      : words({ id: 'consents.terms.duration.said', values: { said: durationSaid } });
  if (durationType !== 'TIME_BOUND') return words({ id: `consents.terms.${durationType}` });
  return durationDays === null
    ? words({ id: 'consents.terms.TIME_BOUND.open' })
    : words({ id: 'consents.terms.TIME_BOUND', values: { days: durationDays } });
}

function viewDays(days: number | null): TermCell {
  return days === null ? UNSAID : words({ id: 'consents.terms.days', values: { days } });
}

function viewExpiry({ requested, granted, direction }: ConsentDifference): TermRow {
  return {
    key: 'expiry',
    item: { id: 'consents.terms.expiry' },
    wireName: 'expirationTime',
    requested: viewMoment(requested),
    granted: viewMoment(granted),
    difference: direction,
  };
}

function viewScope({ granted, direction }: ConsentDifference): TermRow {
  return {
    key: 'scope',
    item: { id: 'consents.terms.scope' },
    wireName: 'scope',
    requested: words({ id: 'consents.terms.no' }),
    granted: words({ id: 'consents.terms.scope.granted', values: { scopes: granted ?? '' } }),
    difference: direction,
  };
}

/** The wire's own writing of a time; what is none is shown as not said. */
function viewMoment(written: string | null): TermCell {
  // A date without a zone is no moment (RFC 3339 section 5.6).
  const isMoment = written !== null && /T.*(?:[Zz]|[+-]\d\d:?\d\d)$/.test(written);
  const atMs = isMoment ? Date.parse(written) : Number.NaN;
  return Number.isNaN(atMs) ? UNSAID : { kind: 'day', atMs };
}

function differenceOf(detail: ConsentDetail, what: ConsentDifference['what']): TermRow['difference'] | null {
  return detail.differences.find((one) => one.what === what)?.direction ?? null;
}
