import type {
  AuthorizationDetails,
  RequestedResource,
} from '../../../preload/contract/authorization-details';
import {
  type Cluster,
  CLUSTER_NAMES,
  CLUSTERS,
  type DurationType,
  isCluster,
  RESOURCE_TYPES,
} from '../../../preload/contract/consent-vocabulary';
import { type Purpose, type PurposeId, PURPOSES } from '../../../preload/contract/purposes';

/** One thing that is asked for: a data cluster under the kind of resource it stands under on the wire. */
export interface Ask {
  readonly resourceType: string;
  readonly cluster: string;
}

/** What the controls of the builder say. */
export interface BuilderForm {
  /** The purpose that the person picked. What they ask for may have outgrown it: see {@link purposeOf}. */
  readonly pickedPurpose: PurposeId;
  /** The RAR type. No control changes it. */
  readonly type: string;
  /** What is switched on, in the order of the wire. */
  readonly asks: readonly Ask[];
  /** Asks without a place in any purpose, on or off. They came from the JSON. */
  readonly strangers: readonly Ask[];
  readonly durationType: DurationType;
  /** Days of access, used when the duration is TIME_BOUND and remembered otherwise; null while the field is empty. */
  readonly durationDays: number | null;
  /** Days of history; null while the field is empty. */
  readonly lookbackDays: number | null;
}

/** What the form writes. Days may be null or out of range and nothing may be chosen: the reader of the text says so. */
export type WrittenDetails = readonly [
  {
    readonly type: string;
    readonly consentRequest: {
      readonly durationType: DurationType;
      readonly durationPeriod?: number | null;
      readonly lookbackPeriod: number | null;
      readonly resources: readonly RequestedResource[];
    };
  },
];

const FIRST_OFFER_DAYS = 90;

/** The form that a purpose starts with: what it needs, nothing optional. */
export function formFromPurpose(purpose: PurposeId, type: string): BuilderForm {
  const preset: Purpose = PURPOSES[purpose];
  return {
    pickedPurpose: purpose,
    type,
    asks: inWireOrder(preset.needed.map(askFor)),
    strangers: [],
    durationType: preset.durationType,
    durationDays: preset.durationDays ?? FIRST_OFFER_DAYS,
    lookbackDays: preset.lookbackDays,
  };
}

/** The purpose that is shown: the picked one while what is asked for fits into it, else custom. */
export function purposeOf(form: BuilderForm): PurposeId {
  const { needed, optional }: Purpose = PURPOSES[form.pickedPurpose];
  const hasAllNeeded = needed.every((cluster) => isAsked(form, askFor(cluster)));
  const offered = [...needed, ...optional].map(askFor);
  const isWithin = form.asks.every((ask) => offered.some((other) => isSameAsk(ask, other)));
  return hasAllNeeded && isWithin ? form.pickedPurpose : 'custom';
}

/** Switches one ask on or off; what the purpose cannot do without stays on. */
export function withAsk(form: BuilderForm, ask: Ask, isOn: boolean): BuilderForm {
  const purpose = purposeOf(form);
  if (!isOn && isNeeded(purpose, ask)) return form;
  const others = form.asks.filter((other) => !isSameAsk(other, ask));
  // The purpose that was shown is kept: a list that rearranges itself under the pointer is no list.
  return { ...form, pickedPurpose: purpose, asks: isOn ? inWireOrder([...others, ask]) : others };
}

/** Whether the purpose cannot be served without this. */
export function isNeeded(purpose: PurposeId, ask: Ask): boolean {
  const { needed }: Purpose = PURPOSES[purpose];
  return needed.some((cluster) => isSameAsk(askFor(cluster), ask));
}

/** Whether this is switched on. */
export function isAsked(form: BuilderForm, ask: Ask): boolean {
  return form.asks.some((other) => isSameAsk(other, ask));
}

/** Whether the form has nothing but the picked purpose's preset. */
export function isLeastData(form: BuilderForm): boolean {
  const least = formFromPurpose(form.pickedPurpose, form.type);
  return JSON.stringify(toAuthorizationDetails(form)) === JSON.stringify(toAuthorizationDetails(least));
}

/**
 * What goes on the wire for a form, its members in the order of the FDX tutorial.
 *
 * @see FDX Consent API, ConsentRequest
 */
export function toAuthorizationDetails(form: BuilderForm): WrittenDetails {
  const period = form.durationType === 'TIME_BOUND' ? { durationPeriod: form.durationDays } : {};
  return [
    {
      type: form.type,
      consentRequest: {
        durationType: form.durationType,
        ...period,
        lookbackPeriod: form.lookbackDays,
        resources: groupByResource(form.asks),
      },
    },
  ];
}

/**
 * The form for a request that may have been written by hand.
 *
 * @param previous what the controls said before: keeps what the wire does not carry
 */
export function fromAuthorizationDetails(details: AuthorizationDetails, previous: BuilderForm): BuilderForm {
  const [{ type, consentRequest }] = details;
  const asks = inWireOrder(asksOf(consentRequest.resources));
  return {
    pickedPurpose: previous.pickedPurpose,
    type,
    asks,
    strangers: asks.filter((ask) => !isListed(ask)),
    durationType: consentRequest.durationType,
    durationDays: consentRequest.durationPeriod ?? previous.durationDays,
    lookbackDays: consentRequest.lookbackPeriod,
  };
}

/** Every ask of a request once, in the order in which they stand there. */
export function asksOf(resources: readonly RequestedResource[]): readonly Ask[] {
  const asks = resources.flatMap(({ resourceType, dataClusters }) =>
    dataClusters.map((cluster) => ({ resourceType, cluster })),
  );
  return asks.filter((ask, index) => asks.findIndex((other) => isSameAsk(other, ask)) === index);
}

/** The ask for a cluster of the standard's list. */
export function askFor(cluster: Cluster): Ask {
  return { resourceType: CLUSTERS[cluster].resourceType, cluster };
}

/** Whether the standard's list has this cluster under this kind of resource. */
export function isListed({ resourceType, cluster }: Ask): boolean {
  return isCluster(cluster) && CLUSTERS[cluster].resourceType === resourceType;
}

/** Whether two asks are for the same thing. */
export function isSameAsk(left: Ask, right: Ask): boolean {
  return left.cluster === right.cluster && left.resourceType === right.resourceType;
}

function groupByResource(asks: readonly Ask[]): readonly RequestedResource[] {
  return kindsOf(asks).map((resourceType) => ({
    resourceType,
    dataClusters: asks.filter((ask) => ask.resourceType === resourceType).map(({ cluster }) => cluster),
  }));
}

/** Known before unknown, each in the order of the standard's list; what is unknown keeps the order it came in. */
function inWireOrder(asks: readonly Ask[]): readonly Ask[] {
  const kinds = [...RESOURCE_TYPES, ...kindsOf(asks)];
  return asks.toSorted(
    (left, right) =>
      rank(kinds, left.resourceType) - rank(kinds, right.resourceType) ||
      rank(CLUSTER_NAMES, left.cluster) - rank(CLUSTER_NAMES, right.cluster),
  );
}

function kindsOf(asks: readonly Ask[]): readonly string[] {
  return [...new Set(asks.map(({ resourceType }) => resourceType))];
}

function rank(list: readonly string[], name: string): number {
  const index = list.indexOf(name);
  return index === -1 ? list.length : index;
}
