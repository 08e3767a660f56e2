import type { ConsentRequest } from './authorization-details';
import { CLUSTER_NAMES, CLUSTERS, isCluster } from './consent-vocabulary';
import type { ConsentMessageId } from './messages/en-consent';

const DAY_MS = 86_400_000;

/** A message of the catalogue with what it needs. Dates are epoch milliseconds, UTC. */
export interface Sentence {
  readonly id: ConsentMessageId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One data cluster in words. */
interface ConsentItem {
  readonly cluster: string;
  readonly resourceType: string;
  /** Two or three words, for a list: "Transactions". */
  readonly name: Sentence;
  /** Within the sentence that a person agrees to: "your transactions of the last 60 days". */
  readonly phrase: Sentence;
}

/** A consent request as a person reads it, in the order in which it is read. */
export interface ConsentWording {
  readonly opening: Sentence;
  readonly items: readonly ConsentItem[];
  readonly until: Sentence;
  /** Null when nothing that is asked for has a history. */
  readonly lookback: Sentence | null;
  readonly cannot: Sentence;
  readonly stop: Sentence;
}

export interface WordingContext {
  readonly recipient: string;
  readonly provider: string;
  /** From when the periods are counted: epoch milliseconds, UTC. */
  readonly nowMs: number;
}

/** What wording needs of a request; a grant has the same members under the same names. */
export type Wordable = Pick<
  ConsentRequest,
  'durationType' | 'durationPeriod' | 'lookbackPeriod' | 'resources'
>;

/**
 * Puts a consent request into words. The one source of the sentences that the builder, the review,
 * the sandbox bank and the consent view show.
 */
export function wordConsent(request: Wordable, context: WordingContext): ConsentWording {
  const { recipient, provider, nowMs } = context;
  const durationDays = request.durationPeriod ?? 0;
  const items = itemsOf(request);
  const hasHistory = items.some(({ cluster }) => isCluster(cluster) && CLUSTERS[cluster].hasHistory);
  const untilMs = nowMs + durationDays * DAY_MS;
  const sinceMs = nowMs - request.lookbackPeriod * DAY_MS;

  return {
    opening: {
      id: `consent.opening.${request.durationType}`,
      values: { recipient, provider, days: durationDays },
    },
    items,
    until: { id: `consent.until.${request.durationType}`, values: { until: untilMs } },
    lookback: hasHistory
      ? { id: 'consent.lookback', values: { days: request.lookbackPeriod, since: sinceMs } }
      : null,
    cannot: { id: 'consent.cannot', values: {} },
    stop: { id: 'consent.stop', values: { recipient, provider } },
  };
}

/** The name of a cluster for a list; an unknown one is shown by its own name. */
export function clusterName(cluster: string): Sentence {
  return isCluster(cluster)
    ? { id: `consent.name.${cluster}`, values: {} }
    : { id: 'consent.name.other', values: { cluster } };
}

/** One cluster as a phrase of the sentence. */
export function clusterPhrase(cluster: string, lookbackDays: number): Sentence {
  return isCluster(cluster)
    ? { id: `consent.item.${cluster}`, values: { days: lookbackDays } }
    : { id: 'consent.item.other', values: { cluster } };
}

function itemsOf(request: Wordable): readonly ConsentItem[] {
  const items = request.resources.flatMap(({ resourceType, dataClusters }) =>
    dataClusters.map((cluster) => ({
      cluster,
      resourceType,
      name: clusterName(cluster),
      phrase: clusterPhrase(cluster, request.lookbackPeriod),
    })),
  );
  const once = items.filter(
    (item, index) => items.findIndex((other) => other.cluster === item.cluster) === index,
  );
  return once.sort((left, right) => readingOrder(left.cluster) - readingOrder(right.cluster));
}

function readingOrder(cluster: string): number {
  return isCluster(cluster) ? CLUSTER_NAMES.indexOf(cluster) : CLUSTER_NAMES.length;
}
