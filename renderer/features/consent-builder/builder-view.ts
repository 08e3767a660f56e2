import { MAX_PERIOD_DAYS } from '../../../preload/contract/authorization-details';
import { CLUSTERS, isCluster } from '../../../preload/contract/consent-vocabulary';
import { clusterName } from '../../../preload/contract/consent-wording';
import { type Purpose, type PurposeId, PURPOSES } from '../../../preload/contract/purposes';
import type { Phrase } from '../../ui/words';
import {
  type Ask,
  askFor,
  type BuilderForm,
  isAsked,
  isListed,
  isNeeded,
  isSameAsk,
  purposeOf,
} from './builder-model';
import type { BuilderState } from './builder-state';
import { phrase } from './phrase';
import type { Refusal } from './refusal';
import { whyUnusual } from './request-advice';
import type { TextPlace } from './text-place';

/** The name of this application in the sentences of a consent. */
export const RECIPIENT = 'Countersign';

/** One thing that can be asked for, as it stands in the list. */
export interface ItemView {
  readonly key: string;
  readonly ask: Ask;
  readonly name: Phrase;
  /** What developers are shown beside the name: the cluster, or for a stranger the kind of resource it stands under. */
  readonly wireName: string;
  readonly isOn: boolean;
  /** Why it can't be switched off; null when it can. */
  readonly neededBecause: Phrase | null;
  /** Why a bank may refuse it; null where nothing is odd about it. */
  readonly warning: Phrase | null;
  readonly isRefused: boolean;
}

/** Why the request can't be reviewed, and where in its text that stands. */
export interface Block {
  readonly reason: Phrase;
  readonly place: TextPlace;
  /** Whether a control can fix it, so that there is no need to go to the text. */
  readonly isAtControl: boolean;
}

const DAY_MS = 86_400_000;

/** The list of what can be asked for: what is needed, what the purpose offers, then what only the JSON knows. */
export function viewItems(form: BuilderForm, refusal: Refusal | null): readonly ItemView[] {
  const purpose = purposeOf(form);
  const { needed, optional }: Purpose = PURPOSES[purpose];
  return [...[...needed, ...optional].map(askFor), ...form.strangers].map((ask) => ({
    key: `${ask.resourceType} ${ask.cluster}`,
    ask,
    name: isListed(ask)
      ? clusterName(ask.cluster)
      : { id: 'consent.name.other', values: { cluster: ask.cluster } },
    wireName: isListed(ask) ? ask.cluster : ask.resourceType,
    isOn: isAsked(form, ask),
    neededBecause: isNeeded(purpose, ask) ? reasonFor(purpose, ask.cluster) : null,
    warning: whyUnusual(ask),
    isRefused: refusal !== null && refusal.asks.some((refused) => isSameAsk(refused, ask)),
  }));
}

/** Why the request can't be reviewed; null when it can. */
export function whyBlocked({ reading, writtenBy }: BuilderState): Block | null {
  if (reading.ok) return null;
  const [first] = reading.error;
  if (!first) return null;
  const { member, place } = first;

  if (writtenBy === 'hand') {
    return { reason: phrase('builder.blocked.text', { line: place.line }), place, isAtControl: false };
  }
  const isEmpty = member === 'consentRequest.resources';
  const reason = phrase(isEmpty ? 'builder.blocked.items' : 'builder.blocked.days');
  return { reason, place, isAtControl: true };
}

/** What is wrong with a number of days that a control holds; null when it is right or the text was typed. */
export function whyWrongDays(state: BuilderState, field: 'durationPeriod' | 'lookbackPeriod'): Phrase | null {
  if (state.reading.ok || state.writtenBy === 'hand') return null;
  const isWrong = state.reading.error.some(({ member }) => member === `consentRequest.${field}`);
  return isWrong ? phrase('builder.days.range', { most: MAX_PERIOD_DAYS }) : null;
}

/** What a provider refused, in the words of the builder; empty where it named no part. */
export function nameOfRefused({ asks, field }: Refusal): readonly Phrase[] {
  if (asks.length > 0) return asks.map(({ cluster }) => clusterName(cluster));
  return field === null ? [] : [phrase(`builder.member.${field}`)];
}

/** When an access of so many days ends, epoch milliseconds; null while the number is none that can be sent. */
export function untilMs(durationDays: number | null, nowMs: number): number | null {
  return isPeriod(durationDays) ? nowMs + durationDays * DAY_MS : null;
}

/** Since when a history of so many days goes back, epoch milliseconds; null while the number is none that can be sent. */
export function sinceMs(lookbackDays: number | null, nowMs: number): number | null {
  return isPeriod(lookbackDays) ? nowMs - lookbackDays * DAY_MS : null;
}

/** Whether anything that is asked for comes with a history; what the list does not know may. */
export function hasHistory({ asks }: BuilderForm): boolean {
  return asks.some(({ cluster }) => !isCluster(cluster) || CLUSTERS[cluster].hasHistory);
}

/**
 * How much of a picture's line a number of days takes, from 0 to 1.
 *
 * Logarithmic: on an even scale a month beside ten years could not be seen.
 */
export function shareOfLine(days: number | null): number {
  return isPeriod(days) ? 0.12 + 0.88 * (Math.log(days) / Math.log(MAX_PERIOD_DAYS)) : 0;
}

/** The number that a person typed; null for an empty field. Anything but digits is left out. */
export function readDays(typed: string): number | null {
  const digits = typed.replaceAll(/\D/g, '').slice(0, 5);
  return digits === '' ? null : Number(digits);
}

function isPeriod(days: number | null): days is number {
  return days !== null && days >= 1 && days <= MAX_PERIOD_DAYS;
}

function reasonFor(purpose: PurposeId, cluster: string): Phrase {
  return NEEDED_REASONS.get(`${purpose} ${cluster}`) ?? phrase('builder.reason.other');
}

const NEEDED_REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['personal-finance ACCOUNT_DETAILED', phrase('builder.reason.personal-finance.ACCOUNT_DETAILED')],
  ['personal-finance TRANSACTIONS', phrase('builder.reason.personal-finance.TRANSACTIONS')],
  ['ongoing-budget ACCOUNT_DETAILED', phrase('builder.reason.ongoing-budget.ACCOUNT_DETAILED')],
  ['ongoing-budget TRANSACTIONS', phrase('builder.reason.ongoing-budget.TRANSACTIONS')],
  ['income-check ACCOUNT_BASIC', phrase('builder.reason.income-check.ACCOUNT_BASIC')],
  ['income-check TRANSACTIONS', phrase('builder.reason.income-check.TRANSACTIONS')],
  ['tax-return ACCOUNT_BASIC', phrase('builder.reason.tax-return.ACCOUNT_BASIC')],
  ['tax-return STATEMENTS', phrase('builder.reason.tax-return.STATEMENTS')],
]);
