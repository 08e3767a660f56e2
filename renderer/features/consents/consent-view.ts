import type { SecretsState } from '../../../preload/contract/app-shapes';
import type { ConsentDetail, ConsentSummary } from '../../../preload/contract/consent-shapes';
import {
  CLUSTERS,
  type DurationType,
  isCluster,
  notReadYet,
} from '../../../preload/contract/consent-vocabulary';
import {
  clusterName,
  type ConsentWording,
  type Wordable,
  wordConsent,
} from '../../../preload/contract/consent-wording';
import type { Phrase } from '../../ui/words';

/** What a person can still do with a consent. */
export interface ConsentChoices {
  readonly canRead: boolean;
  readonly canStop: boolean;
  readonly canForget: boolean;
}

/** Whether the consent is over: nothing is shared by it any more, as far as anybody here knows. */
export function isOver({ status }: Pick<ConsentSummary, 'status'>): boolean {
  return status === 'EXPIRED' || status === 'REVOKED';
}

/**
 * Reading and stopping need access, and a consent that is not known to be over. One whose end was only concluded from
 * a refusal may be asked for again. Forgetting needs that there is nothing left to stop, or that stopping was refused.
 */
export function viewChoices(detail: ConsentDetail): ConsentChoices {
  const { access, seenEndedAtMs, stoppedAtMs, stopRefused, expiresAtMs } = detail;
  const isHeld = access === 'held';
  const hasEnd = expiresAtMs !== null && seenEndedAtMs !== null && expiresAtMs <= seenEndedAtMs;
  const wasConcluded = seenEndedAtMs !== null && stoppedAtMs === null && !hasEnd;
  return {
    canRead: isHeld && (!isOver(detail) || wasConcluded),
    canStop: isHeld && !isOver(detail),
    canForget: !isHeld || isOver(detail) || stopRefused !== null,
  };
}

/** When a consent ends, for the list: words, or a moment ahead. */
export function viewEnd({ status, expiresAtMs }: ConsentSummary): Phrase | { readonly atMs: number } {
  if (isOver({ status })) return { id: 'consents.ends.over' };
  if (status !== 'ACTIVE') return { id: 'consents.ends.unknown' };
  return expiresAtMs === null ? { id: 'consents.ends.never' } : { atMs: expiresAtMs };
}

/** The last date of a consent: when it ends, ended or was stopped. */
export type EndDate =
  | { readonly kind: 'never'; readonly name: Phrase['id'] }
  | { readonly kind: 'date'; readonly name: Phrase['id']; readonly atMs: number | null };

/** A consent that was stopped does not end again on its end date, so only one of the two is shown. */
export function viewEndDate(detail: ConsentDetail): EndDate {
  const { status, expiresAtMs, updatedAtMs, stoppedAtMs, seenEndedAtMs } = detail;
  switch (status) {
    case 'ACTIVE':
      return expiresAtMs === null
        ? { kind: 'never', name: 'consents.detail.ends' }
        : { kind: 'date', name: 'consents.detail.ends', atMs: expiresAtMs };
    case 'REVOKED':
      // What the bank last said of a consent that it shows no more is from before its end.
      return stoppedAtMs === null && seenEndedAtMs !== null
        ? { kind: 'date', name: 'consents.detail.seen-ended', atMs: seenEndedAtMs }
        : { kind: 'date', name: 'consents.detail.stopped', atMs: stoppedAtMs ?? updatedAtMs };
    case 'EXPIRED':
      return seenEndedAtMs !== null && (expiresAtMs === null || expiresAtMs > seenEndedAtMs)
        ? { kind: 'date', name: 'consents.detail.seen-ended', atMs: seenEndedAtMs }
        : { kind: 'date', name: 'consents.detail.ended', atMs: expiresAtMs ?? updatedAtMs };
    case 'UNREAD':
    case 'OTHER':
      return { kind: 'date', name: 'consents.detail.updated', atMs: updatedAtMs };
  }
}

