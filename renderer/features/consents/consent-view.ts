import type { SecretsState } from '../../../preload/contract/app-shapes';
import type { ConsentDetail, ConsentSummary } from '../../../preload/contract/consent-shapes';
import { CLUSTERS, type DurationType, isCluster } from '../../../preload/contract/consent-vocabulary';
import { type ConsentWording, type Wordable, wordConsent } from '../../../preload/contract/consent-wording';
import type { Phrase } from '../../ui/words';

/** What a person can still do with a consent. */
export interface ConsentChoices {
  readonly canRead: boolean;
  readonly canStop: boolean;
  readonly canForget: boolean;
}

/** Reading and stopping need access; forgetting needs that there is nothing left to stop from here. */
export function viewChoices({ status, access }: ConsentDetail): ConsentChoices {
  const isLive = status === 'ACTIVE' && access === 'held';
  return { canRead: isLive, canStop: isLive, canForget: !isLive };
}

/** When a consent ends, for the list: words, or a moment ahead. */
export function viewEnd({ status, expiresAtMs }: ConsentSummary): Phrase | { readonly atMs: number } {
  if (status !== 'ACTIVE') return { id: 'consents.ends.over' };
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
      return { kind: 'date', name: 'consents.detail.ended', atMs: expiresAtMs ?? updatedAtMs };
    case 'OTHER':
      return { kind: 'date', name: 'consents.detail.updated', atMs: updatedAtMs };
  }
}

/** Why a consent that lives on at the bank cannot be read from here; null when it can, or has ended. */
export function viewLostAccess(detail: ConsentDetail, secrets: SecretsState['kind'] | null): Phrase | null {
  if (detail.status !== 'ACTIVE' || detail.access === 'held') return null;
  const values = { provider: detail.providerName };
  if (secrets === 'memory') return { id: 'consents.not-held.memory', values };
  if (secrets === 'locked') return { id: 'consents.not-held.locked', values };
  return { id: 'consents.not-held.other', values };
}

/** The sentences of the review step, with the terms that were granted and counted from when they were. */
export function viewSentences(detail: ConsentDetail, recipient: string): ConsentWording | null {
  const wordable = toWordable(detail.granted);
  if (wordable === null) return null;
  return wordConsent(wordable, {
    recipient,
    provider: detail.providerName,
    nowMs: detail.createdAtMs ?? detail.agreedAtMs,
  });
}

/** Without a duration there is no sentence to say, only the items; the table says what is missing. */
function toWordable({ durationType, durationDays, lookbackDays, clusters }: ConsentDetail['granted']) {
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
