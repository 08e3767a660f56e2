import type { SecretsState } from '../../../preload/contract/app-shapes';
import type { ConsentDetail, ConsentEnd, ConsentSummary } from '../../../preload/contract/consent-shapes';
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

/** A moment, or what is known of it. */
export type KnownMoment = { readonly atMs: number } | Phrase;

/** When a consent ends, for the list. */
export function viewEnd({ status, end }: ConsentSummary): KnownMoment {
  if (isOver({ status })) return { id: 'consents.ends.over' };
  return status === 'ACTIVE' ? momentOf(end) : { id: 'consents.ends.unknown' };
}

/** The last date of a consent: when it ends, ended or was stopped. */
export interface EndDate {
  readonly name: Phrase['id'];
  readonly moment: KnownMoment;
  /** Where the date comes from, if not from the bank. */
  readonly note: Phrase | null;
}

/** A consent that was stopped does not end again on its end date, so only one of the two is shown. */
export function viewEndDate(detail: ConsentDetail): EndDate {
  const { status, end, expiresAtMs, updatedAtMs, stoppedAtMs, seenEndedAtMs } = detail;
  const note: Phrase | null = end.kind === 'derived' ? { id: 'consents.ends.derived' } : null;
  switch (status) {
    case 'ACTIVE':
      return { name: 'consents.detail.ends', moment: momentOf(end), note };
    case 'REVOKED':
      // What the bank last said of a consent that it shows no more is from before its end.
      return stoppedAtMs === null && seenEndedAtMs !== null
        ? { name: 'consents.detail.seen-ended', moment: { atMs: seenEndedAtMs }, note: null }
        : { name: 'consents.detail.stopped', moment: moment(stoppedAtMs ?? updatedAtMs), note: null };
    case 'EXPIRED':
      if (seenEndedAtMs !== null && (expiresAtMs === null || expiresAtMs > seenEndedAtMs))
        return { name: 'consents.detail.seen-ended', moment: { atMs: seenEndedAtMs }, note: null };
      return expiresAtMs === null
        ? { name: 'consents.detail.ended', moment: moment(updatedAtMs), note: null }
        : { name: 'consents.detail.ended', moment: { atMs: expiresAtMs }, note };
    case 'OTHER':
      return { name: 'consents.detail.updated', moment: moment(updatedAtMs), note: null };
    case 'UNKNOWN':
      return { name: 'consents.detail.ends', moment: momentOf(end), note };
    case 'UNREAD':
      return { name: 'consents.detail.ends', moment: { id: 'consents.ends.unknown' }, note: null };
  }
}

/** When the bank wrote the consent. */
export function viewGranted({ status, createdAtMs }: ConsentDetail): KnownMoment {
  return createdAtMs === null && status === 'UNREAD' ? { id: 'consents.ends.unknown' } : moment(createdAtMs);
}

/** What has to be said of the list of accounts before it is read. */
export function viewAccountNotes(detail: ConsentDetail): readonly Phrase[] {
  const { accountCount, accounts, unreadableAccounts, areAccountsCut } = detail;
  if (accountCount === null) return [{ id: 'consents.accounts.unread' }];
  const notes: Phrase[] = [];
  if (accounts.length === 0 && unreadableAccounts === 0) notes.push({ id: 'consents.accounts.none' });
  if (unreadableAccounts > 0)
    notes.push({ id: 'consents.accounts.unreadable', values: { count: unreadableAccounts } });
  if (areAccountsCut) notes.push({ id: 'consents.accounts.cut', values: { count: accountCount } });
  return notes;
}

function moment(atMs: number | null): KnownMoment {
  return atMs === null ? { id: 'consents.unsaid' } : { atMs };
}

function momentOf(end: ConsentEnd): KnownMoment {
  switch (end.kind) {
    case 'said':
    case 'derived':
      return { atMs: end.atMs };
    case 'open':
      return { id: 'consents.ends.never' };
    case 'unsaid':
      return { id: 'consents.unsaid' };
    case 'unreadable':
      return end.said === null
        ? { id: 'consents.unsaid' }
        : { id: 'consents.ends.unreadable', values: { said: end.said } };
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
  const { differences, withheld, accountCount } = detail;
  const narrower = differences.filter(({ direction }) => direction === 'narrower');
  const clusters = narrower.flatMap(({ what, cluster, share, resourceType }): readonly Phrase[] => {
    if (what !== 'cluster' || cluster === null) return [];
    return share === null
      ? [{ id: 'consents.less.cluster', values: { cluster } }]
      : [{ id: 'consents.less.part', values: { cluster, ...share, type: resourceType ?? '' } }];
  });
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
  const shared = accountCount ?? 0;
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

/** The names of what was granted, or may have been, and is not read by this version. */
export function viewNotReadYet(detail: ConsentDetail): readonly Phrase[] {
  const { granted, differences } = detail;
  const open = differences.flatMap(({ cluster, direction }) =>
    cluster !== null && direction === 'unsaid' ? [cluster] : [],
  );
  const clusters = [...new Set([...granted.clusters, ...open])];
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