/** Why a consent that lives on at the bank cannot be read from here; null when it can, or has ended. */
export function viewLostAccess(detail: ConsentDetail, secrets: SecretsState['kind'] | null): Phrase | null {
  if (isOver(detail) || detail.access === 'held') return null;
  const values = { provider: detail.providerName };
  if (secrets === 'memory') return { id: 'consents.not-held.memory', values };
  if (secrets === 'locked') return { id: 'consents.not-held.locked', values };
  return { id: 'consents.not-held.other', values };
}

/** The sentences of the review step: what the person agreed to, counted from when they did. */
export function viewAgreed(detail: ConsentDetail, recipient: string): ConsentWording | null {
  const wordable = toWordable(detail.requested);
  if (wordable === null) return null;
  return wordConsent(wordable, { recipient, provider: detail.providerName, nowMs: detail.agreedAtMs });
}

/** What became of an end date that the person read and that did not come about: "would have run until". */
export function viewUnreachedEnd(detail: ConsentDetail): number | null {
  const { expiresAtMs, stoppedAtMs, seenEndedAtMs, updatedAtMs } = detail;
  if (!isOver(detail) || expiresAtMs === null) return null;
  const endedAtMs = stoppedAtMs ?? seenEndedAtMs ?? updatedAtMs;
  return endedAtMs !== null && endedAtMs < expiresAtMs ? expiresAtMs : null;
}

/** What the person shared less than was asked for, piece by piece; empty when they did not, or nobody knows. */
export function viewLess(detail: ConsentDetail): readonly Phrase[] {
  const { differences, withheld, accounts } = detail;
  const narrower = differences.filter(({ direction }) => direction === 'narrower');
  const clusters = narrower.flatMap(({ what, cluster }) =>
    what === 'cluster' && cluster !== null
      ? [{ id: 'consents.less.cluster', values: { cluster } } as const]
      : [],
  );
  const days = narrower.flatMap(({ what, requested, granted }) =>
    what === 'durationPeriod' || what === 'lookbackPeriod'
      ? [
          {
            id: `consents.less.${what}`,
            values: { asked: Number(requested), days: Number(granted) },
          } as const,
        ]
      : [],
  );
  const shared = accounts.length;
  const values = { shared, total: shared + withheld.length };
  return [
    ...clusters,
    ...days,
    ...(narrower.some(({ what }) => what === 'durationType')
      ? [{ id: 'consents.less.durationType' } as const]
      : []),
    ...(withheld.length === 0 ? [] : [{ id: 'consents.less.accounts', values } as const]),
  ];
}

/** The names of what was granted and is not read by this version. */
export function viewNotReadYet(detail: ConsentDetail): readonly Phrase[] {
  const { granted, requested, grantedBy } = detail;
  const { clusters } = grantedBy === 'nobody' ? requested : granted;
  return notReadYet(clusters).map((cluster) => clusterName(cluster));
}

/** What the bank confirmed of a stop, part by part; empty when it was not stopped from here, or that was not kept. */
export function viewStopReport({ stopReport, providerName }: ConsentDetail): readonly Phrase[] {
  if (stopReport === null) return [];
  const values = { provider: providerName };
  const { consent, refreshToken, accessToken } = stopReport;
  return [
    { id: `consents.report.consent.${consent}`, values },
    ...(refreshToken === 'none' ? [] : [{ id: `consents.report.refresh.${refreshToken}`, values } as const]),
    ...(accessToken === 'none' ? [] : [{ id: `consents.report.access.${accessToken}`, values } as const]),
  ];
}

/** Without a duration there is no sentence to say, only the items; the table says what is missing. */
function toWordable({ durationType, durationDays, lookbackDays, clusters }: ConsentDetail['requested']) {
  if (durationType === null) return null;
  const period = periodOf(durationType, durationDays);
  if (period === null) return null;
  const wordable: Wordable = {
    durationType,
    ...period,
    lookbackPeriod: lookbackDays ?? 0,
    resources: clusters.map((cluster) => ({
      resourceType: isCluster(cluster) ? CLUSTERS[cluster].resourceType : 'ACCOUNT',
      dataClusters: [cluster],
    })),
  };
  return wordable;
}

function periodOf(durationType: DurationType, durationDays: number | null) {
  if (durationType !== 'TIME_BOUND') return {};
  return durationDays === null ? null : { durationPeriod: durationDays };
}
